import type { useFormatter, useTranslations } from "use-intl";
import { lengthWords } from "@/components/activity/coverage-words";
import type { SayActivity } from "@/components/events/activity-words";

/** Says a message of the room `statements`, in the language of whoever reads. */
export type SayStatements = ReturnType<typeof useTranslations<"statements">>;

export type StatementWords = {
  say: SayStatements;
  /** kinds of mails and findings, and lengths of time, are called as the activity calls them */
  activity: SayActivity;
  format: Pick<ReturnType<typeof useFormatter>, "dateTime" | "list" | "number">;
};

/** `2026-10` as `October 2026`. */
export function monthWords({ format }: Pick<StatementWords, "format">, month: string): string {
  return format.dateTime(new Date(`${month}-15T12:00:00Z`), { month: "long", year: "numeric", timeZone: "UTC" });
}

/** A length in its two largest units; `under a minute` for less. */
export function secondsWords({ say, activity }: StatementWords, seconds: number): string {
  return seconds < 60 ? say("sites.under") : lengthWords(activity, Math.floor(seconds / 60));
}

/** Messages choose by small letters and underscores. */
export function chosenBy(name: string): string {
  return name.replaceAll("-", "_");
}
