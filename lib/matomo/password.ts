import { createHash } from "node:crypto";
import { verify as verifyArgon2 } from "@node-rs/argon2";
import { compare as compareBcrypt } from "bcryptjs";

/** Compared when there is no such user, so that unknown logins take as long as known ones. Belongs to no password. */
const NOBODY = "$2y$10$abcdefghijklmnopqrstuuJ4pzGHj3oQmGVp5qVwVYqkIc9nYQxK6";

/** Costs 4 to 31 and bcrypt's own alphabet: anything else makes the library throw instead of saying no. */
const BCRYPT = /^\$2[aby]\$(0[4-9]|[12]\d|3[01])\$[./A-Za-z0-9]{53}$/;

/**
 * Whether `password`, exactly as typed, belongs to `storedHash` of Matomo's `user` table.
 * Matomo hashes the lower-case hex md5 of the UTF-8 bytes with bcrypt (`$2y$`), argon2i or argon2id (fact 5;
 * core/Auth/Password.php). Anything else stored there never verifies.
 */
export async function verifyMatomoPassword(password: string, storedHash: string | null): Promise<boolean> {
  const md5 = createHash("md5").update(password, "utf8").digest("hex");
  if (storedHash && /^\$argon2(i|id)\$/.test(storedHash)) return verifyArgon2(storedHash, md5).catch(() => false);
  const isBcrypt = storedHash !== null && BCRYPT.test(storedHash);
  const matches = await compareBcrypt(md5, isBcrypt ? storedHash : NOBODY);
  return isBcrypt && matches;
}
