import type { useTranslations } from "use-intl";
import type { Outside } from "@/lib/domain/probe/schema";
import { isOldProbe, outsideStateOf, type SuccessfulProbe } from "./outside-state";

export type OutsideTranslator = ReturnType<typeof useTranslations<"outside">>;

/** What a probe found: what differs from what is public, the worst first; or that nothing does. */
export function verdictOf(t: OutsideTranslator, { unexpected, unreadable, readableCount }: SuccessfulProbe) {
  const differences = [
    { tone: "text-danger", text: t("exposed", { count: unexpected.total }), count: unexpected.total },
    { tone: "text-caution", text: t("unreadable", { count: unreadable.total }), count: unreadable.total },
  ].filter(({ count }) => count > 0);
  return differences.length > 0 ? differences : [{ tone: "", text: t("agrees", { count: readableCount }) }];
}

/** The same of the newest probe, to be read aloud; nothing while there is none. */
export function verdictLabel(t: OutsideTranslator, outside: Outside): string {
  const status = outsideStateOf(outside);
  switch (status.is) {
    case "seen":
      if (isOldProbe(status.probe, outside.asOf)) return t("unknown");
      return verdictOf(t, status.probe)
        .map(({ text }) => text)
        .join(". ");
    case "trouble":
      return `${t(`cause.${status.trouble}.what`)} ${t("unknown")}`;
    case "checking":
      return t("checking");
    case "changed":
      return `${t("changed")}. ${t("unknown")}`;
    default:
      return "";
  }
}
