import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_TRIES, nextTry } from "@/lib/messaging/outbox/retry-policy";
import { HOUR_MS } from "@/lib/platform/clock";

const FAILED_AT = new Date("2026-11-23T22:28:00.000Z");
const pause = (tries: number, chance: number) => {
  const next = nextTry(tries, FAILED_AT, chance);
  return next && next.getTime() - FAILED_AT.getTime();
};
const chance = fc.double({ min: 0, max: 1, noNaN: true });

describe("the ladder of tries", () => {
  it.each([
    [1, 5_000],
    [2, 30_000],
    [3, 120_000],
    [4, 600_000],
    [5, 1_800_000],
    [6, 3_600_000],
    [7, 10_800_000],
    [8, 14_400_000],
    [9, 14_400_000],
    [10, null],
    [11, null],
  ])("waits, after failed try %i, %s ms", (tries, ms) => {
    expect(pause(tries, 0)).toBe(ms);
  });

  it("E4: has ten tries: the tenth failure is the last", () => {
    expect(MAX_TRIES).toBe(10);
    expect(pause(MAX_TRIES - 1, 1)).not.toBeNull();
    expect(pause(MAX_TRIES, 0)).toBeNull();
  });

  it("E4: is over before 20 hours even when each pause is as long as chance can make it", () => {
    let total = 0;
    for (let tries = 1; tries < MAX_TRIES; tries++) total += pause(tries, 1) ?? 0;
    expect(total).toBeLessThan(20 * HOUR_MS);
    expect(total).toBeGreaterThan(12 * HOUR_MS);
  });

  it("never waits less after a later failure, with the same luck", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_TRIES - 2 }), chance, (tries, luck) => {
        expect(pause(tries + 1, luck)).toBeGreaterThanOrEqual(pause(tries, luck) ?? Number.POSITIVE_INFINITY);
      }),
    );
  });

  it("spreads the tries of many mails, by up to a quarter of the pause and in whole milliseconds", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_TRIES - 1 }), chance, (tries, luck) => {
        const shortest = pause(tries, 0) ?? 0;
        const waited = pause(tries, luck) ?? 0;
        expect(waited).toBeGreaterThanOrEqual(shortest);
        expect(waited).toBeLessThanOrEqual(shortest * 1.25);
        expect(Number.isInteger(waited)).toBe(true);
      }),
    );
    expect(pause(5, 1)).toBe(2_250_000);
  });
});
