import { z } from "zod";
import { givenToAnother, IDENTITY_COLUMNS } from "@/lib/domain/publications/site-identity";
import { readAnonymousLevels } from "@/lib/matomo/anonymous-access";
import { firstSitesByName } from "@/lib/matomo/sites";
import { deletedSiteName } from "@/lib/messaging/alerts/changed-sites";
import type { DbClient } from "@/lib/platform/db/client";
import { idList, inChunks } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/transaction";
import { type SiteId, siteIdSchema } from "@/lib/platform/site-id";
import { isCanary } from "./canary";
import type { StaysPrivate } from "./schema";

/** Remembers every publication, in the place of whatever was remembered before. */
export async function rememberPublications(tx: Tx): Promise<void> {
  await forgetBlocked(tx);
  await tx.db.$executeRaw`
    INSERT INTO portal_paused
      (idsite, channel, since, granted_by, reason, until, reviewed_at, reviewed_by, review_note, ${IDENTITY_COLUMNS})
    SELECT idsite, channel, since, granted_by, reason, until, reviewed_at, reviewed_by, review_note, ${IDENTITY_COLUMNS}
    FROM portal_publication`;
}

/** A site that was public when public access was blocked. `stays`: why it cannot be restored; null: it can. */
type BlockedSite = { siteId: SiteId; name: string; until: Date | null; stays: StaysPrivate | null };

/** The remembered sites, by number. A constant number of statements for each chunk of sites. */
export async function readBlockedSites(db: DbClient, at: Date): Promise<BlockedSite[]> {
  const rows = z
    .array(blockedRow)
    .parse(await db.blockedPublication.findMany({ select: { idsite: true, until: true }, orderBy: { idsite: "asc" } }));
  const siteIds = rows.map(({ idsite }) => idsite);
  const names = new Map((await firstSitesByName(db, siteIds, siteIds.length)).map(({ id, name }) => [id, name]));
  const another = await givenToAnother(db, "portal_paused", siteIds);
  const publicNow = await readAnonymousLevels(db, siteIds);
  return rows.map(({ idsite: siteId, until }) => {
    const name = names.get(siteId) ?? deletedSiteName(siteId);
    return { siteId, name, until, stays: staysPrivate(siteId, until) };
  });

  function staysPrivate(siteId: SiteId, until: Date | null): StaysPrivate | null {
    if (!names.has(siteId) || another.has(siteId)) return "deleted";
    if (publicNow.has(siteId)) return "public";
    if (until !== null && until <= at) return "ended";
    return isCanary(siteId) ? "canary" : null;
  }
}

const blockedRow = z.object({ idsite: siteIdSchema, until: z.date().nullable() });

/** Writes the publications of these sites as they were. None of them may have one now. */
export async function restorePublications(tx: Tx, siteIds: readonly number[], eventSeq: bigint): Promise<void> {
  for (const chunk of inChunks(siteIds)) {
    await tx.db.$executeRaw`
      INSERT INTO portal_publication
        (idsite, channel, since, granted_by, reason, until, reviewed_at, reviewed_by, review_note, ${IDENTITY_COLUMNS},
          event_seq)
      SELECT idsite, channel, since, granted_by, reason, until, reviewed_at, reviewed_by, review_note, ${IDENTITY_COLUMNS},
        ${eventSeq}
      FROM portal_paused WHERE idsite IN (${idList(chunk)})`;
  }
}

/** Forgets which sites were public. */
export async function forgetBlocked(tx: Tx): Promise<void> {
  await tx.db.$executeRaw`DELETE FROM portal_paused`;
}
