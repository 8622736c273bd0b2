/** The longest text that a person types for others to read, in characters as people count them. */
export const MAX_TEXT_LENGTH = 500;

declare const typed: unique symbol;

/**
 * A text that a person typed and others read. At run time it is a string, and false while it is empty; to the compiler it
 * is none, so that it cannot be shown among our own words, whose order it could turn around: pages show it by
 * components/ui/typed.tsx, mails as `{ outside }`.
 */
export type TypedText = { readonly [typed]: true };

/** What was typed, as it comes out of a table or a form. */
export function asTyped(text: string): TypedText;
export function asTyped(text: string | null): TypedText | null;
export function asTyped(text: unknown): unknown {
  return text;
}

/** Its characters, to store, compare, count or export them. Never to show them: see above. */
export function charactersOf(text: TypedText): string;
export function charactersOf(text: TypedText | null): string | null;
export function charactersOf(text: unknown): unknown {
  return text;
}
