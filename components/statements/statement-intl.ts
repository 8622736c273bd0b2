import type { useTranslations } from "use-intl";
import { lengthLabel } from "@/components/activity/coverage-labels";
import type { EventIntl } from "@/components/events/activity-intl";

/** Says a message of the room `statements`, in the language of whoever reads. */
export type StatementsTranslator = ReturnType<typeof useTranslations<"statements">>;

/** Kinds of mails and findings, and lengths of time, are called as on the other pages. */
export type StatementIntl = Pick<EventIntl, "format" | "tFindings"> & {
  t: StatementsTranslator;
  tActivity: EventIntl["t"];
};

/** `2026-10` as `October 2026`. */
export function monthLabel({ format }: Pick<StatementIntl, "format">, month: string): string {
  return format.dateTime(new Date(`${month}-15T12:00:00Z`), { month: "long", year: "numeric", timeZone: "UTC" });
}

/** A length in its two largest units; `under a minute` for less. */
export function secondsLabel({ t, format }: StatementIntl, seconds: number): string {
  return seconds < 60 ? t("sites.under") : lengthLabel(format, Math.floor(seconds / 60));
}

/** `no. 7, 12`: events of the audit log. */
export function eventsLabel({ tActivity }: StatementIntl, seqs: readonly number[]): string {
  return tActivity("event.number", { seq: seqs.join(", ") });
}

/** Messages choose by small letters and underscores. */
export function chosenBy(name: string): string {
  return name.replaceAll("-", "_");
}
