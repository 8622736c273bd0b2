import type { SuperUser } from "@/lib/auth/session";
import type { RecentAuth } from "@/lib/auth/step-up";
import { ensureBaseline } from "@/lib/domain/publications/ensure-baseline";
import { requireSites } from "@/lib/domain/publications/require-sites";
import { deleteAnonymousAccess, holdPublicSiteIds, insertAnonymousView } from "@/lib/matomo/anonymous-access";
import { underChangeLock } from "@/lib/matomo/change-lock";
import type { Tx } from "@/lib/platform/db/transaction";
import type { SiteId } from "@/lib/platform/site-id";
import { announceMended } from "./announce-mended";
import { forgetFindings } from "./forget-findings";
import { readSeenOnSites } from "./read-seen";
import { recordUnseenFindings } from "./record-unseen";
import type { MendOutcome } from "./schema";

/** What one row `view` in place of all others is for. */
const REDUCIBLE = ["writable", "other-spelling", "duplicate-rows"] as const;
/** What it mends besides. */
const MENDED = [...REDUCIBLE, "null-access", "unclear-access"] as const;

/**
 * Leaves one row `view` of exactly `anonymous` on each of these sites that is public by a worse level, another spelling
 * or several rows. A site that is not public at this moment is left: nothing becomes public by it.
 *
 * @param command.proof the password, proven in this session within 15 minutes
 * @returns how many sites there was something to mend on
 * @throws AppError `unknown_sites`, `matomo_busy`
 */
export function reduceToView(
  tx: Tx,
  command: { superUser: SuperUser; proof: RecentAuth; siteIds: readonly SiteId[]; now: Date },
): Promise<MendOutcome> {
  const { superUser, siteIds, now } = command;
  return underChangeLock(tx, now, async () => {
    await ensureBaseline(tx, now);
    await requireSites(tx, siteIds);
    const stillPublic = await holdPublicSiteIds(tx, siteIds);
    const seen = await readSeenOnSites(tx.db, siteIds);
    const reducible = new Set(
      seen.filter(({ kind }) => REDUCIBLE.some((one) => one === kind)).map(({ subject }) => Number(subject)),
    );
    const mended = siteIds.filter((id) => stillPublic.has(id) && reducible.has(id));
    if (mended.length === 0) return { mendedCount: 0, mailCount: 0 };
    await recordUnseenFindings(tx, mended, now);
    await deleteAnonymousAccess(tx, mended);
    await insertAnonymousView(tx, mended);
    await forgetFindings(tx, mended, MENDED);
    return announceMended(tx, { superUser, siteIds: mended, what: "reduced-to-view", at: now });
  });
}
