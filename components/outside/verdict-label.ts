import type { useTranslations } from "use-intl";
import type { Outside } from "@/lib/domain/probe/schema";
import { isOldProbe, outsideStateOf } from "./outside-state";

export type OutsideTranslator = ReturnType<typeof useTranslations<"outside">>;

/** What the newest probe found, in a sentence or two to be read aloud; nothing while there is none. */
export function verdictLabel(t: OutsideTranslator, outside: Outside): string {
  const status = outsideStateOf(outside);
  switch (status.is) {
    case "seen": {
      const { unexpected, unreadable, readableCount } = status.probe;
      if (isOldProbe(status.probe, outside.asOf)) return t("troubleMeaning");
      if (unexpected.total === 0 && unreadable.total === 0) return t("line.agrees", { count: readableCount });
      const parts = [
        unexpected.total > 0 ? t("line.exposed", { count: unexpected.total }) : "",
        unreadable.total > 0 ? t("line.unreadable", { count: unreadable.total }) : "",
      ];
      return parts.filter(Boolean).join(" ");
    }
    case "trouble":
      return `${t(`trouble.${status.trouble}.what`)} ${t("troubleMeaning")}`;
    case "checking":
    case "changed":
      return t(`line.${status.is}`);
    default:
      return "";
  }
}
