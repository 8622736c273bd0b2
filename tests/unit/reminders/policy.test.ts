import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDue, nextPeriodStart, periodAt } from "@/lib/domain/periods/policy";
import { cadences } from "@/lib/ledger/settings/terms";
import { OFFSETS, wallClock, ZONES } from "./wall-clock";

const moment = fc.date({ min: new Date("2015-01-01"), max: new Date("2060-01-01"), noInvalidDate: true });
const cadence = fc.constantFrom(...cadences);
const zone = fc.oneof(
  { weight: 15, arbitrary: fc.constantFrom(...ZONES) },
  { weight: 1, arbitrary: fc.constantFrom(...OFFSETS) },
);
/** Enough: computing in a zone is slow. */
const RUNS = { numRuns: 60 };
const MONTH_MS = 31 * 24 * 3_600_000;

describe("the period of a moment", () => {
  it("began at or before it, and the next one begins after it", () => {
    fc.assert(
      fc.property(moment, cadence, zone, (now, every, where) => {
        expect(periodAt(now, every, where).startsAt <= now).toBe(true);
        expect(nextPeriodStart(now, every, where) > now).toBe(true);
      }),
      RUNS,
    );
  });

  it("begins when the clocks there show 08:00, on a Monday or on the 1st, and is told by that day", () => {
    fc.assert(
      fc.property(moment, zone, (now, where) => {
        const week = wallClock(periodAt(now, "weekly", where).startsAt, where);
        const month = wallClock(periodAt(now, "monthly", where).startsAt, where);
        expect(week).toMatch(/^Mon .* 08:00:00$/);
        expect(month).toMatch(/-01 08:00:00$/);
        expect(periodAt(now, "monthly", where).key).toBe(`monthly/${month.slice(4, 11)}`);
        expect(periodAt(now, "weekly", where).label).toBe(week.slice(4, 14));
        expect(periodAt(now, "monthly", where).label).toBe(month.slice(4, 11));
      }),
      RUNS,
    );
  });

  it("is the same, key and all, for every moment of it, and another one for every moment after it", () => {
    fc.assert(
      fc.property(moment, cadence, zone, fc.double({ min: 0, max: 1, noNaN: true }), (now, every, where, part) => {
        const period = periodAt(now, every, where);
        const next = nextPeriodStart(now, every, where);
        const within = period.startsAt.getTime() + (next.getTime() - 1 - period.startsAt.getTime()) * part;
        expect(periodAt(new Date(Math.floor(within)), every, where)).toEqual(period);
        expect(periodAt(next, every, where).startsAt).toEqual(next);
        expect(periodAt(next, every, where).key).not.toBe(period.key);
      }),
      RUNS,
    );
  });

  it.each(["Europe/Berlin", "Pacific/Apia"])(
    "has a key of its own, one for each due moment of four years in %s",
    (where) => {
      for (const every of cadences) {
        const periods = every === "weekly" ? 209 : 49;
        const keys = new Set<string>();
        let at = new Date("2025-01-15T00:00:00Z");
        for (let count = 0; count < periods; count++, at = nextPeriodStart(at, every, where)) {
          keys.add(periodAt(at, every, where).key);
        }
        expect(keys.size).toBe(periods);
        expect(wallClock(at, where)).toBe(every === "weekly" ? "Mon 2029-01-15 08:00:00" : "Thu 2029-02-01 08:00:00");
      }
    },
  );
});

describe("E43: a clock that jumps", () => {
  it("back never invents a key of a later period", () => {
    fc.assert(
      fc.property(moment, fc.nat({ max: 3 * MONTH_MS }), cadence, zone, (now, back, every, where) => {
        const earlier = periodAt(new Date(now.getTime() - back), every, where);
        const known = periodAt(now, every, where);
        expect(earlier.startsAt <= known.startsAt).toBe(true);
        expect(earlier.key <= known.key).toBe(true);
        expect(earlier.key === known.key).toBe(earlier.startsAt.getTime() === known.startsAt.getTime());
      }),
      RUNS,
    );
  });

  it("back by 2 hours brings no second reminder, forward by 40 days exactly one", () => {
    const ticks = ["2026-11-23T08:00Z", "2026-11-23T06:59Z", "2026-11-23T09:00Z", "2027-01-02T09:00Z"];
    const sent = new Set(["weekly/2026-W47"]);
    const fresh = ticks.map((tick) => {
      const period = periodAt(new Date(tick), "weekly", "Europe/Berlin");
      const due = isDue(period, new Date("2026-11-01T07:00Z"), sent.has(period.key));
      sent.add(period.key);
      return due;
    });
    expect(fresh).toEqual([true, false, false, true]);
    expect([...sent]).toEqual(["weekly/2026-W47", "weekly/2026-W48", "weekly/2026-W53"]);
  });
});

describe("a reminder is due", () => {
  const period = periodAt(new Date("2026-11-23T12:00:00Z"), "weekly", "UTC");
  const before = new Date(period.startsAt.getTime() - 1);
  const after = new Date(period.startsAt.getTime() + 1);

  it.each([
    ["the portal watched before the period began", before, false, true],
    ["the portal watches since the very moment it began", period.startsAt, false, true],
    ["the portal came later: the baseline alert has told it", after, false, false],
    ["the portal has never watched", null, false, false],
    ["it is queued already", before, true, false],
    ["it is queued already, and began with the watch", period.startsAt, true, false],
    ["it is queued already, and the portal came later", after, true, false],
    ["it is queued already, and the portal has never watched", null, true, false],
  ])("or not, when %s", (_, watchingSince, alreadyQueued, due) => {
    expect(isDue(period, watchingSince, alreadyQueued)).toBe(due);
  });
});
