import type { Tx } from "@/lib/platform/db/transaction";
import { diffFindings } from "./diff";
import { readOpenOnSites } from "./open-findings";
import { readSeenOnSites } from "./read-seen";
import { recordFindings } from "./record-findings";

/**
 * Records and announces what is wrong on these sites and what the watch has not seen yet, so that it is heard before
 * the portal mends it. What is gone meanwhile is left to the watch.
 */
export async function recordUnseenFindings(tx: Tx, siteIds: readonly number[], at: Date): Promise<void> {
  const drift = diffFindings(await readSeenOnSites(tx.db, siteIds), await readOpenOnSites(tx.db, siteIds));
  await recordFindings(tx, { ...drift, closed: [] }, at);
}
