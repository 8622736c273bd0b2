import { describe, expect, it } from "vitest";
import { RateLimiter } from "@/lib/messaging/outbox/rate-limiter";
import type { SendOutcome } from "@/lib/messaging/outbox/sender";
import { HOUR_MS, plus, SECOND_MS } from "@/lib/platform/clock";

const AT = new Date("2026-11-23T12:00:00.000Z");
const accepted = (left?: number, limit = 2): SendOutcome => ({
  outcome: "accepted",
  providerId: null,
  ...(left !== undefined && { allowance: { limit, left, resetMs: SECOND_MS } }),
});
const limited = (retryAfterMs: number): SendOutcome => ({ outcome: "later", error: "429", retryAfterMs });

/** How many mails are handed over before one must wait. */
function handAll(pace: RateLimiter, at = AT): number {
  let count = 0;
  while (pace.waitMs(at) === 0) {
    pace.handed();
    count++;
  }
  return count;
}

describe("the pace at which mails are handed over (E6)", () => {
  it("is one mail until the provider has answered, then four at once if it names no limit", () => {
    const pace = new RateLimiter();
    expect(handAll(pace)).toBe(1);
    expect(pace.waitMs(AT)).toBeNull();
    pace.answered(accepted(), AT);
    expect(handAll(pace)).toBe(4);
  });

  it("never is more than the provider says is left, and a whole window's worth when the window is over", () => {
    const pace = new RateLimiter();
    handAll(pace);
    pace.answered(accepted(1), AT);
    expect(handAll(pace)).toBe(1);
    pace.answered(accepted(0), AT);
    expect(pace.waitMs(plus(AT, 400))).toBe(600);
    expect(handAll(pace, plus(AT, SECOND_MS))).toBe(2);
  });

  it("counts what is in hand against an answer that may not know of it yet", () => {
    const pace = new RateLimiter();
    handAll(pace);
    pace.answered(accepted(3, 4), AT);
    expect(handAll(pace)).toBe(3);
    pace.answered(accepted(2, 4), AT);
    expect(handAll(pace)).toBe(0);
  });

  it("is nothing during the pause that a provider asks for, a second at least", () => {
    const pace = new RateLimiter();
    handAll(pace);
    pace.answered(limited(30_000), AT);
    expect(pace.waitMs(plus(AT, 10_000))).toBe(20_000);
    expect(handAll(pace, plus(AT, 30_000))).toBe(4);
    for (let count = 0; count < 4; count++) pace.answered(limited(1), plus(AT, 30_000));
    expect(pace.waitMs(plus(AT, 30_000))).toBe(SECOND_MS);
  });

  it("does not wait for a clock that was set back", () => {
    const pace = new RateLimiter();
    handAll(pace);
    pace.answered(limited(30_000), AT);
    expect(pace.waitMs(plus(AT, -2 * HOUR_MS))).toBe(0);
  });
});
