import type { DbClient } from "@/lib/platform/db/client";
import { constantSql, idList, inChunks, sql } from "@/lib/platform/db/sql";
import { hexOf } from "./anonymous-access";
import { sameLogin } from "./same-login";
import { ANONYMOUS, HAS_SUPER_USER_ACCESS } from "./users";

/** Somebody who may change who sees a site. `key` as in same-login.ts. */
type AccessKeeper = { login: string; key: string; right: "super-user" | "admin"; sites: number };

/** Who keeps a site's access (docs/matomo.md#who-may-change-access), compared byte for byte as Matomo does. */
const keeps = constantSql(`HEX(a.access) IN (${["admin", "superuser"].map(hexOf).join(",")})`);

/**
 * Everybody who may give anonymous access to these sites in Matomo: Super Users to all of them, admins to `sites` of
 * them. Not `anonymous` itself, and nobody who is only invited. One statement for each 5,000 sites, and one more.
 * @param hasInvites whether this Matomo has the column `invite_token`
 */
export async function readAccessKeepers(
  db: DbClient,
  siteIds: readonly number[],
  hasInvites: boolean,
): Promise<AccessKeeper[]> {
  const admins = await countAdminSites(db, siteIds);
  const invited = hasInvites ? sql`AND invite_token IS NULL` : sql``;
  const alone = admins.size === 0 ? sql`AND ${HAS_SUPER_USER_ACCESS}` : sql``;
  const users = await db.$queryRaw<{ login: string; same: string; super: number | bigint }[]>`
    SELECT login, ${sameLogin(sql`login`)} AS same, ${HAS_SUPER_USER_ACCESS} AS super FROM \`matomo_user\`
    WHERE login <> ${ANONYMOUS} ${invited} ${alone}`;
  return users.flatMap(({ login, same, super: isSuper }): AccessKeeper[] => {
    if (Number(isSuper) === 1) return [{ login, key: same, right: "super-user", sites: siteIds.length }];
    const sites = admins.get(same);
    return sites === undefined ? [] : [{ login, key: same, right: "admin", sites }];
  });
}

async function countAdminSites(db: DbClient, siteIds: readonly number[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const chunk of inChunks(siteIds)) {
    const rows = await db.$queryRaw<{ same: string; n: number | bigint }[]>`
      SELECT ${sameLogin(sql`a.login`)} AS same, COUNT(DISTINCT a.idsite) AS n FROM \`matomo_access\` a
      WHERE a.idsite IN (${idList(chunk)}) AND ${keeps} GROUP BY same`;
    for (const { same, n } of rows) counts.set(same, (counts.get(same) ?? 0) + Number(n));
  }
  return counts;
}
