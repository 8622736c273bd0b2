import { diffFindings, type FindingDrift, isEmptyFindingDrift } from "@/lib/domain/findings/diff";
import { readOpenFindings } from "@/lib/domain/findings/open-findings";
import { readSeenFindings } from "@/lib/domain/findings/read-seen";
import { readBlock } from "@/lib/domain/public-access/block-state";
import { type Drift, diff, isEmptyDrift } from "@/lib/domain/public-access/diff";
import { endWarningsDue } from "@/lib/domain/public-access/warn-of-ends";
import { type Published, readExpiredSiteIds, readPublished } from "@/lib/domain/publications/publications";
import { givenToAnother } from "@/lib/domain/publications/site-identity";
import { rosterHasChanged } from "@/lib/domain/roster/guard-roster";
import { watchFindingKinds } from "@/lib/ledger/facts/finding-terms";
import { readWatchingSince } from "@/lib/ledger/settings/store";
import { readGrantedSiteIds } from "@/lib/matomo/anonymous-access";
import type { DbClient } from "@/lib/platform/db/client";

/** What one snapshot sees: Matomo beside what the portal knows of it. */
export type WatchSnapshot = {
  /** the baseline is written */
  isWatching: boolean;
  rosterChanged: boolean;
  publicIds: number[];
  /** `vanished` is what is not seen to be public any more; whether it is gone is to be settled (confirm-missing.ts) */
  drift: Drift;
  sites: SitesSnapshot;
  findings: FindingDrift;
  /** public sites whose end date has come */
  expiredIds: number[];
  /** nothing may be public */
  isBlocked: boolean;
  warningsDue: boolean;
};

/** How publications stand to Matomo's sites of these ids. */
type SitesSnapshot = {
  /** those of `vanished` */
  missing: Published[];
  /** not seen to be public by a watch before, and public */
  back: number[];
  /** Matomo has given the id to another site */
  replaced: number[];
  /** the site is called otherwise than the portal remembers, or it does not remember yet */
  renamed: number[];
};

/**
 * Takes one. A constant number of statements that only read; one consistent snapshot inside a transaction.
 * Throws when a table, a column or the database cannot be read.
 */
export async function takeSnapshot(reader: DbClient, at: Date): Promise<WatchSnapshot> {
  const publicIds = await readGrantedSiteIds(reader);
  const isPublic = new Set(publicIds);
  const { drift, sites } = await compareSites(reader, publicIds);
  const replaced = new Set(sites.replaced.map(String));
  const seen = await readSeenFindings(reader);
  // What was found on a site is not known of another one that was given its id.
  const known = (await readOpenFindings(reader, watchFindingKinds)).filter(({ subject }) => !replaced.has(subject));
  // Opened by what changed, not by what is seen: it stays for as long as the site is public.
  const stillPublic = known.filter(({ kind, subject }) => kind === "public-outside" && isPublic.has(Number(subject)));
  return {
    isWatching: (await readWatchingSince(reader)) !== null,
    rosterChanged: await rosterHasChanged(reader),
    publicIds,
    drift,
    sites,
    findings: diffFindings([...seen, ...stillPublic], known),
    expiredIds: (await readExpiredSiteIds(reader, at)).filter((id) => isPublic.has(id)),
    isBlocked: (await readBlock(reader)) !== null,
    warningsDue: await endWarningsDue(reader, at),
  };
}

async function compareSites(
  reader: DbClient,
  publicIds: readonly number[],
): Promise<Pick<WatchSnapshot, "drift" | "sites">> {
  const published = await readPublished(reader);
  const otherwise = published.filter((one) => one.readsOtherwise).map(({ id }) => id);
  const another = await givenToAnother(reader, "portal_publication", otherwise);
  const known = published.filter(({ id }) => !another.has(id));
  const drift = diff(
    publicIds,
    known.map(({ id }) => id),
  );
  const isMissing = new Set(drift.vanished);
  return {
    drift,
    sites: {
      missing: known.filter(({ id }) => isMissing.has(id)),
      back: known.filter(({ id, missingSince }) => missingSince !== null && !isMissing.has(id)).map(({ id }) => id),
      replaced: [...another],
      renamed: otherwise.filter((id) => !another.has(id)),
    },
  };
}

/** Whether there is nothing to record, to tell or to make private. */
export function isUpToDate(snapshot: WatchSnapshot): boolean {
  return (
    snapshot.isWatching &&
    !snapshot.rosterChanged &&
    isEmptyDrift(snapshot.drift) &&
    Object.values(snapshot.sites).every((found) => found.length === 0) &&
    isEmptyFindingDrift(snapshot.findings) &&
    snapshot.expiredIds.length === 0 &&
    !(snapshot.isBlocked && snapshot.publicIds.length > 0) &&
    !snapshot.warningsDue
  );
}
