import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChainedFields, GENESIS_HASH, hashEvent } from "@/lib/ledger/audit/chain";

const text = fc.string({ unit: "binary", maxLength: 20 });
const maybe = fc.option(text);
const fields = {
  seq: fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }),
  at: fc.date({ noInvalidDate: true }),
  type: text,
  actorType: text,
  actorName: text,
  ip: maybe,
  userAgent: maybe,
  sessionRef: maybe,
  facts: text,
  prevHash: text,
  originDigest: maybe,
};
const event: fc.Arbitrary<ChainedFields> = fc.record(fields);
const names = Object.keys(fields) as (keyof ChainedFields)[];

const EVENT: ChainedFields = {
  seq: 7n,
  at: new Date("2026-11-23T22:28:00.123Z"),
  type: "public-access.granted",
  actorType: "superUser",
  actorName: "ada",
  ip: "203.0.113.7",
  userAgent: null,
  sessionRef: "ref",
  facts: '{"siteIds":[3]}',
  prevHash: GENESIS_HASH,
  originDigest: null,
};

describe("the hash of an audit event", () => {
  it("is sha256 over the fields in their order: what any other program would compute", () => {
    // printf '%s' '["7","2026-11-23T22:28:00.123Z",…]' | sha256sum
    expect(hashEvent(EVENT)).toBe("4cab926f9223916b1b27db3868c473150e3590efe18d13fc1829b64f4700724a");
  });

  it("changes when any single field changes", () => {
    for (const name of names) {
      fc.assert(
        fc.property(event, fields[name], (before, value) => {
          fc.pre(before[name]?.valueOf() !== value?.valueOf());
          expect(hashEvent({ ...before, [name]: value }), name).not.toBe(hashEvent(before));
        }),
        { numRuns: 50 },
      );
    }
  });

  it("changes with each field of a real event, by one character or one millisecond", () => {
    const edits: Partial<ChainedFields>[] = [
      { seq: 8n },
      { at: new Date(EVENT.at.getTime() + 1) },
      { type: "public-access.revoked" },
      { actorType: "system" },
      { actorName: "adb" },
      { ip: "203.0.113.8" },
      { userAgent: "" },
      { sessionRef: null },
      { facts: '{"siteIds":[4]}' },
      { facts: '{"siteIds": [3]}' },
      { prevHash: GENESIS_HASH.replace("0", "1") },
      { originDigest: "" },
    ];
    const hashes = new Set(edits.map((edit) => hashEvent({ ...EVENT, ...edit })));
    expect(hashes.size).toBe(edits.length);
    expect(hashes).not.toContain(hashEvent(EVENT));
    expect(new Set(edits.flatMap((edit) => Object.keys(edit)))).toEqual(new Set(names));
  });

  it.each(["ip", "userAgent", "sessionRef"] as const)("tells nothing from the word null and from empty: %s", (name) => {
    const hashes = [null, "null", "", '"', "undefined"].map((value) => hashEvent({ ...EVENT, [name]: value }));
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it("changes when text moves from one field into the next", () => {
    fc.assert(
      fc.property(event, fc.string({ minLength: 1, maxLength: 5 }), (one, moved) => {
        const before = { ...one, type: `${one.type}${moved}` };
        const after = { ...one, actorType: `${moved}${one.actorType}` };
        expect(hashEvent(before)).not.toBe(hashEvent(after));
        expect(hashEvent({ ...one, facts: `x","${one.facts}` })).not.toBe(
          hashEvent({ ...one, prevHash: `x","${one.prevHash}` }),
        );
      }),
    );
  });

  it("does not depend on more than the fields it covers, nor on their order in the object", () => {
    const shuffled = Object.fromEntries(Object.entries({ ...EVENT, hash: "x", id: 1 }).reverse()) as ChainedFields;
    expect(hashEvent(shuffled)).toBe(hashEvent(EVENT));
  });

  it("follows 64 zeros at the beginning", () => {
    expect(GENESIS_HASH).toMatch(/^0{64}$/);
  });
});
