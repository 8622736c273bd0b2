import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS, plus } from "@/lib/platform/clock";
import { type CoverageFacts, coverageOf, type WatchRun, watchIsLate } from "@/lib/reports/coverage/policy";

const FROM = new Date("2026-10-25T12:00:00Z");
const TO = plus(FROM, 30 * DAY_MS);
const at = (minutes: number) => plus(FROM, minutes * MINUTE_MS);
const END = 30 * 24 * 60;

/** Runs in the order in which they began. */
function runs(minutes: readonly number[], outcome = "done", firstId = 1): WatchRun[] {
  return minutes.map((minute, index) => ({ id: BigInt(firstId + index), startedAt: at(minute), outcome }));
}

function every(step: number, from = 0, to = END): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
}

function coverage(change: Partial<CoverageFacts>) {
  return coverageOf({
    runs: [],
    watchingSince: plus(FROM, -DAY_MS),
    from: FROM,
    to: TO,
    intervalMinutes: 5,
    runEndsWithinMs: 6 * MINUTE_MS,
    ...change,
  });
}

const spans = (change: Partial<CoverageFacts>) =>
  coverage(change).blind.map(({ from, to }) => [minuteOf(from), to === null ? null : minuteOf(to)]);
const minuteOf = (iso: string) => (Date.parse(iso) - FROM.getTime()) / MINUTE_MS;

describe("coverage", () => {
  it("is whole when a check follows each within the interval", () => {
    expect(coverage({ runs: runs(every(5)) })).toMatchObject({
      watched: 1,
      blind: [],
      blindCount: 0,
      longest: null,
      checks: 8641,
      failedChecks: 0,
      lastCheckAt: TO.toISOString(),
    });
  });

  it("of a portal that never looked is not known: neither whole nor none", () => {
    const never = coverage({ watchingSince: null, runs: runs([5, 10], "failed") });
    expect(never).toMatchObject({
      watched: null,
      slices: [],
      checks: 0,
      failedChecks: 2,
      lastCheckAt: null,
      blind: [],
    });
  });

  it("of one check is its interval; the rest is blind and not over", () => {
    expect(spans({ runs: runs([10]), watchingSince: at(10) })).toEqual([[15, null]]);
    const one = coverage({ runs: runs([10]), watchingSince: at(10), to: at(30) });
    expect(one).toMatchObject({ from: at(10).toISOString(), watched: 0.25, checks: 1 });
  });

  it("has lost the whole time when no check was made in it", () => {
    expect(coverage({})).toMatchObject({ watched: 0, lastCheckAt: null, longest: { minutes: END, to: null } });
    expect(new Set(coverage({}).slices)).toEqual(new Set([0]));
  });

  it("has a gap from the end of the interval to the next check, wherever it lies", () => {
    expect(spans({ runs: runs(every(5).filter((minute) => minute >= 60)) })).toEqual([[0, 60]]);
    expect(spans({ runs: runs(every(5).filter((minute) => minute <= 100 || minute >= 200)) })).toEqual([[105, 200]]);
    expect(spans({ runs: runs(every(5, 0, END - 90)) })).toEqual([[END - 85, null]]);
  });

  it("goes on from the newest check before the time", () => {
    expect(spans({ runs: runs([-3, ...every(5, 2)]) })).toEqual([]);
    expect(spans({ runs: runs([-3, ...every(5, 10)]) })).toEqual([[2, 10]]);
  });

  it("forgives a late cron a minute of 5, half a minute of 1 and a tenth of a day, and no more", () => {
    const gap = (intervalMinutes: number, lateBy: number) =>
      coverage({ intervalMinutes, to: at(intervalMinutes + lateBy), runs: runs([0, intervalMinutes + lateBy]) })
        .blindCount;
    expect([gap(5, 1), gap(5, 1.1), gap(1, 0.5), gap(1, 1), gap(1440, 144), gap(1440, 145)]).toEqual([
      0, 1, 0, 1, 0, 1,
    ]);
  });

  it("counts neither what failed, nor what never ended, nor what is still at it as watched", () => {
    const others = [...runs([10], "failed", 3), ...runs([15], "running", 4), ...runs([118], "running", 5)];
    const seen = coverage({ runs: [...runs([0, 5]), ...others], to: at(120) });
    expect(seen).toMatchObject({ checks: 2, failedChecks: 2, longest: { from: at(10).toISOString(), to: null } });
  });

  it("of runs that overlap is no more than the time they cover", () => {
    const twice = [...every(5), ...every(5, 1)].sort((a, b) => a - b);
    expect(coverage({ runs: runs(twice) })).toMatchObject({ watched: 1, blindCount: 0 });
    expect(spans({ runs: runs([0, 1, 2]), to: at(60) })).toEqual([[7, null]]);
  });

  it("E43: does not take checks that were made while the clock was ahead for checks at that time", () => {
    // At 0 the clock jumps ahead by an hour for two looks; from 10 on it is right. From 40 on nobody looks.
    const jumped = runs([60, 65, ...every(5, 10, 40)]);
    expect(spans({ runs: jumped, to: at(120) })).toEqual([
      [45, null],
      [0, 10],
    ]);
    expect(coverage({ runs: jumped, to: at(50) }).lastCheckAt).toBe(at(40).toISOString());
  });

  it("E43: counts the time that a clock was set forward by as blind: nobody knows", () => {
    expect(spans({ runs: runs([0, 5, 65, 70]), to: at(70) })).toEqual([[10, 65]]);
  });

  it("does not believe that it began to watch at a moment that lies ahead", () => {
    expect(coverage({ watchingSince: plus(TO, DAY_MS) })).toMatchObject({ from: FROM.toISOString(), watched: 0 });
  });

  it("lists the ten longest gaps, newest first, and counts all of them", () => {
    const checks = Array.from({ length: 21 }, (_, n) => n).map((n) => n * 100 + n * n);
    const seen = coverage({ runs: runs(checks), to: at(checks[20] ?? 0), from: FROM });
    expect([seen.blind.length, seen.blindCount]).toEqual([10, 20]);
    expect(seen.longest?.minutes).toBe(100 + 39 - 5);
    expect(seen.blind.map(({ from }) => from)).toEqual([...seen.blind.map(({ from }) => from)].sort().reverse());
  });

  it("shows each gap in the slice of the time where it was, however short", () => {
    const { slices } = coverage({ runs: runs(every(5).filter((minute) => minute < 1440 || minute > 1450)) });
    expect(slices.map((part, index) => (part < 1 ? index : -1)).filter((index) => index >= 0)).toEqual([2]);
  });

  it("is never whole while there is a gap, and its parts add up, whatever ran", () => {
    const outcome = fc.constantFrom("done", "done", "failed", "running");
    const some = fc.array(fc.tuple(fc.integer({ min: -30, max: 600 }), outcome), { maxLength: 60 });
    fc.assert(
      fc.property(
        some,
        fc.constantFrom(1, 5, 60),
        fc.option(fc.integer({ min: -60, max: 600 })),
        (ran, interval, since) => {
          const seen = coverage({
            runs: ran.map(([minute, how], index) => ({ id: BigInt(index), startedAt: at(minute), outcome: how })),
            intervalMinutes: interval,
            watchingSince: since === null ? null : at(since),
            to: at(500),
          });
          if (since === null) {
            expect(seen.watched).toBeNull();
            return;
          }
          expect((seen.watched ?? 0) < 1).toBe(seen.blindCount > 0);
          expect(seen.slices.some((part) => part < 1)).toBe(seen.blindCount > 0);
          const mean = seen.slices.reduce((sum, part) => sum + part, 0) / seen.slices.length;
          expect(mean).toBeCloseTo(seen.watched ?? 0, 6);
          if (!ran.some(([, how]) => how === "done")) expect(seen.checks).toBe(0);
        },
      ),
    );
  });
});

describe("E45: the watch is late", () => {
  it("after three intervals without a good check, and when it never looked", () => {
    expect(watchIsLate(plus(TO, -15 * MINUTE_MS), 5, TO)).toBe(false);
    expect(watchIsLate(plus(TO, -15 * MINUTE_MS - 1), 5, TO)).toBe(true);
    expect(watchIsLate(plus(TO, -72 * HOUR_MS), 1440, TO)).toBe(false);
    expect(watchIsLate(null, 1440, TO)).toBe(true);
  });
});
