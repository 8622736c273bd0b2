import { ensureBaseline } from "@/lib/domain/publications/ensure-baseline";
import { forgetPromises } from "@/lib/domain/publications/former-publications";
import { publishedAmong, readPublished } from "@/lib/domain/publications/publications";
import { givenToAnother } from "@/lib/domain/publications/site-identity";
import { readAnonymousLevels, readGrantedSiteIds } from "@/lib/matomo/anonymous-access";
import type { Tx } from "@/lib/platform/db/transaction";
import { diff } from "./diff";
import { endPublications, recordDrift } from "./record-drift";

/**
 * Before a change of everything that is public: records and announces what became public and the watch has not seen
 * yet. A site that is known to be public and whose row is away at this moment is one of them: Matomo may be about to
 * write it again.
 * @returns every site that is public as far as is known, ascending; these have publications
 */
export async function catchUp(tx: Tx, at: Date): Promise<number[]> {
  await ensureBaseline(tx, at);
  const publicIds = await readGrantedSiteIds(tx.db);
  const published = (await readPublished(tx.db)).map(({ id }) => id);
  return recordUnseen(tx, { publicIds, published, at });
}

/**
 * The same before a change of these sites alone.
 * @returns those of them that are public as far as is known; `seen`: by Matomo's table at this moment
 */
export async function catchUpOn(
  tx: Tx,
  siteIds: readonly number[],
  at: Date,
): Promise<{ known: number[]; seen: number[] }> {
  const levels = await readAnonymousLevels(tx.db, siteIds);
  const publicIds = siteIds.filter((id) => levels.has(id));
  const published = [...(await publishedAmong(tx.db, siteIds))];
  const known = await recordUnseen(tx, { publicIds, published, at });
  return { known, seen: known.filter((id) => levels.has(id)) };
}

type Unseen = { publicIds: readonly number[]; published: readonly number[]; at: Date };

async function recordUnseen(tx: Tx, { publicIds, published, at }: Unseen): Promise<number[]> {
  const replaced = await givenToAnother(tx.db, "portal_publication", published);
  const known = published.filter((id) => !replaced.has(id));
  const { appeared } = diff(publicIds, known);
  await recordDrift(tx, { appeared, vanished: [], replaced: [...replaced] }, at);
  return [...known, ...appeared].sort((a, b) => a - b);
}

/**
 * Before private sites become public by somebody in the portal: a publication that one of them still has is over. That
 * its row was away is in the audit log and is not alerted: no watch believed it yet, and the alert of what follows says
 * what is so now. What meant another site is heard of. No earlier promise holds any more.
 */
export async function catchUpOnPrivate(tx: Tx, privateIds: readonly number[], at: Date): Promise<void> {
  const published = [...(await publishedAmong(tx.db, privateIds))];
  const replaced = await givenToAnother(tx.db, "portal_publication", published);
  await recordDrift(tx, { appeared: [], vanished: [], replaced: [...replaced] }, at);
  await endPublications(
    tx,
    published.filter((id) => !replaced.has(id)),
    at,
  );
  await forgetPromises(tx, privateIds);
}
