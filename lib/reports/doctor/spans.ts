const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

type Span = { value: number; unit: "minute" | "hour" | "day" };

/** How long ago something was, in words of `locale`: `42 minutes ago`, `5 hours ago`, `3 days ago`. Never too long. */
export function agoLabel(minutes: number, locale: string): string {
  const { value, unit } = spanOf(minutes);
  const numeric = value === 0 ? "auto" : "always";
  return new Intl.RelativeTimeFormat(locale, { numeric }).format(-value, unit);
}

/** A length in words of `locale`: `15 minutes`, `3 hours`, `2 days`. What is not whole in a unit stays in the smaller. */
export function lengthLabel(minutes: number, locale: string): string {
  const unit = minutes % DAY_MINUTES === 0 ? "day" : minutes % HOUR_MINUTES === 0 ? "hour" : "minute";
  const value = minutes / { day: DAY_MINUTES, hour: HOUR_MINUTES, minute: 1 }[unit];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value);
}

/** In the largest unit of which there are at least two, so that at most a third is rounded away. */
function spanOf(minutes: number): Span {
  if (minutes >= 2 * DAY_MINUTES) return { value: Math.floor(minutes / DAY_MINUTES), unit: "day" };
  if (minutes >= 2 * HOUR_MINUTES) return { value: Math.floor(minutes / HOUR_MINUTES), unit: "hour" };
  return { value: Math.floor(minutes), unit: "minute" };
}
