import type { Seen } from "./finding-facts";
import type { Say } from "./say";

/** What exactly was seen, in the words of one language: "3 rows". Values from the database stay as they are. */
export function seenText(seen: Seen, say: Say): string {
  switch (seen.type) {
    case "rows":
      return say.text("watched.rows", { count: seen.count });
    case "ways":
      return seen.ways
        .map((way) => say.text(`watched.way.${way}`))
        .reduce((first, second) => say.text("frame.both", { first, second }));
    case "texts":
      return seen.more === 0 ? seen.texts : say.text("watched.textsAndMore", { texts: seen.texts, count: seen.more });
  }
}
