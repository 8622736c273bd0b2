import type { useFormatter, useTranslations } from "use-intl";
import type { FindingsTranslator } from "@/components/findings/finding-labels";
import type { SettingTranslator } from "./setting-label";

/** Says a message of the room `activity`, in the language of whoever reads. */
export type ActivityTranslator = ReturnType<typeof useTranslations<"activity">>;

/** What everything here is said with, on the server as in the browser. */
export type ActivityIntl = {
  t: ActivityTranslator;
  format: Pick<ReturnType<typeof useFormatter>, "dateTime" | "dateTimeRange" | "list" | "number" | "relativeTime">;
};

/** What an event is said with: findings and settings have words of their own. */
export type EventIntl = ActivityIntl & { tFindings: FindingsTranslator; tSetting: SettingTranslator };
