import { dayOf, shortDate } from "@/components/ui/date-words";
import { counted } from "@/components/ui/plural";
import type { EndFieldsWords } from "./end-fields";

const DAY_MS = 24 * 60 * 60_000;
/** An end as near as this is shown in amber; Super Users get a mail then. */
const NEAR_MS = 7 * DAY_MS;

export const publicEndWords: EndFieldsWords = {
  legend: "Until when?",
  date: "Last public day",
  none: { label: "No end date", detail: "public until somebody makes it private" },
  after: "It then becomes private again by itself.",
};

/** What to say of an end at `until` (ISO 8601) as of `asOf`: nothing while it is further than a week away. */
export function nearEndWords(until: string, asOf: string): { tone: "caution" | "danger"; words: string } | null {
  const left = Date.parse(until) - Date.parse(asOf);
  if (left <= 0) return { tone: "danger", words: "Over, yet still public" };
  if (left > NEAR_MS) return null;
  return {
    tone: "caution",
    words: left < DAY_MS ? "Less than a day left" : `${counted(Math.floor(left / DAY_MS), "day")} left`,
  };
}

/** The last day of something that is over at `endsAt`, such as `30 Nov 2026`, in `timeZone`. */
export function lastDayWords(endsAt: string, timeZone: string): string {
  return shortDate(new Date(Date.parse(endsAt) - 1).toISOString(), timeZone);
}

/** `until 30 Nov 2026`, or `without an end date`, for a day `YYYY-MM-DD` or null. */
export function untilWords(endsOn: string | null): string {
  return endsOn === null ? "without an end date" : `until ${dayOf(endsOn)}`;
}
