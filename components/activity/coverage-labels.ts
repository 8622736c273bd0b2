import type { ActivityIntl, ActivityTranslator } from "@/components/events/activity-intl";

const TENTH_OF_A_PERCENT = 0.001;

/** What numbers and lists are printed with. */
type Format = Pick<ActivityIntl["format"], "list" | "number">;

/** `99.9%`. Rounded down, so that it says 100 only when there was no gap; and never 0 when something was watched. */
export function percentLabel(t: ActivityTranslator, format: Format, watched: number): string {
  const percent = (part: number) => format.number(part, { style: "percent", maximumFractionDigits: 1 });
  if (watched > 0 && watched < TENTH_OF_A_PERCENT) return t("coverage.under", { percent: percent(TENTH_OF_A_PERCENT) });
  return percent(Math.floor(watched * 1_000) / 1_000);
}

/** `42 minutes`, `2 hours 5 minutes`, `3 days 4 hours`: the largest unit and the next. */
export function lengthLabel(format: Format, minutes: number): string {
  const units = [
    ["day", Math.floor(minutes / 1_440)],
    ["hour", Math.floor(minutes / 60) % 24],
    ["minute", minutes % 60],
  ] as const;
  const largest = units.findIndex(([, count]) => count > 0);
  const shown = units.slice(largest, largest + 2).filter(([, count]) => count > 0);
  return format.list(
    shown.map(([unit, count]) => format.number(count, { style: "unit", unit, unitDisplay: "long" })),
    { type: "unit", style: "narrow" },
  );
}

/** How a part of the time is painted: whole only when it was. */
export function sliceState(watched: number): "full" | "partly" | "none" {
  if (watched >= 1) return "full";
  return watched > 0 ? "partly" : "none";
}
