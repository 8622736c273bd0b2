import { type AnonymousState, readAnonymousUser, stateOfAnonymous } from "@/lib/matomo/users";
import type { DbClient } from "@/lib/platform/db/client";
import { AppError, type ErrorCode } from "@/lib/platform/errors";

const REFUSALS: Record<Exclude<AnonymousState, "present">, ErrorCode> = {
  missing: "anonymous_user_missing",
  renamed: "anonymous_user_renamed",
  "super-user": "anonymous_is_super_user",
};

/**
 * Nothing is published while rows of `anonymous` would not do exactly what they say: it is missing, spelled otherwise,
 * or a Super User, to whom every site is open already.
 * @throws AppError `anonymous_user_missing`, `anonymous_user_renamed`, `anonymous_is_super_user`
 */
export async function requireAnonymousUser(db: DbClient): Promise<void> {
  const state = stateOfAnonymous(await readAnonymousUser(db));
  if (state !== "present") throw new AppError(REFUSALS[state]);
}
