import type { Reader } from "@/lib/db/client";
import { readOpenFindings } from "@/lib/findings/open-findings";
import { readSeenFindings } from "@/lib/findings/read-seen";
import { watchFindingKinds } from "@/lib/findings/terms";
import { readGrantedSiteIds } from "@/lib/matomo/anonymous-access";
import { readLock } from "@/lib/public-access/lock-state";
import { readExpiredSiteIds, readPublishedSiteIds } from "@/lib/public-access/publications";
import { endWarningsDue } from "@/lib/public-access/warn-of-ends";
import { rosterHasChanged } from "@/lib/roster/guard-roster";
import { readWatchingSince } from "@/lib/settings/store";
import { type Drift, diff, diffFindings, type FindingDrift, isQuiet, isQuietAbout } from "./diff";

/** What one look sees: Matomo beside what the portal knows of it. */
export type Look = {
  /** the baseline is written */
  isWatching: boolean;
  rosterChanged: boolean;
  publicIds: number[];
  drift: Drift;
  findings: FindingDrift;
  expiredIds: number[];
  /** nothing may be public */
  isLocked: boolean;
  warningsDue: boolean;
};

/**
 * Looks once. A constant number of statements that only read; one consistent snapshot inside a transaction.
 * Throws when a table, a column or the database cannot be read.
 */
export async function look(reader: Reader, at: Date): Promise<Look> {
  const publicIds = await readGrantedSiteIds(reader);
  const seen = await readSeenFindings(reader);
  const known = await readOpenFindings(reader, watchFindingKinds);
  // Opened by what changed, not by what is seen: it stays for as long as the site is public.
  const isPublic = new Set(publicIds.map(String));
  const stillPublic = known.filter(({ kind, subject }) => kind === "public-outside" && isPublic.has(subject));
  return {
    isWatching: (await readWatchingSince(reader)) !== null,
    rosterChanged: await rosterHasChanged(reader),
    publicIds,
    drift: diff(publicIds, await readPublishedSiteIds(reader)),
    findings: diffFindings([...seen, ...stillPublic], known),
    expiredIds: await readExpiredSiteIds(reader, at),
    isLocked: (await readLock(reader)) !== null,
    warningsDue: await endWarningsDue(reader, at),
  };
}

/** Whether there is nothing to record, to tell or to make private. */
export function isNothingToDo(seen: Look): boolean {
  return (
    seen.isWatching &&
    !seen.rosterChanged &&
    isQuiet(seen.drift) &&
    isQuietAbout(seen.findings) &&
    seen.expiredIds.length === 0 &&
    !(seen.isLocked && seen.publicIds.length > 0) &&
    !seen.warningsDue
  );
}
