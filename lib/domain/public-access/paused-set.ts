import { z } from "zod";
import { givenToAnother, IDENTITY_COLUMNS } from "@/lib/domain/publications/site-identity";
import type { DbClient } from "@/lib/platform/db/client";
import { idList, inChunks, insertIgnore } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/transaction";
import { type SiteId, siteIdSchema } from "@/lib/platform/site-id";

/**
 * Copies every publication to what the pause put aside. A site that is there already keeps what it had when it was put
 * aside first, unless another site has its id now.
 */
export async function putAside(tx: Tx): Promise<void> {
  const aside = (await readPausedSet(tx.db)).map(({ siteId }) => siteId);
  const another = [...(await givenToAnother(tx.db, "portal_paused", aside))];
  for (const chunk of inChunks(another)) {
    await tx.db.$executeRaw`DELETE FROM portal_paused WHERE idsite IN (${idList(chunk)})`;
  }
  await tx.db.$executeRaw`
    ${insertIgnore()} INTO portal_paused
      (idsite, channel, since, granted_by, reason, until, reviewed_at, reviewed_by, review_note, ${IDENTITY_COLUMNS})
    SELECT idsite, channel, since, granted_by, reason, until, reviewed_at, reviewed_by, review_note, ${IDENTITY_COLUMNS}
    FROM portal_publication`;
}

/** The sites that were put aside and until when they may be public, ascending. */
export async function readPausedSet(db: DbClient): Promise<{ siteId: SiteId; until: Date | null }[]> {
  const rows = await db.pausedPublication.findMany({
    select: { idsite: true, until: true },
    orderBy: { idsite: "asc" },
  });
  return z.array(pausedRow).parse(rows);
}

const pausedRow = z
  .object({ idsite: siteIdSchema, until: z.date().nullable() })
  .transform(({ idsite, until }) => ({ siteId: idsite, until }));

/** Writes the publications of these sites as they were when they were put aside. None of them may have one now. */
export async function bringBack(tx: Tx, siteIds: readonly number[], eventSeq: bigint): Promise<void> {
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

/** Forgets what was put aside. */
export async function forgetPausedSet(tx: Tx): Promise<void> {
  await tx.db.$executeRaw`DELETE FROM portal_paused`;
}
