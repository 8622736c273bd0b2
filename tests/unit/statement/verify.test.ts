import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publicHalf, readPublicKey } from "@/lib/reports/statement/key";
import { signStatement } from "@/lib/reports/statement/sign";
import { verifyStatement } from "@/lib/reports/statement/verify";
import { EXAMPLE, KEYS, OTHER_KEYS } from "./example";

const text = signStatement(EXAMPLE, KEYS.privateKey);
const bytes = Buffer.from(text);
const { publicKey, fingerprint } = publicHalf(KEYS.privateKey);
const other = publicHalf(OTHER_KEYS.privateKey).publicKey;
const verify = (file: string | Uint8Array, key: string | null = publicKey) =>
  verifyStatement(typeof file === "string" ? Buffer.from(file) : file, key);

describe("a signed statement", () => {
  it("is valid with its key and reads back as it was", () => {
    for (const key of [publicKey, null]) {
      expect(verify(text, key)).toEqual({ ok: true, statement: EXAMPLE, fingerprint });
    }
  });

  it("is readable, and no character in it is invisible", () => {
    expect(text).toContain('\n    "instance": "matomo.example",\n');
    expect(text).toContain('"logins": ["anna", "bob"]');
    expect(text).toContain("\\u202e");
    expect(text.endsWith("}\n")).toBe(true);
  });

  it("with any one byte changed fails: each byte of the file", { timeout: 120_000 }, () => {
    const changed = Buffer.from(bytes);
    for (const [index, byte] of bytes.entries()) {
      changed[index] = byte ^ (1 << (index % 8));
      if (verify(changed, null).ok) expect.fail(`byte ${index}`);
      changed[index] = byte;
    }
    expect(verify(changed, null).ok).toBe(true);
  });

  it("with bytes put in, taken out or written over anywhere fails", () => {
    const edit = fc.record({
      at: fc.nat(bytes.length),
      cut: fc.nat(40),
      put: fc.oneof(
        fc.uint8Array({ maxLength: 12 }),
        fc.constantFrom(" ", "\n", "\t", "\r", '"', "0", ",", "{}").map((piece) => Buffer.from(piece)),
      ),
    });
    fc.assert(
      fc.property(edit, ({ at, cut, put }) => {
        const changed = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]);
        fc.pre(!changed.equals(bytes));
        expect(verify(changed, null).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["a space more", text.replace(": ", ":  ")],
    ["no line end", text.trimEnd()],
    ["one line end more", `${text}\n`],
    ["Windows' line ends", text.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\ufeff${text}`],
    ["written small", JSON.stringify(JSON.parse(text))],
    ["a key twice", text.replace('"month": "2026-10",', '"month": "2026-09",\n    "month": "2026-10",')],
    ["a key more", text.replace('"month": "2026-10",', '"month": "2026-10",\n    "note": "fine",')],
    ["__proto__", text.replace('"month": "2026-10",', '"month": "2026-10",\n    "__proto__": {},')],
    ["a letter as its number", text.replace("matomo.example", "m\\u0061tomo.example")],
    ["a number written otherwise", text.replace("0.998877", "9.98877e-1")],
    ["another time", text.replace("2026-10-02T10:00:01.000Z", "2026-10-02T10:00:02.000Z")],
    ["cut off", text.slice(0, text.length / 2)],
  ])("with %s is changed or signed by nobody", (_, file) => {
    expect(file).not.toBe(text);
    const verdict = verify(file, null);
    expect(!verdict.ok && verdict.problem).toMatch(/^(changed|signature)$/);
  });

  it("with other letters of base64 for the same signature fails", () => {
    const signature = JSON.parse(text).signature as string;
    const twin = `${signature.slice(0, 85)}${next(signature.at(85) ?? "")}==`;
    expect(Buffer.from(twin, "base64")).toEqual(Buffer.from(signature, "base64"));
    expect(verify(text.replace(signature, twin), null)).toEqual({ ok: false, problem: "signature" });
  });

  it("of somebody else is told from ours by the key one has: also when it calls itself ours", () => {
    const forged = signStatement(EXAMPLE, OTHER_KEYS.privateKey);
    expect(verify(forged)).toEqual({ ok: false, problem: "other-key" });
    // Without a key to compare with it can only be said whose it is.
    expect(verify(forged, null)).toMatchObject({
      ok: true,
      fingerprint: publicHalf(OTHER_KEYS.privateKey).fingerprint,
    });
    expect(verify(forged.replace(other, publicKey))).toEqual({ ok: false, problem: "signature" });
    const dressed = forged.replace(publicHalf(OTHER_KEYS.privateKey).fingerprint, fingerprint);
    expect(verify(dressed, null)).toEqual({ ok: false, problem: "signature" });
  });

  it.each([
    ["nothing", ""],
    ["no JSON", "hello"],
    ["null", "null"],
    ["another JSON", '{"format":"x"}'],
    ["a later version", text.replace('"version": 1', '"version": 2')],
  ])("%s cannot be checked", (_, file) => {
    expect(verify(file)).toEqual({ ok: false, problem: "unknown" });
  });
});

describe("a public key", () => {
  it.each([
    ["PEM", KEYS.publicKey.export({ format: "pem", type: "spki" }).toString()],
    ["base64", publicKey],
    ["base64 in lines", `${publicKey.slice(0, 20)}\n${publicKey.slice(20)}\n`],
  ])("is read as %s", (_, written) => {
    expect(readPublicKey(written)).toBe(publicKey);
  });

  it.each(["", "hello", Buffer.from("hello").toString("base64")])("%j is none", (written) => {
    expect(readPublicKey(written)).toBeNull();
  });
});

/** The next letter of base64's alphabet: differs in its last bit. */
function next(letter: string): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  return letters[letters.indexOf(letter) ^ 1] ?? "";
}
