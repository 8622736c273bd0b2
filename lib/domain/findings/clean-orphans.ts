import type { SuperUser } from "@/lib/auth/session";
import type { RecentAuth } from "@/lib/auth/step-up";
import { ensureBaseline } from "@/lib/domain/publications/ensure-baseline";
import { deleteOrphanRows, readOrphanSiteIds } from "@/lib/matomo/anonymous-access";
import { underChangeLock } from "@/lib/matomo/change-lock";
import type { Tx } from "@/lib/platform/db/transaction";
import type { SiteId } from "@/lib/platform/site-id";
import { announceMended } from "./announce-mended";
import { forgetFindings } from "./forget-findings";
import { recordUnseenFindings } from "./record-unseen";
import type { MendOutcome } from "./schema";

/**
 * Removes the rows of anonymous that deleted sites left behind, whatever they say: the id may be given to a new site,
 * which would be public at birth (docs/matomo.md#orphan-rows). Rows of a site that exists are never touched.
 *
 * @param command.proof the password, proven in this session within 15 minutes
 * @returns of how many deleted sites there were rows
 * @throws AppError `matomo_busy`
 */
export function cleanOrphans(
  tx: Tx,
  command: { superUser: SuperUser; proof: RecentAuth; siteIds: readonly SiteId[]; now: Date },
): Promise<MendOutcome> {
  const { superUser, siteIds, now } = command;
  return underChangeLock(tx, now, async () => {
    await ensureBaseline(tx, now);
    const mended = [...(await readOrphanSiteIds(tx.db, siteIds))];
    if (mended.length === 0) return { mendedCount: 0, mailCount: 0 };
    await recordUnseenFindings(tx, mended, now);
    await deleteOrphanRows(tx, mended);
    await forgetFindings(tx, mended, ["orphan-rows"]);
    return announceMended(tx, { superUser, siteIds: mended, what: "orphans-removed", at: now });
  });
}
