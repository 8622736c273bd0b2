import { guardRoster } from "@/lib/domain/roster/guard-roster";
import { readWatchingSince, writeWatchingSince } from "@/lib/ledger/settings/store";
import { readGrantedSiteIds } from "@/lib/matomo/anonymous-access";
import { announce } from "@/lib/messaging/alerts/announce";
import { describeSites } from "@/lib/messaging/alerts/changed-sites";
import type { Tx } from "@/lib/platform/db/transaction";
import { readExposure } from "./exposure";
import { writePublications } from "./publications";

/**
 * What comes before anything else that the portal writes. Super Users who came, went or moved are heard of first, so
 * that nobody is removed just before a change that they would have been told of. Before the first change or watch of
 * all, what is public already is recorded as `before-portal` and announced once in the baseline alert.
 * @returns how many changes of the roster were announced, and how many sites the baseline holds if it was written now
 */
export async function ensureBaseline(tx: Tx, at: Date): Promise<{ roster: number; baseline: number }> {
  const roster = await guardRoster(tx, at);
  const isWritten = (await readWatchingSince(tx.db)) !== null;
  return { roster, baseline: isWritten ? 0 : await writeBaseline(tx, at) };
}

async function writeBaseline(tx: Tx, at: Date): Promise<number> {
  const siteIds = await readGrantedSiteIds(tx.db);
  const isEmptyDrift = siteIds.length === 0;
  const { eventSeq } = await announce(tx, {
    by: "watch",
    at,
    sites: await describeSites(tx.db, siteIds),
    event: { type: "public-access.baseline" },
    mail: isEmptyDrift ? null : { kind: "baseline", exposure: await readExposure(tx.db, siteIds) },
  });
  await writePublications(tx, siteIds, {
    channel: "before-portal",
    since: at,
    grantedBy: null,
    reason: null,
    until: null,
    eventSeq,
  });
  await writeWatchingSince(tx, at);
  return siteIds.length;
}
