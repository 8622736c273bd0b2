import type { useFormatter, useTranslations } from "use-intl";
import type { FindingsTranslator } from "@/components/findings/finding-labels";

/** Says a message of the room `activity`, in the language of whoever reads. */
export type ActivityTranslator = ReturnType<typeof useTranslations<"activity">>;

/** What everything here is said with, on the server as in the browser. */
export type ActivityIntl = {
  t: ActivityTranslator;
  format: Pick<ReturnType<typeof useFormatter>, "dateTime" | "dateTimeRange" | "list" | "number">;
};

/** What an event is said with: what was seen of a finding has its words in the room `findings`. */
export type EventIntl = ActivityIntl & { tFindings: FindingsTranslator };
