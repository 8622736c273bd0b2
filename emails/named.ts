import type { Line } from "./line";
import type { MailTranslator } from "./mail-translator";

/** Sites to name, and how many there are in all. */
export type Named = { sites: readonly { name: string }[]; total: number };

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** At most `max` characters, "…" among them where more follows; no letter is torn apart. */
export function cut(value: string, max: number): string {
  if (value.length <= max) return value;
  let kept = "";
  for (const { segment } of graphemes.segment(value)) {
    if (kept.length + segment.length > max - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

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
  if (!first) return counted(total, t);
  const count = total - (second ? 2 : 1);
  if (count > 0)
    return t.line("frame.andMore", { first: second ? t.line("frame.both", { first, second }) : first, count });
  return second ? t.line("frame.two", { first, second }) : first;
}

/** 3 sites */
export const counted = (count: number, t: MailTranslator): Line => t.line("frame.count", { count });
