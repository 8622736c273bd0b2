import type { useTranslations } from "use-intl";
import type { Outside } from "@/lib/domain/probe/schema";
import { isOldProbe, standingOf } from "./outside-standing";

export type OutsideWords = ReturnType<typeof useTranslations<"outside">>;

/** What the newest probe found, in a sentence or two to be read aloud; nothing while there is none. */
export function verdictWords(say: OutsideWords, outside: Outside): string {
  const standing = standingOf(outside);
  switch (standing.is) {
    case "seen": {
      const { unexpected, unreadable, readableCount } = standing.probe;
      if (isOldProbe(standing.probe, outside.asOf)) return say("troubleMeaning");
      if (unexpected.total === 0 && unreadable.total === 0) return say("line.agrees", { count: readableCount });
      const parts = [
        unexpected.total > 0 ? say("line.exposed", { count: unexpected.total }) : "",
        unreadable.total > 0 ? say("line.unreadable", { count: unreadable.total }) : "",
      ];
      return parts.filter(Boolean).join(" ");
    }
    case "trouble":
      return `${say(`trouble.${standing.trouble}.what`)} ${say("troubleMeaning")}`;
    case "checking":
    case "changed":
      return say(`line.${standing.is}`);
    default:
      return "";
  }
}
