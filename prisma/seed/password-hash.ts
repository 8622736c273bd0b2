import { createHash } from "node:crypto";
import { hash as argon2 } from "@node-rs/argon2";
import { hash as bcrypt } from "@node-rs/bcrypt";
import type { UserSeed } from "./data/users";

const BCRYPT_ROUNDS = 10;
/** PHP's defaults for PASSWORD_ARGON2ID, which is also the library's own choice of algorithm. */
const ARGON2 = { memoryCost: 65_536, timeCost: 4, parallelism: 1 };

/**
 * A hash as Matomo stores it: bcrypt (`$2y$10$`) or argon2id over the hex md5 of the password (docs/matomo.md#sign-in).
 * The salt comes from the login, so that two demos are alike; the passwords are public anyway.
 */
export async function matomoPasswordHash(user: Pick<UserSeed, "login" | "password" | "algorithm">): Promise<string> {
  const md5 = createHash("md5").update(user.password, "utf8").digest("hex");
  const salt = createHash("sha256").update(`demo salt of ${user.login}`).digest().subarray(0, 16);
  if (user.algorithm === "argon2id") return argon2(md5, { ...ARGON2, salt });
  const hash = await bcrypt(md5, BCRYPT_ROUNDS, salt);
  return hash.replace("$2b$", "$2y$");
}
