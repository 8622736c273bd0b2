import { Secret, TOTP } from "otpauth";

/**
 * What Matomo's codes are made with (docs/matomo.md#second-factor; RFC 6238 with the values every authenticator app
 * takes for granted).
 */
const MATOMO = { algorithm: "SHA1", digits: 6, period: 30 } as const;

/** The six digits of a one-time code, without the spaces that apps show in it; null for anything else. */
export function codeDigits(typed: string): string | null {
  const digits = typed.replace(/\s/g, "");
  return /^[0-9]{6}$/.test(digits) ? digits : null;
}

/**
 * The time step (whole 30 s since the epoch) in which `code` is right.
 * @param secret base32 as Matomo stores it; one that is empty or is no base32 verifies nothing
 * @param window how many steps around that of `at` count as well; Matomo's own is 2
 * @returns null when the code is right in none of these steps
 */
export function findTotpStep(secret: string, code: string, at: Date, window: number): number | null {
  const token = codeDigits(code);
  const key = keyOf(secret);
  if (token === null || key === null) return null;
  const timestamp = at.getTime();
  const delta = TOTP.validate({ ...MATOMO, secret: key, token, timestamp, window });
  return delta === null ? null : TOTP.counter({ period: MATOMO.period, timestamp }) + delta;
}

/** Null also for a key of no bytes: its codes could be computed by anybody. */
function keyOf(secret: string): Secret | null {
  try {
    const key = Secret.fromBase32(secret.replace(/\s/g, ""));
    return key.bytes.length > 0 ? key : null;
  } catch {
    return null;
  }
}
