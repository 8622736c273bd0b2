import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  lastPermanentFailure,
  permanentFailureOf,
  permanentFailures,
  worstStatus,
} from "@/lib/domain/deliveries/policy";
import { type DeliveryStatus, deliveryStatuses } from "@/lib/domain/deliveries/schema";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 12, minute));
const event = (fate: DeliveryStatus, minute: number) => ({ fate, at: at(minute) });

describe("E17: of what was said of one mail", () => {
  it.each(
    deliveryStatuses.flatMap((better, index) =>
      deliveryStatuses.slice(index + 1).map((worse) => [better, worse] as const),
    ),
  )("%s never replaces %s, whichever came first", (better, worse) => {
    expect(worstStatus([event(worse, 1), event(better, 2)])).toEqual(event(worse, 1));
    expect(worstStatus([event(better, 1), event(worse, 2)])).toEqual(event(worse, 2));
  });

  it("the newest of equals counts, and nothing is unknown", () => {
    expect(worstStatus([event("bounced", 2), event("bounced", 3), event("bounced", 1)])).toEqual(event("bounced", 3));
    expect(worstStatus([])).toBeNull();
  });

  it("the order in which it was told changes nothing", () => {
    const told = fc.array(
      fc.record({ fate: fc.constantFrom(...deliveryStatuses), at: fc.integer({ min: 0, max: 50 }).map(at) }),
    );
    fc.assert(
      fc.property(told, fc.infiniteStream(fc.nat()), (events, keys) => {
        const shuffled = events
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(worstStatus(shuffled)).toEqual(worstStatus(events));
      }),
    );
  });
});

describe("E19: an address", () => {
  it("is ended by a bounce, a suppression and a complaint, and by nothing else", () => {
    expect(deliveryStatuses.filter((fate) => permanentFailureOf(fate) !== null)).toEqual([
      "bounced",
      "suppressed",
      "complained",
    ]);
    expect(permanentFailureOf("frozen")).toBeNull();
  });

  it.each(permanentFailures)("that %s works again when a mail arrived that was handed over later", (ending) => {
    const ended = { ending, at: at(5) };
    expect(lastPermanentFailure([event(ending, 5)])).toEqual(ended);
    expect(lastPermanentFailure([event(ending, 5), event("delivered", 6)])).toBeNull();
    expect(lastPermanentFailure([event("delivered", 6), event(ending, 5)])).toBeNull();
  });

  it("stays ended by a mail that was handed over before, or at that moment, and by what tells nothing of it", () => {
    for (const proof of [event("delivered", 4), event("delivered", 5), event("delayed", 9), event("failed", 9)]) {
      expect(lastPermanentFailure([event("bounced", 5), proof])).toEqual({ ending: "bounced", at: at(5) });
    }
  });

  it("that worked again is ended by what comes after, and the newest ending is the one that lasts", () => {
    const events = [event("bounced", 1), event("delivered", 2), event("complained", 3), event("suppressed", 4)];
    expect(lastPermanentFailure(events)).toEqual({ ending: "suppressed", at: at(4) });
    expect(lastPermanentFailure([])).toBeNull();
    expect(lastPermanentFailure([event("delivered", 1)])).toBeNull();
  });
});
