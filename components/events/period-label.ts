import type { ActivityIntl } from "./activity-intl";

const DAY_MS = 86_400_000;

/**
 * The period of a reminder as people call it: `weekly/2026-W48` is `Week 48 of 2026, 23–29 Nov`, `monthly/2026-11` is
 * `November 2026`. Weeks are those of ISO 8601, as lib/domain/periods/policy.ts counts them. A key that is neither stays.
 */
export function periodLabel({ t, format }: ActivityIntl, key: string): string {
  const [, year, week] = /^weekly\/(\d{4})-W(\d{2})$/.exec(key) ?? [];
  if (year && week) {
    const monday = mondayOf(Number(year), Number(week));
    const days = format.dateTimeRange(monday, new Date(monday.getTime() + 6 * DAY_MS), {
      ...{ day: "numeric", month: "short", timeZone: "UTC" },
    });
    return t("period", { week: String(Number(week)), year, days });
  }
  const [, month] = /^monthly\/(\d{4}-\d{2})$/.exec(key) ?? [];
  if (!month) return key;
  return format.dateTime(new Date(`${month}-01T00:00:00Z`), { month: "long", year: "numeric", timeZone: "UTC" });
}

/** The week with 4 January in it is the first of its year. */
function mondayOf(year: number, week: number): Date {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const sinceMonday = (fourth.getUTCDay() + 6) % 7;
  return new Date(fourth.getTime() + ((week - 1) * 7 - sinceMonday) * DAY_MS);
}
