import type { Tx } from "@/lib/db/transaction";
import { readGrantedSiteIds } from "@/lib/matomo/anonymous-access";
import { diff } from "@/lib/watch/diff";
import { ensureBaseline } from "./ensure-baseline";
import { publishedAmong, readPublishedSiteIds } from "./publications";
import { recordDrift } from "./record-drift";

/**
 * Before a change of everything that is public: records and announces whatever the watch has not seen yet, so that
 * afterwards the publications are exactly the public sites.
 * @returns every public site, ascending
 */
export async function catchUp(tx: Tx, at: Date): Promise<number[]> {
  await ensureBaseline(tx, at);
  const publicIds = await readGrantedSiteIds(tx.db);
  await recordDrift(tx, diff(publicIds, await readPublishedSiteIds(tx.db)), at);
  return publicIds;
}

/** Before private sites become public: those made private outside and not yet seen by the watch are heard of first. */
export async function catchUpOnPrivate(tx: Tx, privateIds: readonly number[], at: Date): Promise<void> {
  const vanished = [...(await publishedAmong(tx.db, privateIds))];
  await recordDrift(tx, { appeared: [], vanished }, at);
}
