import { createHash } from "node:crypto";
import { verify as verifyArgon2 } from "@node-rs/argon2";
import { verify as verifyBcrypt } from "@node-rs/bcrypt";

/** Compared when nothing better is known, so that unknown logins take as long as known ones. Belongs to no password. */
const NOBODY = "$2y$10$abcdefghijklmnopqrstuuJ4pzGHj3oQmGVp5qVwVYqkIc9nYQxK6";

/** Costs 4 to 31 and the alphabet of bcrypt: anything else is no hash, and is not compared. */
const BCRYPT = /^\$2[aby]\$(0[4-9]|[12]\d|3[01])\$[./A-Za-z0-9]{53}$/;

/**
 * Whether `password`, exactly as typed, belongs to `storedHash` of Matomo's `user` table.
 * Matomo hashes the lower-case hex md5 of the UTF-8 bytes with bcrypt (`$2y$`), argon2i or argon2id
 * (docs/matomo.md#sign-in; core/Auth/Password.php). Anything else stored there never verifies.
 *
 * It always costs one real comparison: what is no hash (an empty one of `anonymous` or a pending invitation, a broken
 * one) is answered only after `reference` was compared, or a bcrypt hash of Matomo's usual cost.
 * @param reference a hash of this instance (`referenceHash`), so that the answer takes as long as for anybody else
 */
export async function verifyMatomoPassword(
  password: string,
  storedHash: string | null,
  reference: string | null = null,
): Promise<boolean> {
  const md5 = createHash("md5").update(password, "utf8").digest("hex");
  const matches = await compare(md5, storedHash);
  if (matches === null && (await compare(md5, reference)) === null) await compare(md5, NOBODY);
  return matches === true;
}

/** Null, at once, for what is no hash. */
async function compare(md5: string, hash: string | null): Promise<boolean | null> {
  if (hash === null) return null;
  if (/^\$argon2(i|id)\$/.test(hash)) return verifyArgon2(hash, md5).catch(() => null);
  return BCRYPT.test(hash) ? verifyBcrypt(md5, hash) : null;
}
