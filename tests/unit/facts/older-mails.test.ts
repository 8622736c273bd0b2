import { describe, expect, it } from "vitest";
import { mailFactsSchema } from "@/lib/ledger/facts/mail-schema";
import { asSaidToday } from "@/lib/ledger/facts/older-mails";
import { EXAMPLES } from "@/tests/unit/mail/facts";

const block = EXAMPLES["block-changed"];
const { on: _on, left: _left, kind: _kind, ...common } = block;

/** As versions before the block queued them, which had a lock and a pause. */
const lock = (locked: boolean) => ({ ...common, kind: "lock-changed", locked });
const pause = (state: "paused" | "resumed" | "dropped", left = 0) => ({
  ...common,
  kind: "pause-changed",
  state,
  left,
});

const read = (facts: unknown) => mailFactsSchema.parse(asSaidToday(facts));

describe("a mail that an older version queued", () => {
  it.each([
    ["a lock that was set", lock(true), { on: true, left: 0 }],
    ["a lock that was lifted", lock(false), { on: false, left: 0 }],
    ["a pause", pause("paused"), { on: true, left: 0 }],
    ["a pause that was ended", pause("resumed", 2), { on: false, left: 2 }],
  ])("is of the block today, with the same sites, person and reason: %s", (_what, facts, said) => {
    expect(read(facts)).toEqual({ ...block, ...said });
  });

  it("names no site as restored when a pause was dropped: they stayed private", () => {
    expect(read(pause("dropped", 3))).toEqual({ ...block, on: false, left: 3, sites: [], total: 0 });
  });

  it("is so as a part of a digest, too", () => {
    const digest = { ...EXAMPLES.digest, changes: [lock(true), EXAMPLES["made-public"], pause("dropped", 1)] };
    expect(read(digest)).toMatchObject({
      kind: "digest",
      changes: [
        { kind: "block-changed", on: true },
        { kind: "made-public" },
        { kind: "block-changed", on: false, total: 0 },
      ],
    });
  });

  it("is left as it is, whatever else it is about", () => {
    for (const facts of Object.values(EXAMPLES)) expect(asSaidToday(facts)).toEqual(facts);
  });
});
