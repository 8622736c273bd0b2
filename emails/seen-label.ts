import type { Seen } from "./finding-facts";
import type { MailTranslator } from "./mail-translator";

/** What exactly was seen, in the words of one language: "3 rows". Values from the database stay as they are. */
export function seenText(seen: Seen, t: MailTranslator): string {
  switch (seen.type) {
    case "rows":
      return t.text("watched.rows", { count: seen.count });
    case "ways":
      return seen.ways
        .map((way) => t.text(`watched.way.${way}`))
        .reduce((first, second) => t.text("frame.both", { first, second }));
    case "texts":
      return seen.more === 0 ? seen.texts : t.text("watched.textsAndMore", { texts: seen.texts, count: seen.more });
  }
}
