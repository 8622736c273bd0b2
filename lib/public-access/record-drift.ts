import { describeSites } from "@/lib/alerts/changed-sites";
import { commonFacts, siteFacts, tracesFacts } from "@/lib/alerts/facts";
import { queueAlert } from "@/lib/alerts/queue-alert";
import { type Roster, readRoster } from "@/lib/alerts/recipients";
import { recordAudit } from "@/lib/audit/record";
import { type Actor, NO_ORIGIN } from "@/lib/audit/schema";
import type { Tx } from "@/lib/db/transaction";
import { forgetFindings } from "@/lib/findings/forget-findings";
import { alsoFound } from "@/lib/findings/found-facts";
import { openPublicOutside } from "@/lib/findings/open-findings";
import type { SeenFinding } from "@/lib/findings/policy";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { readTraces } from "@/lib/traces/read-traces";
import type { Drift } from "@/lib/watch/diff";
import { auditSites } from "./change-facts";
import { readExposure } from "./exposure";
import { deletePublications, writePublications } from "./publications";

const WATCH: Actor = { type: "system", job: "watch" };

/** What only a public site can have: it is over with the rows that made it public. */
const OF_PUBLIC_SITES = ["public-outside", "writable", "other-spelling", "duplicate-rows"] as const;

type Context = { roster: Roster; timeZone: string; at: Date };

/**
 * Records and announces what changed outside the portal: publications, findings, audit events and alerts, all or
 * nothing. A site that appeared asks for attention (`public-outside`) until it is private again.
 * @param foundOnAppeared what else the same watch found on the sites that appeared: said in the same alert
 */
export async function recordDrift(
  tx: Tx,
  drift: Drift,
  at: Date,
  foundOnAppeared: readonly SeenFinding[] = [],
): Promise<void> {
  if (drift.appeared.length === 0 && drift.vanished.length === 0) return;
  const context = { roster: await readRoster(tx.db), timeZone: await readInstanceTimeZone(tx.db), at };
  if (drift.appeared.length > 0) await recordAppeared(tx, drift.appeared, foundOnAppeared, context);
  if (drift.vanished.length > 0) await recordVanished(tx, drift.vanished, context);
}

async function recordAppeared(
  tx: Tx,
  siteIds: number[],
  found: readonly SeenFinding[],
  { roster, timeZone, at }: Context,
): Promise<void> {
  const sites = await describeSites(tx.db, siteIds);
  const traces = await readTraces(tx.db, siteIds, at);
  const eventSeq = await recordAudit(tx, {
    actor: WATCH,
    origin: NO_ORIGIN,
    at,
    facts: { type: "public-access.granted-outside", ...auditSites(sites), traces },
  });
  await writePublications(tx, siteIds, {
    channel: "outside",
    since: at,
    grantedBy: null,
    reason: null,
    until: null,
    eventSeq,
  });
  await forgetFindings(tx, siteIds, ["public-outside"]);
  await openPublicOutside(tx, siteIds, { since: at, eventSeq });
  const facts = { ...commonFacts(at, timeZone), ...siteFacts(sites), exposure: await readExposure(tx.db, siteIds) };
  const also = await alsoFound(tx.db, found);
  const mail = { kind: "public-outside", ...facts, also, traces: traces && tracesFacts(traces, timeZone) } as const;
  await queueAlert(tx, { eventSeq, facts: mail, roster, at });
}

async function recordVanished(tx: Tx, siteIds: number[], { roster, timeZone, at }: Context): Promise<void> {
  const sites = await describeSites(tx.db, siteIds);
  const eventSeq = await recordAudit(tx, {
    actor: WATCH,
    origin: NO_ORIGIN,
    at,
    facts: { type: "public-access.revoked-outside", ...auditSites(sites) },
  });
  await deletePublications(tx, siteIds);
  await forgetFindings(tx, siteIds, OF_PUBLIC_SITES);
  const facts = { ...commonFacts(at, timeZone), ...siteFacts(sites) };
  await queueAlert(tx, { eventSeq, facts: { kind: "private-outside", ...facts }, roster, at });
}
