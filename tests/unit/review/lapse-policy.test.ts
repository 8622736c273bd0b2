import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextPeriodStart } from "@/lib/domain/periods/policy";
import { type FirstWarning, firstWarnings, type LapseRule, lapsingNext } from "@/lib/domain/review/lapse-policy";
import { cadences, SETTINGS } from "@/lib/ledger/settings/terms";
import { DAY_MS, HOUR_MS, plus } from "@/lib/platform/clock";
import { ZONES } from "@/tests/unit/reminders/wall-clock";

const LONG_AGO = new Date("2000-01-01T00:00:00Z");
const weekly: LapseRule = { periods: 1, changedAt: LONG_AGO, cadence: "weekly", timeZone: "Europe/Berlin" };
const monthly: LapseRule = { ...weekly, cadence: "monthly" };

/** What a site that was confirmed last at `confirmedAt` is told at `at`. */
function told(at: string, rule: LapseRule, confirmedAt: string): Omit<FirstWarning, "before"> | null {
  const found = firstWarnings(new Date(at), rule).find(({ before }) => new Date(confirmedAt) < before);
  return found ? { lapsesAt: found.lapsesAt, days: found.days } : null;
}

describe("with one period, a site confirmed on a Thursday", () => {
  const THURSDAY = "2026-11-19T12:00:00Z";
  const LAPSE = new Date("2026-11-30T07:00:00Z");

  it.each([
    ["2026-11-20T12:00:00Z", null],
    ["2026-11-23T07:00:00Z", null],
    ["2026-11-28T06:59:59Z", null],
    ["2026-11-28T07:00:00Z", { lapsesAt: LAPSE, days: 2 }],
    ["2026-11-29T06:59:59Z", { lapsesAt: LAPSE, days: 2 }],
    ["2026-11-29T07:00:00Z", { lapsesAt: LAPSE, days: 1 }],
    ["2026-11-29T11:00:00Z", { lapsesAt: LAPSE, days: 1 }],
    // less than 20 hours are left: it gets a day from now
    ["2026-11-29T11:00:01Z", { lapsesAt: new Date("2026-11-30T11:00:01Z"), days: 1 }],
    ["2026-11-30T06:59:59Z", { lapsesAt: new Date("2026-12-01T06:59:59Z"), days: 1 }],
    ["2026-11-30T07:00:00Z", { lapsesAt: new Date("2026-12-01T07:00:00Z"), days: 1 }],
    ["2027-03-03T03:00:00Z", { lapsesAt: new Date("2027-03-04T03:00:00Z"), days: 1 }],
  ])("is asked about on Monday 23rd, and at %s told %j of Monday 30th", (at, expected) => {
    expect(told(at, weekly, THURSDAY)).toEqual(expected);
  });

  it.each([2, 3, 6, 12])("lasts %i Mondays more with so many periods", (periods) => {
    const lapse = plus(LAPSE, (periods - 1) * 7 * DAY_MS);
    expect(told(plus(lapse, -2 * DAY_MS).toISOString(), { ...weekly, periods }, THURSDAY)).toEqual({
      lapsesAt: lapse,
      days: 2,
    });
    expect(told(plus(lapse, -2 * DAY_MS - 1).toISOString(), { ...weekly, periods }, THURSDAY)).toBeNull();
  });
});

it("monthly, the first warning comes 7 days before; confirmed at the very start of a period counts for that one", () => {
  const lapse = new Date("2027-01-01T07:00:00Z");
  expect(told("2026-12-25T06:59:59Z", monthly, "2026-11-30T12:00:00Z")).toBeNull();
  expect(told("2026-12-25T07:00:00Z", monthly, "2026-11-30T12:00:00Z")).toEqual({ lapsesAt: lapse, days: 7 });
  expect(told("2026-12-31T08:00:00Z", monthly, "2026-12-01T06:59:59Z")).toEqual({ lapsesAt: lapse, days: 1 });
  expect(told("2026-12-31T08:00:00Z", monthly, "2026-12-01T07:00:00Z")).toBeNull();
});

it("a rule that was changed counts from the change on", () => {
  const changed = { ...weekly, changedAt: new Date("2026-11-26T12:00:00Z") };
  expect(told("2026-11-29T08:00:00Z", changed, "2026-11-01T12:00:00Z")).toBeNull();
  expect(told("2026-12-05T08:00:00Z", changed, "2026-11-01T12:00:00Z")).toEqual({
    lapsesAt: new Date("2026-12-07T07:00:00Z"),
    days: 2,
  });
});

describe("at any moment, for any site and rule", () => {
  const moment = fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
  const rules = fc.record({
    periods: fc.constantFrom(...SETTINGS["unconfirmed-rule"].oneOf.filter((rule) => rule !== "off").map(Number)),
    back: fc.nat({ max: 500 }),
    cadence: fc.constantFrom(...cadences),
    timeZone: fc.constantFrom(...ZONES),
  });
  const FIRST = { weekly: 2, monthly: 7 };
  /** Enough: computing in a zone is slow. */
  const RUNS = { numRuns: 60 };

  it("it is warned when the rule says so, counted period by period; never with less than 20 hours left", () => {
    fc.assert(
      fc.property(moment, rules, fc.nat({ max: 500 }), (at, { back, ...given }, days) => {
        const rule = { ...given, changedAt: plus(at, -back * DAY_MS) };
        const confirmedAt = plus(at, -days * DAY_MS);
        const lapse = lapseOf(confirmedAt, rule);
        const left = lapse.getTime() - at.getTime();
        const found = firstWarnings(at, rule).find(({ before }) => confirmedAt < before);
        expect(found !== undefined).toBe(left <= FIRST[rule.cadence] * DAY_MS);
        if (!found) return;
        expect(found.lapsesAt).toEqual(left >= 20 * HOUR_MS ? lapse : plus(at, DAY_MS));
        expect(found.days).toBe(left <= DAY_MS ? 1 : FIRST[rule.cadence]);
      }),
      RUNS,
    );
  });

  it("the reminder counts what becomes private by the next period", () => {
    fc.assert(
      fc.property(moment, rules, fc.nat({ max: 500 }), (at, { back: _, ...given }, days) => {
        const rule = { ...given, changedAt: LONG_AGO };
        const confirmedAt = plus(at, -days * DAY_MS);
        const next = nextPeriodStart(at, rule.cadence, rule.timeZone);
        expect(confirmedAt < lapsingNext(at, rule)).toBe(lapseOf(confirmedAt, rule) <= next);
      }),
      RUNS,
    );
  });
});

/** The rule in other words: N period starts pass, and another period begins. */
function lapseOf(confirmedAt: Date, { periods, changedAt, cadence, timeZone }: LapseRule): Date {
  let lapse = confirmedAt > changedAt ? confirmedAt : changedAt;
  for (let start = 0; start <= periods; start++) lapse = nextPeriodStart(lapse, cadence, timeZone);
  return lapse;
}
