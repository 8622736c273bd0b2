import fc from "fast-check";
import { Secret, TOTP } from "otpauth";
import { describe, expect, it } from "vitest";
import { codeDigits, findTotpStep } from "@/lib/matomo/totp";
import { plus, SECOND_MS } from "@/lib/platform/clock";

const STEP_MS = 30 * SECOND_MS;
/** The key of RFC 6238, appendix B ("12345678901234567890"), in base32. */
const RFC = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
/** As long as Matomo's own secrets. */
const SECRET = "ABCDEFGHIJKLMNOP";
const AT = new Date("2026-11-24T10:00:00Z");
const STEP = AT.getTime() / STEP_MS;

function codeAt(at: Date, secret = SECRET): string {
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: at.getTime() });
}

describe("a one-time code", () => {
  // The last six of the eight digits that the RFC prints.
  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ])("is that of RFC 6238 at %i seconds", (seconds, code) => {
    const at = new Date(seconds * SECOND_MS);
    expect(findTotpStep(RFC, code, at, 0)).toBe(Math.floor(seconds / 30));
  });

  it.each([
    [1, [-1, 0, 1], [-3, -2, 2, 3]],
    [2, [-2, -1, 0, 1, 2], [-4, -3, 3, 4]],
  ])("at window %i is right in the steps %j, wrong in %j", (window, right, wrong) => {
    for (const delta of right) {
      expect(findTotpStep(SECRET, codeAt(plus(AT, delta * STEP_MS)), AT, window), String(delta)).toBe(STEP + delta);
    }
    for (const delta of wrong) {
      expect(findTotpStep(SECRET, codeAt(plus(AT, delta * STEP_MS)), AT, window), String(delta)).toBeNull();
    }
  });

  it("belongs to its step from the first to the last millisecond, and to the portal's clock alone", () => {
    const code = codeAt(AT);
    for (const ms of [0, 1, STEP_MS - 1]) expect(findTotpStep(SECRET, code, plus(AT, ms), 0)).toBe(STEP);
    for (const ms of [-1, STEP_MS]) expect(findTotpStep(SECRET, code, plus(AT, ms), 0)).toBeNull();
  });

  it("may have spaces in it, as apps show it", () => {
    const code = codeAt(AT);
    for (const typed of [
      ` ${code} `,
      `${code.slice(0, 3)} ${code.slice(3)}`,
      `${code.slice(0, 3)}\u00a0${code.slice(3)}`,
    ]) {
      expect(findTotpStep(SECRET, typed, AT, 1)).toBe(STEP);
    }
  });

  it("is six digits and nothing else", () => {
    const code = codeAt(AT);
    const arabic = [...code].map((digit) => String.fromCodePoint(0x660 + Number(digit))).join("");
    for (const typed of [
      "",
      code.slice(1),
      `0${code}`,
      `${code}0`,
      `${code}x`,
      `-${code}`,
      arabic,
      "1e5000",
      "٠",
      code.slice(0, 5),
    ]) {
      expect(codeDigits(typed), typed).toBeNull();
      expect(findTotpStep(SECRET, typed, AT, 1), typed).toBeNull();
    }
  });

  it("keeps its leading zeros", () => {
    expect(findTotpStep(RFC, "5924", new Date(1_234_567_890 * SECOND_MS), 1)).toBeNull();
  });
});

describe("a secret in Matomo's table", () => {
  it("may be in lower case, padded, or in groups", () => {
    const code = codeAt(AT);
    for (const stored of [SECRET.toLowerCase(), "ABCD EFGH IJKL MNOP", ` ${SECRET}\n`, `${SECRET}======`]) {
      expect(findTotpStep(stored, code, AT, 1), stored).toBe(STEP);
    }
  });

  it.each(["", " ", "A", "=", "1", "ABCDEFGH1", "ÄBCDEFGH", "🔑", "not base32!"])(
    "that is none, %j, verifies no code, not even that of an empty key",
    (stored) => {
      const empty = TOTP.generate({ secret: new Secret({ buffer: new ArrayBuffer(0) }), timestamp: AT.getTime() });
      for (const code of [empty, codeAt(AT), "000000"]) expect(findTotpStep(stored, code, AT, 2)).toBeNull();
    },
  );

  it("of any text never throws, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string(), fc.oneof(fc.string(), fc.constant("123456")), (stored, code) => {
        findTotpStep(stored, code, AT, 2);
      }),
    );
  });
});
