import { cut } from "./cut";
import type { Line } from "./line";
import type { MailTranslator } from "./mail-translator";

/** Sites to name, and how many there are in all. */
export type Named = { sites: readonly { name: string }[]; total: number };

/** A name in the quotes of the language; one that holds quotes itself stands without. */
export function quoted(name: string, t: MailTranslator, max = name.length): Line {
  const value = { outside: cut(name, max) };
  return /["„“”«»]/.test(name) ? [value] : t.line("frame.quoted", { name: value });
}

/** “Botanical garden”, “City library” and 3 more. `shown`: how many by name; `name`: the length of one that is alone. */
export function named(
  { sites, total }: Named,
  t: MailTranslator,
  { shown = 2, name: max = Number.POSITIVE_INFINITY } = {},
): Line {
  const [first, second] = sites.slice(0, shown).map(({ name }) => quoted(name, t, shown === 1 ? max : undefined));
  if (!first) return t.line("frame.count", { count: total });
  const count = total - (second ? 2 : 1);
  if (second) return t.line(count === 0 ? "frame.two" : "frame.twoAndMore", { first, second, count });
  return count === 0 ? first : t.line("frame.oneAndMore", { first, count });
}

/** What a sentence about sites is given: `{sites}` by name, and `{count}` for what depends on how many they are. */
export const siteValues = ({ sites, total }: Named, t: MailTranslator) => ({
  sites: named({ sites, total }, t),
  count: total,
});
