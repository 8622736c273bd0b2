import { createHash } from "node:crypto";

const COUNT = 10;
const LENGTH = 16;
/** a to z without q, and digits, in capitals (docs/matomo.md#second-factor) */
const ALPHABET = "ABCDEFGHIJKLMNOPRSTUVWXYZ0123456789";

/** Recovery codes as Matomo makes them. They come from the login, so that two demos are alike. */
export function recoveryCodesOf(login: string): string[] {
  return Array.from({ length: COUNT }, (_, index) => {
    const bytes = createHash("sha256").update(`demo recovery code ${index} of ${login}`).digest();
    return [...bytes.subarray(0, LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
  });
}
