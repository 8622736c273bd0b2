/** A language of Matomo's (`de`, `pt-br`) as people of `locale` call it; its code where nobody knows a name. */
export function languageName(language: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: "language", fallback: "code" }).of(language) ?? language;
}
