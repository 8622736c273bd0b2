import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stepUpActions } from "@/lib/auth/schema";
import { PROOF_MAX_AGE_MS, proofSubject, RECENT_AUTH_MAX_AGE_MS } from "@/lib/auth/step-up";

const ids = fc.array(fc.integer({ min: 1, max: 2 ** 32 - 1 }), { maxLength: 30 });
const action = fc.constantFrom(...stepUpActions);
const sameSet = (a: number[], b: number[]) =>
  new Set(a).size === new Set([...a, ...b]).size && new Set(b).size === new Set([...a, ...b]).size;

describe("what a proof is bound to", () => {
  it("is the set of sites: neither their order nor a repetition matters", () => {
    fc.assert(
      fc.property(action, ids, (command, sites) => {
        const subject = proofSubject(command, sites);
        expect(proofSubject(command, [...sites].reverse())).toBe(subject);
        expect(proofSubject(command, [...sites, ...sites])).toBe(subject);
      }),
    );
  });

  it("is exactly that set: one site more, fewer or other is another subject", () => {
    const few = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 4 });
    fc.assert(
      fc.property(action, few, few, (command, proven, wanted) => {
        expect(proofSubject(command, proven) === proofSubject(command, wanted)).toBe(sameSet(proven, wanted));
      }),
      { numRuns: 1_000 },
    );
    expect(proofSubject("grant", [1, 23])).not.toBe(proofSubject("grant", [12, 3]));
    expect(proofSubject("grant", [1, 2])).not.toBe(proofSubject("grant", [12]));
    expect(proofSubject("grant", [10, 9])).toBe(proofSubject("grant", [9, 10]));
  });

  it("is the action too", () => {
    fc.assert(
      fc.property(action, action, ids, (proven, wanted, sites) => {
        expect(proofSubject(proven, sites) === proofSubject(wanted, sites)).toBe(proven === wanted);
      }),
    );
  });

  it("tells nothing about the sites, and leaves the list as it was", () => {
    const sites = Object.freeze([9, 3]);
    expect(proofSubject("grant", sites)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("a proof's age", () => {
  it("is at most 2 minutes to publish and 15 to make private", () => {
    expect([PROOF_MAX_AGE_MS, RECENT_AUTH_MAX_AGE_MS]).toEqual([120_000, 900_000]);
  });
});
