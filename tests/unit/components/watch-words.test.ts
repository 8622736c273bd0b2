import { describe, expect, it } from "vitest";
import { everyWords, watchIsLate } from "@/components/public-access/watch-words";

describe("the watch in words", () => {
  it("E39: prints the interval that is in force", () => {
    const words = (watchInterval: number) => everyWords({ watchInterval });
    expect([1, 5, 60, 90, 1440].map(words)).toEqual([
      "every minute",
      "every 5 minutes",
      "every hour",
      "every 90 minutes",
      "every 24 hours",
    ]);
  });

  it("E45: is late after three intervals without a look, whatever the interval", () => {
    const late = (watchInterval: number, minutesAgo: number) =>
      watchIsLate({
        watchInterval,
        asOf: "2026-11-24T06:00:00.000Z",
        lastWatchAt: new Date(Date.parse("2026-11-24T06:00:00.000Z") - minutesAgo * 60_000).toISOString(),
      });
    expect([late(5, 15), late(5, 16), late(60, 179), late(60, 181)]).toEqual([false, true, false, true]);
  });

  it("that never ran is late", () => {
    expect(watchIsLate({ watchInterval: 5, asOf: "2026-11-24T06:00:00.000Z", lastWatchAt: null })).toBe(true);
  });
});
