import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS, now, plus, SECOND_MS } from "@/lib/platform/clock";
import { advance, freezeClock } from "@/tests/support/clock";

describe("the clock", () => {
  it("is the one that tests freeze and move", () => {
    freezeClock("2026-11-23T22:28:00Z");
    expect(now()).toEqual(new Date("2026-11-23T22:28:00Z"));
    advance(-2 * HOUR_MS);
    expect(now()).toEqual(new Date("2026-11-23T20:28:00Z"));
  });

  it("counts in milliseconds", () => {
    expect([SECOND_MS, MINUTE_MS, HOUR_MS, DAY_MS]).toEqual([1_000, 60_000, 3_600_000, 86_400_000]);
  });

  it("moves a moment by a duration and leaves the moment itself as it was", () => {
    const from = new Date("2026-10-25T00:30:00Z");
    expect(plus(from, DAY_MS)).toEqual(new Date("2026-10-26T00:30:00Z"));
    expect(plus(from, -1)).toEqual(new Date("2026-10-25T00:29:59.999Z"));
    expect(from).toEqual(new Date("2026-10-25T00:30:00Z"));
  });
});
