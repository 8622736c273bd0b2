import type { DbClient } from "@/lib/platform/db/client";
import { idList, inChunks } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/transaction";
import { IDENTITY_COLUMNS, identityOfSite, readsOtherwise } from "./site-identity";
import type { Channel } from "./terms";

type NewPublication = {
  channel: Channel;
  since: Date;
  grantedBy: string | null;
  reason: string | null;
  until: Date | null;
  eventSeq: bigint;
};

/** Writes one publication for each of these sites that exists. None of them may have one already. */
export async function writePublications(
  tx: Tx,
  siteIds: readonly number[],
  publication: NewPublication,
): Promise<void> {
  const { channel, since, grantedBy, reason, until, eventSeq } = publication;
  for (const chunk of inChunks(siteIds)) {
    await tx.db.$executeRaw`
      INSERT INTO portal_publication (idsite, channel, since, granted_by, reason, until, event_seq, ${IDENTITY_COLUMNS})
      SELECT s.idsite, ${channel}, ${since}, ${grantedBy}, ${reason}, ${until}, ${eventSeq}, ${identityOfSite()}
      FROM \`matomo_site\` s WHERE s.idsite IN (${idList(chunk)})`;
  }
}

/** Forgets the publications of these sites; their story stays in the audit log. */
export async function deletePublications(tx: Tx, siteIds: readonly number[]): Promise<void> {
  for (const chunk of inChunks(siteIds)) {
    await tx.db.$executeRaw`DELETE FROM portal_publication WHERE idsite IN (${idList(chunk)})`;
  }
}

/** Another end for these publications; `warnedDays`: the warnings of it that are not meant (end-warnings-policy.ts). */
export async function changeUntil(
  tx: Tx,
  siteIds: readonly number[],
  { until, warnedDays }: { until: Date | null; warnedDays: number | null },
): Promise<void> {
  for (const chunk of inChunks(siteIds)) {
    await tx.db.$executeRaw`
      UPDATE portal_publication SET until = ${until}, warned_days = ${warnedDays} WHERE idsite IN (${idList(chunk)})`;
  }
}

/** Remembers which warning before the end was sent. */
export async function writeWarnedDays(tx: Tx, siteIds: readonly number[], days: number): Promise<void> {
  for (const chunk of inChunks(siteIds)) {
    await tx.db.$executeRaw`UPDATE portal_publication SET warned_days = ${days} WHERE idsite IN (${idList(chunk)})`;
  }
}

/** A site the portal knows as public. */
export type Published = {
  id: number;
  /** the watch that first saw no row of it; null while it is seen */
  missingSince: Date | null;
  /** Matomo's site of that id reads otherwise than it is remembered: renamed, moved, or another one */
  readsOtherwise: boolean;
};

/** The sites the portal knows as public, ascending. One statement. */
export async function readPublished(db: DbClient): Promise<Published[]> {
  const rows = await db.$queryRaw<{ idsite: number; missing_since: Date | null; otherwise: number | bigint }[]>`
    SELECT pub.idsite, pub.missing_since, ${readsOtherwise()} AS otherwise
    FROM portal_publication pub LEFT JOIN \`matomo_site\` s ON s.idsite = pub.idsite ORDER BY pub.idsite`;
  return rows.map((row) => ({
    id: Number(row.idsite),
    missingSince: row.missing_since,
    readsOtherwise: Number(row.otherwise) === 1,
  }));
}

/**
 * When watches first saw no row of these sites: the earliest and the latest such moment. A site that none has missed
 * yet was missed at `at`.
 */
export async function readFirstMissed(
  db: DbClient,
  siteIds: readonly number[],
  at: Date,
): Promise<{ first: Date; at: Date }> {
  let [earliest, latest] = [at, new Date(0)];
  for (const chunk of inChunks(siteIds)) {
    const rows = await db.publication.findMany({
      where: { idsite: { in: [...chunk] } },
      distinct: ["missingSince"],
      select: { missingSince: true },
    });
    for (const { missingSince } of rows) {
      const since = missingSince ?? at;
      if (since < earliest) earliest = since;
      if (since > latest) latest = since;
    }
  }
  return { first: earliest, at: latest > earliest ? latest : earliest };
}

/** Notes which watch first saw no row of these sites; null: they are there again. */
export async function writeMissingSince(tx: Tx, siteIds: readonly number[], since: Date | null): Promise<void> {
  for (const chunk of inChunks(siteIds)) {
    await tx.db.$executeRaw`UPDATE portal_publication SET missing_since = ${since} WHERE idsite IN (${idList(chunk)})`;
  }
}

/** Those of `siteIds` that the portal knows as public. */
export async function publishedAmong(db: DbClient, siteIds: readonly number[]): Promise<Set<number>> {
  const published = new Set<number>();
  for (const chunk of inChunks(siteIds)) {
    const rows = await db.$queryRaw<{ idsite: number }[]>`
      SELECT idsite FROM portal_publication WHERE idsite IN (${idList(chunk)})`;
    for (const row of rows) published.add(Number(row.idsite));
  }
  return published;
}

/** Sites whose end date has come. */
export async function readExpiredSiteIds(db: DbClient, at: Date): Promise<number[]> {
  const rows = await db.publication.findMany({ where: { until: { lte: at } }, select: { idsite: true } });
  return rows.map((row) => row.idsite);
}
