import type { useTranslations } from "use-intl";
import type { Outside } from "@/lib/domain/probe/schema";
import { isOldProbe, outsideStateOf } from "./outside-state";

export type OutsideWords = ReturnType<typeof useTranslations<"outside">>;

/** What the newest probe found, in a sentence or two to be read aloud; nothing while there is none. */
export function verdictWords(say: OutsideWords, outside: Outside): string {
  const status = outsideStateOf(outside);
  switch (status.is) {
    case "seen": {
      const { unexpected, unreadable, readableCount } = status.probe;
      if (isOldProbe(status.probe, outside.asOf)) return say("troubleMeaning");
      if (unexpected.total === 0 && unreadable.total === 0) return say("line.agrees", { count: readableCount });
      const parts = [
        unexpected.total > 0 ? say("line.exposed", { count: unexpected.total }) : "",
        unreadable.total > 0 ? say("line.unreadable", { count: unreadable.total }) : "",
      ];
      return parts.filter(Boolean).join(" ");
    }
    case "trouble":
      return `${say(`trouble.${status.trouble}.what`)} ${say("troubleMeaning")}`;
    case "checking":
    case "changed":
      return say(`line.${status.is}`);
    default:
      return "";
  }
}
