import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endingOf, endings, lastingEnding, worstFate } from "@/lib/domain/deliveries/policy";
import { type Fate, fates } from "@/lib/domain/deliveries/schema";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 12, minute));
const event = (fate: Fate, minute: number) => ({ fate, at: at(minute) });

describe("E17: of what was said of one mail", () => {
  it.each(fates.flatMap((better, index) => fates.slice(index + 1).map((worse) => [better, worse] as const)))(
    "%s never replaces %s, whichever came first",
    (better, worse) => {
      expect(worstFate([event(worse, 1), event(better, 2)])).toEqual(event(worse, 1));
      expect(worstFate([event(better, 1), event(worse, 2)])).toEqual(event(worse, 2));
    },
  );

  it("the newest of equals counts, and nothing is unknown", () => {
    expect(worstFate([event("bounced", 2), event("bounced", 3), event("bounced", 1)])).toEqual(event("bounced", 3));
    expect(worstFate([])).toBeNull();
  });

  it("the order in which it was told changes nothing", () => {
    const told = fc.array(fc.record({ fate: fc.constantFrom(...fates), at: fc.integer({ min: 0, max: 50 }).map(at) }));
    fc.assert(
      fc.property(told, fc.infiniteStream(fc.nat()), (events, keys) => {
        const shuffled = events
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(worstFate(shuffled)).toEqual(worstFate(events));
      }),
    );
  });
});

describe("E19: an address", () => {
  it("is ended by a bounce, a suppression and a complaint, and by nothing else", () => {
    expect(fates.filter((fate) => endingOf(fate) !== null)).toEqual(["bounced", "suppressed", "complained"]);
    expect(endingOf("frozen")).toBeNull();
  });

  it.each(endings)("that %s works again when a mail arrived that was handed over later", (ending) => {
    const ended = { ending, at: at(5) };
    expect(lastingEnding([event(ending, 5)])).toEqual(ended);
    expect(lastingEnding([event(ending, 5), event("delivered", 6)])).toBeNull();
    expect(lastingEnding([event("delivered", 6), event(ending, 5)])).toBeNull();
  });

  it("stays ended by a mail that was handed over before, or at that moment, and by what tells nothing of it", () => {
    for (const proof of [event("delivered", 4), event("delivered", 5), event("delayed", 9), event("failed", 9)]) {
      expect(lastingEnding([event("bounced", 5), proof])).toEqual({ ending: "bounced", at: at(5) });
    }
  });

  it("that worked again is ended by what comes after, and the newest ending is the one that lasts", () => {
    const events = [event("bounced", 1), event("delivered", 2), event("complained", 3), event("suppressed", 4)];
    expect(lastingEnding(events)).toEqual({ ending: "suppressed", at: at(4) });
    expect(lastingEnding([])).toBeNull();
    expect(lastingEnding([event("delivered", 1)])).toBeNull();
  });
});
