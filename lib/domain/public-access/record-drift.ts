import { forgetFindings } from "@/lib/domain/findings/forget-findings";
import { alsoFound } from "@/lib/domain/findings/found-facts";
import { openPublicOutside } from "@/lib/domain/findings/open-findings";
import type { SeenFinding } from "@/lib/domain/findings/policy";
import { threadOf, threadsOf } from "@/lib/domain/findings/threads";
import { readExposure } from "@/lib/domain/publications/exposure";
import {
  type FormerPublication,
  keepPromises,
  readPromises,
  restorePromises,
} from "@/lib/domain/publications/former-publications";
import { deletePublications, readFirstMissed, writePublications } from "@/lib/domain/publications/publications";
import { readTraces } from "@/lib/domain/traces/read-traces";
import type { Traces } from "@/lib/ledger/facts/traces-schema";
import { decodeMatomoText } from "@/lib/matomo/html-entities";
import { timeZoneOf } from "@/lib/matomo/time-zone";
import { announce } from "@/lib/messaging/alerts/announce";
import { type ChangedSites, deletedSiteName, describeSites } from "@/lib/messaging/alerts/changed-sites";
import { siteFacts, tracesFacts } from "@/lib/messaging/alerts/facts";
import { type Roster, readRoster } from "@/lib/messaging/alerts/recipients";
import { lastDayIn } from "@/lib/platform/date-format";
import type { DbClient } from "@/lib/platform/db/client";
import { idList, inChunks } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/transaction";
import { asTyped } from "@/lib/platform/typed-text-terms";

/** What only a public site can have: it is over with the rows that made it public. */
const OF_PUBLIC_SITES = ["public-outside", "writable", "other-spelling", "duplicate-rows"] as const;

/** What changed outside the portal, as it is believed. */
type BelievedDrift = {
  appeared: readonly number[];
  vanished: readonly number[];
  /** ids that Matomo has given to another site; those that are public are among `appeared`, too */
  replaced: readonly number[];
};

type Context = { roster: Roster; at: Date };

/**
 * Records and announces what changed outside the portal: publications, findings, audit events and alerts, all or
 * nothing. A site that appeared asks for attention (`public-outside`) until it is private again; one that was made
 * private outside within 30 days has the end date again that was promised then.
 * @param foundOnAppeared what else the same watch found on the sites that appeared: said in the same alert
 */
export async function recordDrift(
  tx: Tx,
  drift: BelievedDrift,
  at: Date,
  foundOnAppeared: readonly SeenFinding[] = [],
): Promise<void> {
  const { appeared, vanished, replaced } = drift;
  if (appeared.length + vanished.length + replaced.length === 0) return;
  const context = { roster: await readRoster(tx.db), at };
  if (replaced.length > 0) await recordReplaced(tx, replaced, context);
  if (appeared.length > 0) await recordAppeared(tx, appeared, foundOnAppeared, context);
  if (vanished.length > 0) await recordVanished(tx, vanished, context);
}

/** Ends publications whose sites are private by Matomo's table; nobody is alerted. */
export async function endPublications(tx: Tx, siteIds: readonly number[], at: Date): Promise<void> {
  if (siteIds.length === 0) return;
  await announce(tx, {
    by: "watch",
    at,
    sites: await describeSites(tx.db, siteIds),
    event: { type: "public-access.revoked-outside" },
    mail: null,
  });
  await deletePublications(tx, siteIds);
  await forgetFindings(tx, siteIds, OF_PUBLIC_SITES);
}

async function recordAppeared(
  tx: Tx,
  siteIds: readonly number[],
  found: readonly SeenFinding[],
  { roster, at }: Context,
): Promise<void> {
  const timeZone = await timeZoneOf(tx);
  const sites = await describeSites(tx.db, siteIds);
  const traces = await readTraces(tx.db, siteIds, { at });
  const promises = await readPromises(tx.db, siteIds, at);
  const earlierEnds = [...promises.values()].filter(({ until }) => until !== null).length;
  const kinds = new Set(["public-outside" as const, ...found.map(({ kind }) => kind)]);
  const { eventSeq } = await announce(tx, {
    by: "watch",
    at,
    to: roster,
    threads: [...kinds].map((kind) => threadOf(kind, at)),
    sites,
    event: { type: "public-access.granted-outside", ...endsOf(promises), traces },
    mail: {
      kind: "public-outside",
      sites: siteFacts(sites).sites.map((site) => ({ ...site, ...earlierOf(promises.get(site.id), timeZone) })),
      ...(earlierEnds > 0 && { earlierEnds }),
      exposure: await readExposure(tx.db, siteIds),
      also: await alsoFound(tx.db, found),
      traces: traces && tracesFacts(traces, timeZone),
    },
  });
  await writePublications(tx, siteIds, {
    channel: "outside",
    since: at,
    grantedBy: null,
    reason: null,
    until: null,
    eventSeq,
  });
  await restorePromises(tx, [...promises.keys()]);
  await forgetFindings(tx, siteIds, ["public-outside"]);
  await openPublicOutside(tx, siteIds, { since: at, eventSeq });
}

async function recordVanished(tx: Tx, siteIds: readonly number[], context: Context): Promise<void> {
  await keepPromises(tx, siteIds, context.at);
  const missed = await readFirstMissed(tx.db, siteIds, context.at);
  const traces = await readTraces(tx.db, siteIds, missed);
  await announceVanished(tx, await describeSites(tx.db, siteIds), context, traces);
  await deletePublications(tx, siteIds);
  await forgetFindings(tx, siteIds, OF_PUBLIC_SITES);
}

/** The site that was meant is gone. Nothing of what is known of it is said of the one that has its id now. */
async function recordReplaced(tx: Tx, siteIds: readonly number[], context: Context): Promise<void> {
  await announceVanished(tx, await describeRemembered(tx.db, siteIds), context);
  await deletePublications(tx, siteIds);
  await forgetFindings(tx, siteIds);
}

async function announceVanished(tx: Tx, sites: ChangedSites, { roster, at }: Context, traces?: Traces): Promise<void> {
  await announce(tx, {
    by: "watch",
    at,
    to: roster,
    threads: await threadsOf(tx.db, "public-outside", sites.siteIds.map(String)),
    sites,
    event: { type: "public-access.revoked-outside", ...(traces && { traces }) },
    mail: {
      kind: "private-outside",
      ...(traces && { traces: tracesFacts(traces, await timeZoneOf(tx)) }),
    },
  });
}

/** The ends that hold again, each with the sites it is of. */
function endsOf(promises: ReadonlyMap<number, FormerPublication>) {
  const ends = new Map<string, number[]>();
  for (const [id, { until }] of promises) {
    if (until) ends.set(until.toISOString(), [...(ends.get(until.toISOString()) ?? []), id]);
  }
  return ends.size > 0 && { ends: [...ends].map(([until, siteIds]) => ({ until, siteIds })) };
}

function earlierOf(promise: FormerPublication | undefined, timeZone: string) {
  if (!promise) return null;
  const { grantedBy, reason, until } = promise;
  return { earlier: { by: grantedBy, reason: asTyped(reason), until: until && lastDayIn(until, timeZone) } };
}

const NAMED_SITES = 50;

type Remembered = { idsite: number; site_name: string | null; site_url: string | null };

/** Names sites of a change as their publications remember them: Matomo calls another site by that id now. */
async function describeRemembered(db: DbClient, siteIds: readonly number[]): Promise<ChangedSites> {
  const rows: Remembered[] = [];
  for (const chunk of inChunks(siteIds)) {
    const some = await db.$queryRaw<Remembered[]>`
      SELECT idsite, site_name, site_url FROM portal_publication WHERE idsite IN (${idList(chunk)})
      ORDER BY site_name, idsite LIMIT ${NAMED_SITES}`;
    rows.push(...some);
  }
  const named = rows.map(({ idsite, site_name, site_url }) => ({
    id: Number(idsite),
    name: site_name === null ? deletedSiteName(Number(idsite)) : decodeMatomoText(site_name),
    url: decodeMatomoText(site_url ?? ""),
  }));
  return { siteIds: [...siteIds], named: named.slice(0, NAMED_SITES) };
}
