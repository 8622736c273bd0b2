import { SECOND_MS } from "@/lib/platform/clock";
import type { SendOutcome } from "./sender";

/** Mails in hand at once: Resend allows 5 requests a second unless it says otherwise. */
const AT_ONCE = 4;
/** No pause that a provider asks for is shorter. */
const SHORTEST_REST_MS = SECOND_MS;

/** A span that ends by itself, also when the clock is set back meanwhile. */
type Span = { since: Date; ms: number };

function leftOf(span: Span | null, at: Date): number {
  if (span === null || at < span.since) return 0;
  return Math.max(0, span.since.getTime() + span.ms - at.getTime());
}

/**
 * How fast mails may be handed to one sender, learnt from its answers (E6): one at first, then as many as it says it
 * allows, none while it rests. The caller tells the moment.
 */
export class RateLimiter {
  #inHand = 0;
  #hasAnswered = false;
  #window: (Span & { limit: number; left: number }) | null = null;
  #rest: Span | null = null;

  /** Milliseconds until the next mail may be handed over; null when an answer must come first. */
  waitMs(at: Date): number | null {
    if (this.#inHand >= (this.#hasAnswered ? AT_ONCE : 1)) return null;
    const restMs = leftOf(this.#rest, at);
    if (restMs > 0 || this.#window === null || this.#window.left > 0) return restMs;
    // What is in hand will say more of the window than is known now.
    if (this.#inHand > 0) return null;
    const windowMs = leftOf(this.#window, at);
    if (windowMs === 0) this.#window = { ...this.#window, since: at, left: this.#window.limit };
    return windowMs;
  }

  handed(): void {
    this.#inHand += 1;
    if (this.#window) this.#window.left -= 1;
  }

  answered(outcome: SendOutcome, at: Date): void {
    this.#inHand -= 1;
    this.#hasAnswered = true;
    if (outcome.outcome === "later" && outcome.retryAfterMs !== null) {
      this.#rest = { since: at, ms: Math.max(SHORTEST_REST_MS, outcome.retryAfterMs) };
    }
    if (outcome.allowance) {
      const { limit, left, resetMs } = outcome.allowance;
      // The answer may be older than what is in hand.
      this.#window = { limit, left: left - this.#inHand, since: at, ms: resetMs };
    }
  }
}
