import type { SuperUser } from "@/lib/auth/session";
import type { RecentAuth } from "@/lib/auth/step-up";
import { ensureBaseline } from "@/lib/domain/publications/ensure-baseline";
import { requireSites } from "@/lib/domain/publications/require-sites";
import type { SiteFindingKind } from "@/lib/ledger/facts/finding-terms";
import type { FactsOf } from "@/lib/ledger/facts/mail-schema";
import {
  deleteAnonymousAccess,
  deleteOrphanRows,
  deleteUnclearRows,
  holdPublicSiteIds,
  insertAnonymousView,
  readOrphanSiteIds,
  readUnclearSiteIds,
} from "@/lib/matomo/anonymous-access";
import { underChangeLock } from "@/lib/matomo/change-lock";
import { announce } from "@/lib/messaging/alerts/announce";
import { describeSites } from "@/lib/messaging/alerts/changed-sites";
import type { Tx } from "@/lib/platform/db/transaction";
import type { SiteId } from "@/lib/platform/site-id";
import { diffFindings } from "./diff";
import { forgetFindings } from "./forget-findings";
import { readOpenOnSites } from "./open-findings";
import { readSeenOnSites } from "./read-seen";
import { recordFindings } from "./record-findings";
import type { MendOutcome } from "./schema";

/** A way to put rows of anonymous in order, by which nothing becomes public. */
export type Mend<Id extends number = number> = {
  what: FactsOf<"rows-mended">["what"];
  event: { type: "public-access.reduced-to-view" } | { type: "public-access.rows-removed"; rows: "unclear" | "orphan" };
  /** of these sites, those on which there is something to mend */
  find: (tx: Tx, siteIds: readonly SiteId[]) => Promise<Iterable<Id>>;
  mend: (tx: Tx, siteIds: readonly Id[]) => Promise<void>;
  /** what is gone then */
  mends: readonly SiteFindingKind[];
};

const REDUCIBLE = ["writable", "other-spelling", "duplicate-rows"] as const;

/**
 * Leaves one row `view` of exactly `anonymous` on each of these sites that is public by a worse level, another spelling
 * or several rows. A site that is not public at this moment is left.
 */
export const reduceToView: Mend<SiteId> = {
  what: "reduced-to-view",
  event: { type: "public-access.reduced-to-view" },
  find: async (tx, siteIds) => {
    await requireSites(tx, siteIds);
    const stillPublic = await holdPublicSiteIds(tx, siteIds);
    const seen = await readSeenOnSites(tx.db, siteIds);
    const reducible = seen.filter(({ kind }) => REDUCIBLE.some((one) => one === kind));
    const subjects = new Set(reducible.map(({ subject }) => Number(subject)));
    return siteIds.filter((id) => stillPublic.has(id) && subjects.has(id));
  },
  mend: async (tx, siteIds) => {
    await deleteAnonymousAccess(tx, siteIds);
    await insertAnonymousView(tx, siteIds);
  },
  mends: [...REDUCIBLE, "null-access", "unclear-access"],
};

/**
 * Removes the rows of anonymous that give no access the app knows: NULL, which breaks Matomo for everybody not signed
 * in (docs/matomo.md#null-access), and unknown values. A row that gives access is never touched.
 */
export const removeUnclearRows: Mend = {
  what: "unclear-removed",
  event: { type: "public-access.rows-removed", rows: "unclear" },
  find: async (tx, siteIds) => {
    await requireSites(tx, siteIds);
    return readUnclearSiteIds(tx.db, siteIds);
  },
  mend: deleteUnclearRows,
  mends: ["null-access", "unclear-access"],
};

/**
 * Removes the rows of anonymous that deleted sites left behind, whatever they say: the id may be given to a new site,
 * which would be public at birth (docs/matomo.md#orphan-rows). Rows of a site that exists are never touched.
 */
export const cleanOrphans: Mend = {
  what: "orphans-removed",
  event: { type: "public-access.rows-removed", rows: "orphan" },
  find: (tx, siteIds) => readOrphanSiteIds(tx.db, siteIds),
  mend: deleteOrphanRows,
  mends: ["orphan-rows"],
};

/**
 * Mends the rows of anonymous on these sites. What is wrong there and was not seen before is announced first.
 * @param command.proof the password, proven in this session within 15 minutes
 * @returns on how many sites there was something to mend
 * @throws AppError `unknown_sites`, `matomo_busy`
 */
export function mendRows<Id extends number>(
  tx: Tx,
  { what, event, find, mend, mends }: Mend<Id>,
  command: { superUser: SuperUser; proof: RecentAuth; siteIds: readonly SiteId[]; now: Date },
): Promise<MendOutcome> {
  const { superUser, now } = command;
  return underChangeLock(tx, now, async () => {
    await ensureBaseline(tx, now);
    const siteIds = [...(await find(tx, command.siteIds))];
    if (siteIds.length === 0) return { mendedCount: 0, mailCount: 0 };
    // What is gone meanwhile is left to the watch.
    const drift = diffFindings(await readSeenOnSites(tx.db, siteIds), await readOpenOnSites(tx.db, siteIds));
    await recordFindings(tx, { ...drift, closed: [] }, now);
    await mend(tx, siteIds);
    await forgetFindings(tx, siteIds, mends);
    const sites = await describeSites(tx.db, siteIds);
    const mail = { kind: "rows-mended", what } as const;
    const { mailCount } = await announce(tx, { by: superUser, at: now, sites, event, mail });
    return { mendedCount: siteIds.length, mailCount };
  });
}
