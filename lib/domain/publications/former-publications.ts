import { DAY_MS, plus } from "@/lib/platform/clock";
import type { DbClient } from "@/lib/platform/db/client";
import { idList, inChunks, type Sql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/transaction";
import { givenToAnother, IDENTITY_COLUMNS } from "./site-identity";

/** How long a promise outlives the publication that somebody ended outside the portal. */
const KEEP_MS = 30 * DAY_MS;

/** What was known of a site before it was made private outside: who made it public, why, and until when. */
export type FormerPublication = { grantedBy: string | null; reason: string | null; until: Date | null };

/** Keeps what was promised of these sites, whose publications are about to go because they are private again outside. */
export async function keepPromises(tx: Tx, siteIds: readonly number[], at: Date): Promise<void> {
  await forgetPromises(tx, siteIds);
  for (const chunk of inChunks(siteIds)) {
    await tx.db.$executeRaw`
      INSERT INTO portal_former_publication (idsite, ${IDENTITY_COLUMNS}, granted_by, reason, until, ended_at)
      SELECT idsite, ${IDENTITY_COLUMNS}, COALESCE(granted_by, earlier_by), COALESCE(reason, earlier_reason), until, ${at}
      FROM portal_publication WHERE idsite IN (${idList(chunk)})
        AND (COALESCE(granted_by, reason, earlier_by, earlier_reason) IS NOT NULL OR until IS NOT NULL)`;
  }
}

/** A Super User, or a rule of the portal, has decided anew about these sites. */
export async function forgetPromises(tx: Tx, siteIds: readonly number[]): Promise<void> {
  for (const chunk of inChunks(siteIds)) {
    await tx.db.$executeRaw`DELETE FROM portal_former_publication WHERE idsite IN (${idList(chunk)})`;
  }
}

/** What was promised of those of these sites that were made private outside within 30 days, if it is still that site. */
export async function readPromises(
  reader: DbClient,
  siteIds: readonly number[],
  at: Date,
): Promise<Map<number, FormerPublication>> {
  const promises = new Map<number, FormerPublication>();
  for (const chunk of inChunks(siteIds)) {
    const rows = await reader.formerPublication.findMany({
      where: { idsite: { in: chunk }, endedAt: { gt: plus(at, -KEEP_MS) } },
      select: { idsite: true, grantedBy: true, reason: true, until: true },
    });
    for (const { idsite, ...promise } of rows) promises.set(idsite, promise);
  }
  const another = await givenToAnother(reader, "portal_former_publication", [...promises.keys()]);
  for (const id of another) promises.delete(id);
  return promises;
}

/** Gives the new publications of these sites the end that was promised, and what was known of them. */
export async function restorePromises(tx: Tx, siteIds: readonly number[]): Promise<void> {
  const former = (column: Sql) =>
    sql`(SELECT f.${column} FROM portal_former_publication f WHERE f.idsite = portal_publication.idsite)`;
  for (const chunk of inChunks(siteIds)) {
    await tx.db.$executeRaw`
      UPDATE portal_publication SET until = ${former(sql`until`)}, earlier_until = ${former(sql`until`)},
        earlier_by = ${former(sql`granted_by`)}, earlier_reason = ${former(sql`reason`)}
      WHERE idsite IN (${idList(chunk)})`;
  }
  await forgetPromises(tx, siteIds);
}

/** Forgets promises that are over. */
export async function prunePromises(db: DbClient, at: Date): Promise<void> {
  await db.formerPublication.deleteMany({ where: { endedAt: { lte: plus(at, -KEEP_MS) } } });
}
