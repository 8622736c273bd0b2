import type { SuperUser } from "@/lib/auth/session";
import type { RecentAuth } from "@/lib/auth/step-up";
import { ensureBaseline } from "@/lib/domain/publications/ensure-baseline";
import { requireSites } from "@/lib/domain/publications/require-sites";
import { deleteUnclearRows, readUnclearSiteIds } from "@/lib/matomo/anonymous-access";
import { underChangeLock } from "@/lib/matomo/change-lock";
import type { Tx } from "@/lib/platform/db/transaction";
import type { SiteId } from "@/lib/platform/site-id";
import { announceMended } from "./announce-mended";
import { forgetFindings } from "./forget-findings";
import { recordUnseenFindings } from "./record-unseen";
import type { MendOutcome } from "./schema";

/**
 * Removes the rows of anonymous on these sites that give no access the portal knows: NULL, which breaks Matomo for
 * everybody not signed in (docs/matomo.md#null-access), and unknown values. A row that gives access is never touched.
 *
 * @param command.proof the password, proven in this session within 15 minutes
 * @returns how many sites had such rows
 * @throws AppError `unknown_sites`, `matomo_busy`
 */
export function removeUnclearRows(
  tx: Tx,
  command: { superUser: SuperUser; proof: RecentAuth; siteIds: readonly SiteId[]; now: Date },
): Promise<MendOutcome> {
  const { superUser, siteIds, now } = command;
  return underChangeLock(tx, now, async () => {
    await ensureBaseline(tx, now);
    await requireSites(tx, siteIds);
    const mended = [...(await readUnclearSiteIds(tx.db, siteIds))];
    if (mended.length === 0) return { mendedCount: 0, mailCount: 0 };
    await recordUnseenFindings(tx, mended, now);
    await deleteUnclearRows(tx, mended);
    await forgetFindings(tx, mended, ["null-access", "unclear-access"]);
    return announceMended(tx, { superUser, siteIds: mended, what: "unclear-removed", at: now });
  });
}
