import type { DbClient } from "@/lib/platform/db/client";
import { unlessIncomparable } from "@/lib/platform/db/incomparable";
import { sql } from "@/lib/platform/db/sql";
import { findUser, type MatomoUserRecord } from "./users";

/**
 * The one user whose login or e-mail address is what a sign-in provider says. The database looks it up under its own
 * collation, for which `á` is `a` and blanks at the end are nothing; so `isSame` decides about what it finds. Two users
 * with the same address (possible before Matomo 4.12) are nobody. The row is kept from changing until the
 * transaction ends.
 */
export async function findUserByClaim(
  db: DbClient,
  claim: { by: "login" | "email"; value: string },
  isSame: (stored: string, claimed: string) => boolean,
): Promise<MatomoUserRecord | "unknown" | "several"> {
  const { by, value } = claim;
  const column = by === "login" ? sql`login` : sql`email`;
  const rows = await unlessIncomparable(
    () =>
      db.$queryRaw<{ login: string; email: string }[]>`
        SELECT login, email FROM \`matomo_user\` WHERE ${column} = ${value}`,
    [],
  );
  const [user, ...others] = rows.filter((row) => isSame(row[by], value));
  if (!user) return "unknown";
  if (others.length > 0) return "several";
  return (await findUser(db, user.login, true)) ?? "unknown";
}
