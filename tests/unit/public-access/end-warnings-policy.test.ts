import { describe, expect, it } from "vitest";
import { endWarningDue, latestEndToWarnOf, warningsNotMeant } from "@/lib/domain/public-access/end-warnings-policy";
import { untilFromEndDate } from "@/lib/domain/publications/policy";
import { DAY_MS, HOUR_MS, plus } from "@/lib/platform/clock";

const BERLIN = "Europe/Berlin";
const LONG_AGO = new Date("2026-01-01T00:00:00Z");
const at = (iso: string) => new Date(iso);
const until = (day: string, zone = BERLIN) => untilFromEndDate(day, zone, LONG_AGO) ?? LONG_AGO;

function due(changes: Partial<Parameters<typeof endWarningDue>[0]>, moment: Date, zone = BERLIN) {
  return endWarningDue({ since: LONG_AGO, until: until("2026-12-24"), warnedDays: null, ...changes }, moment, zone);
}

describe("warnings before the end", () => {
  it("come 7 days and 1 day before, to the millisecond", () => {
    const end = until("2026-12-24");
    expect(due({}, plus(end, -7 * DAY_MS - 1))).toBeNull();
    expect(due({}, plus(end, -7 * DAY_MS))).toBe(7);
    expect(due({ warnedDays: 7 }, plus(end, -DAY_MS - 1))).toBeNull();
    expect(due({ warnedDays: 7 }, plus(end, -DAY_MS))).toBe(1);
    expect(due({ warnedDays: 1 }, plus(end, -1))).toBeNull();
    expect(due({}, end)).toBeNull();
  });

  it.each([
    // The clock goes back on 25 October 2026: seven days are an hour longer.
    ["2026-10-28", "2026-10-21T22:00:00.000Z"],
    // It goes forward on 28 March 2027: an hour shorter.
    ["2027-03-31", "2027-03-24T23:00:00.000Z"],
  ])("across a change of the clock a week before %s begins at midnight of its day", (day, moment) => {
    const end = until(day);
    expect(due({ until: end }, plus(at(moment), -1))).toBeNull();
    expect(due({ until: end }, at(moment))).toBe(7);
    expect(Math.abs(end.getTime() - at(moment).getTime() - 7 * DAY_MS)).toBe(HOUR_MS);
  });

  it("after an outage are the newest one alone", () => {
    const end = until("2026-12-24");
    expect(due({}, plus(end, -3 * HOUR_MS))).toBe(1);
    expect(due({}, plus(end, -3 * DAY_MS))).toBe(7);
  });

  it.each([
    // made, ends after, the moments at which a warning is due
    ["2026-12-01T12:00:00Z", "2026-12-01", []],
    ["2026-12-01T12:00:00Z", "2026-12-02", []],
    ["2026-12-01T12:00:00Z", "2026-12-03", ["2026-12-02T23:00:00.000Z 1"]],
    ["2026-12-01T12:00:00Z", "2026-12-05", ["2026-12-04T23:00:00.000Z 1"]],
    ["2026-12-01T12:00:00Z", "2026-12-08", ["2026-12-07T23:00:00.000Z 1"]],
    ["2026-12-01T12:00:00Z", "2026-12-09", ["2026-12-02T23:00:00.000Z 7", "2026-12-08T23:00:00.000Z 1"]],
  ])("of a publication made %s that ends on %s never come within its own first day", (since, day, expected) => {
    expect(told(at(since), until(day))).toEqual(expected);
  });

  it.each(["UTC", BERLIN, "America/New_York", "Pacific/Apia", "Africa/Cairo", "Australia/Lord_Howe", "+05:45"])(
    "in %s are each told once, whatever the day of the year, and are looked for in time",
    (zone) => {
      for (let day = 0; day < 400; day += 3) {
        const since = plus(at("2026-01-01T05:00:00Z"), day * DAY_MS);
        const end =
          untilFromEndDate(
            plus(since, 12 * DAY_MS)
              .toISOString()
              .slice(0, 10),
            zone,
            since,
          ) ?? since;
        for (const days of [7, 1] as const) {
          const begins = plus(end, -days * DAY_MS + 2 * HOUR_MS);
          expect(endWarningDue({ since, until: end, warnedDays: null }, begins, zone)).toBe(days);
          expect(latestEndToWarnOf(days, plus(end, -days * DAY_MS - 2 * HOUR_MS)).getTime()).toBeGreaterThan(
            end.getTime(),
          );
        }
      }
    },
  );

  it("are not meant when an end date is set so near that they would come within a day", () => {
    const set = at("2026-12-01T12:00:00Z");
    const notMeant = (day: string) => warningsNotMeant(until(day), set, BERLIN);
    expect(["2026-12-01", "2026-12-02"].map(notMeant)).toEqual([1, 1]);
    expect(["2026-12-03", "2026-12-08"].map(notMeant)).toEqual([7, 7]);
    expect(["2026-12-09", "2027-12-09"].map(notMeant)).toEqual([null, null]);
  });
});

/** What is told, looking every hour. */
function told(since: Date, end: Date): string[] {
  const found: string[] = [];
  let warnedDays: number | null = null;
  for (let moment = since; moment <= end; moment = plus(moment, HOUR_MS)) {
    const days = endWarningDue({ since, until: end, warnedDays }, moment, BERLIN);
    if (days === null) continue;
    found.push(`${moment.toISOString()} ${days}`);
    warnedDays = days;
  }
  return found;
}
