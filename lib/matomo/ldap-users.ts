import type { DbClient } from "@/lib/platform/db/client";

const MARK = "_isLDAPUser";

/**
 * Logins that sign in with an account elsewhere: the LoginLdap plugin leaves a password in `user` that nobody knows
 * and marks them by the option `<login>_isLDAPUser` (docs/matomo.md#people). They cannot prove a password here. Logins
 * as the option spells them; compare without regard to case.
 */
export async function listExternalLogins(db: DbClient): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ option_name: string; option_value: string }[]>`
    SELECT option_name, option_value FROM \`matomo_option\`
    WHERE option_name LIKE ${`%!${MARK}`} ESCAPE '!' AND option_value = '1'`;
  return new Set(
    rows.filter((row) => row.option_name.endsWith(MARK)).map((row) => row.option_name.slice(0, -MARK.length)),
  );
}
