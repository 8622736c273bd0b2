import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { GENESIS_HASH, hashEvent } from "@/lib/ledger/audit/chain";
import { eventLine, headerLine, headLine } from "@/lib/ledger/audit/export-line";
import { verifyExport } from "@/lib/ledger/audit/verify-export";
import type { StoredEvent } from "@/lib/ledger/audit/walk-chain";
import { HOSTILE } from "@/tests/support/hostile";

const AT = new Date("2026-11-24T09:00:00.123Z");

/** A chain of as many events as there are hostile texts, each with one of them in every field. */
function chain(): StoredEvent[] {
  let prevHash = GENESIS_HASH;
  return HOSTILE.map(({ text }, index) => {
    const event = {
      seq: BigInt(index + 1),
      at: AT,
      type: "sign-out",
      actorType: "superUser",
      actorName: text,
      ip: index % 2 ? null : "203.0.113.7",
      userAgent: text,
      sessionRef: null,
      facts: JSON.stringify({ reason: text }),
      prevHash,
      originDigest: null,
    };
    const hash = hashEvent(event);
    prevHash = hash;
    return { ...event, hash, origin: null };
  });
}

const EVENTS = chain();
const HEAD = { seq: BigInt(EVENTS.length), hash: EVENTS.at(-1)?.hash ?? GENESIS_HASH };
const LINES = [headerLine(AT, 0n), ...EVENTS.map((event) => eventLine(event)), headLine(HEAD)];
const fileOf = (lines: readonly string[]) => `${lines.join("\n")}\n`;
const verify = (text: string) => verifyExport(Readable.from([text]));
const changed = (change: (lines: string[]) => void) => {
  const lines = [...LINES];
  change(lines);
  return fileOf(lines);
};
const edit = (from: string, to: string) =>
  changed((lines) => {
    lines[3] = (lines[3] ?? "").replace(from, to);
  });

describe("an exported audit log", () => {
  it("is one line for each event, whatever text the events hold", () => {
    for (const line of LINES) expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
    expect(LINES).toHaveLength(EVENTS.length + 2);
  });

  it("is unbroken as it was written, in pieces of any size", async () => {
    const whole = { ok: true, events: EVENTS.length, hash: HEAD.hash };
    expect(await verify(fileOf(LINES))).toEqual(whole);
    expect(await verifyExport(Readable.from(fileOf(LINES).match(/[\s\S]{1,7}/g) ?? []))).toEqual(whole);
  });

  it("is unbroken when there are no events", async () => {
    const empty = [headerLine(AT, 0n), headLine({ seq: 0n, hash: GENESIS_HASH })];
    expect(await verify(fileOf(empty))).toEqual({ ok: true, events: 0, hash: GENESIS_HASH });
  });

  it.each([
    ["an edited field", edit("sign-out", "sign-in"), "3", "was edited"],
    ["an edited moment", edit("09:00:00.123Z", "09:00:00.124Z"), "3", "was edited"],
    ["a moment written otherwise", edit("09:00:00.123Z", "09:00:00.123000Z"), "3", "was edited"],
    ["an added field", edit('{"seq"', '{"by":"eve","seq"'), "3", "was edited"],
    ["a field that is there twice", edit('{"seq"', '{"type":"x","seq"'), "3", "was edited"],
    ["added space", edit('{"seq"', '{ "seq"'), "3", "was edited"],
    ["a line that is no JSON", edit("{", ""), "3", "was edited"],
    ["a missing event", changed((lines) => lines.splice(3, 1)), "3", "is missing"],
    ["a missing first event", changed((lines) => lines.splice(1, 1)), "1", "is missing"],
    ["a missing last event", changed((lines) => lines.splice(-2, 1)), HEAD.seq.toString(), "is missing"],
    [
      "two events that changed places",
      changed((lines) => lines.splice(3, 2, lines[4] ?? "", lines[3] ?? "")),
      "3",
      "is missing",
    ],
    [
      "an event that is there twice",
      changed((lines) => lines.splice(4, 0, lines[3] ?? "")),
      "3",
      "stands in another place",
    ],
    ["no end", fileOf(LINES.slice(0, 5)), "5", "is missing: the file was cut off before the chain head"],
    ["no events and no end", fileOf(LINES.slice(0, 1)), "1", "is missing: the file was cut off before the chain head"],
    ["half a last line", fileOf(LINES.slice(0, 6)).slice(0, -20), "5", "is cut off, with everything after it"],
    ["half a chain head", fileOf(LINES).slice(0, -20), String(HEAD.seq + 1n), "is cut off, with everything after it"],
    [
      "a chain head of before",
      changed((lines) => lines.splice(-1, 1, headLine({ seq: 2n, hash: EVENTS[1]?.hash ?? "" }))),
      HEAD.seq.toString(),
      "is not what the chain head says",
    ],
    [
      "something after the chain head",
      changed((lines) => lines.push(lines[3] ?? "")),
      HEAD.seq.toString(),
      "is the last one, and the file goes on after the chain head",
    ],
  ])("with %s is broken there", async (_, text, seq, problem) => {
    expect(await verify(text)).toEqual({ ok: false, seq, problem });
  });

  it.each([
    ["empty", ""],
    ["a table", "id,name\n1,anna\n"],
    ["other JSON", '{"format":"something else","version":1}\n'],
    ["without its first line", fileOf(LINES.slice(1))],
    ["of a later version", fileOf(LINES).replace('"version":2', '"version":3')],
  ])("that is %s cannot be checked", async (_, text) => {
    await expect(verify(text)).rejects.toThrow(/^The file (is not an export|has version 3)/);
  });

  it("written anew with hashes that fit has another newest hash: the one that was kept elsewhere tells", async () => {
    let prevHash = GENESIS_HASH;
    const forged = EVENTS.map((event) => {
      const rewritten = { ...event, actorName: "jonas", prevHash };
      prevHash = hashEvent(rewritten);
      return { ...rewritten, hash: prevHash };
    });
    const text = fileOf([
      headerLine(AT, 0n),
      ...forged.map((event) => eventLine(event)),
      headLine({ seq: HEAD.seq, hash: prevHash }),
    ]);
    const verdict = await verify(text);
    expect(verdict).toMatchObject({ ok: true });
    expect(verdict).not.toMatchObject({ hash: HEAD.hash });
  });
});
