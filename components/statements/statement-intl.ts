import type { useFormatter, useTranslations } from "use-intl";
import { lengthLabel } from "@/components/activity/coverage-labels";
import type { ActivityTranslator } from "@/components/events/activity-intl";

/** Says a message of the room `statements`, in the language of whoever reads. */
export type StatementsTranslator = ReturnType<typeof useTranslations<"statements">>;

export type StatementIntl = {
  t: StatementsTranslator;
  /** kinds of mails and findings, and lengths of time, are called as the activity calls them */
  activity: ActivityTranslator;
  format: Pick<ReturnType<typeof useFormatter>, "dateTime" | "list" | "number">;
};

/** `2026-10` as `October 2026`. */
export function monthLabel({ format }: Pick<StatementIntl, "format">, month: string): string {
  return format.dateTime(new Date(`${month}-15T12:00:00Z`), { month: "long", year: "numeric", timeZone: "UTC" });
}

/** A length in its two largest units; `under a minute` for less. */
export function secondsLabel({ t, activity }: StatementIntl, seconds: number): string {
  return seconds < 60 ? t("sites.under") : lengthLabel(activity, Math.floor(seconds / 60));
}

/** Messages choose by small letters and underscores. */
export function chosenBy(name: string): string {
  return name.replaceAll("-", "_");
}
