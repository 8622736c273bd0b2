import { createHash } from "node:crypto";
import { hash as argon2 } from "@node-rs/argon2";
import { hash as bcrypt } from "@node-rs/bcrypt";
import { formerSuperUser, type UserSeed, users } from "./data/users";

/** PHP's defaults; the library's own choice of algorithm is PASSWORD_ARGON2ID, too. */
const AS_PHP = { rounds: 10, argon2: { memoryCost: 65_536, timeCost: 4, parallelism: 1 } };
const QUICK: typeof AS_PHP = { rounds: 4, argon2: { memoryCost: 64, timeCost: 1, parallelism: 1 } };

/**
 * A hash as Matomo stores it: bcrypt (`$2y$10$`) or argon2id over the hex md5 of the password (docs/matomo.md#sign-in).
 * The salt comes from the login, so that two demos are alike; the passwords are public anyway.
 */
async function matomoPasswordHash(user: UserSeed, cost: typeof AS_PHP): Promise<string> {
  const md5 = createHash("md5").update(user.password, "utf8").digest("hex");
  const salt = createHash("sha256").update(`demo salt of ${user.login}`).digest().subarray(0, 16);
  if (user.algorithm === "argon2id") return argon2(md5, { ...cost.argon2, salt });
  const hash = await bcrypt(md5, cost.rounds, salt);
  return hash.replace("$2b$", "$2y$");
}

/** The hash of each user's password, by login. `isQuick`: of so little work that half a year of sign-ins takes no time. */
export async function hashPasswords({ isQuick = false } = {}): Promise<ReadonlyMap<string, string>> {
  const cost = isQuick ? QUICK : AS_PHP;
  const everybody = [...users, formerSuperUser];
  return new Map(
    await Promise.all(everybody.map(async (user) => [user.login, await matomoPasswordHash(user, cost)] as const)),
  );
}
