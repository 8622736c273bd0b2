import { guardRoster } from "@/lib/domain/roster/guard-roster";
import { recordAudit } from "@/lib/ledger/audit/record";
import { NO_ORIGIN } from "@/lib/ledger/audit/schema";
import { readWatchingSince, writeWatchingSince } from "@/lib/ledger/settings/store";
import { readGrantedSiteIds } from "@/lib/matomo/anonymous-access";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { describeSites } from "@/lib/messaging/alerts/changed-sites";
import { commonFacts, siteFacts } from "@/lib/messaging/alerts/facts";
import { queueAlert } from "@/lib/messaging/alerts/queue-alert";
import { readRoster } from "@/lib/messaging/alerts/recipients";
import type { Tx } from "@/lib/platform/db/transaction";
import { auditSites } from "./change-facts";
import { readExposure } from "./exposure";
import { writePublications } from "./publications";

/**
 * What comes before anything else that the portal writes. Super Users who came, went or moved are heard of first, so
 * that nobody is removed just before a change that they would have been told of. Before the first change or watch of
 * all, what is public already is recorded as `before-portal` and announced once in the baseline alert.
 * @returns how many changes of the roster were told, and how many sites the baseline holds if it was written now
 */
export async function ensureBaseline(tx: Tx, at: Date): Promise<{ roster: number; baseline: number }> {
  const roster = await guardRoster(tx, at);
  const isWritten = (await readWatchingSince(tx.db)) !== null;
  return { roster, baseline: isWritten ? 0 : await writeBaseline(tx, at) };
}

async function writeBaseline(tx: Tx, at: Date): Promise<number> {
  const siteIds = await readGrantedSiteIds(tx.db);
  const sites = await describeSites(tx.db, siteIds);
  const eventSeq = await recordAudit(tx, {
    actor: { type: "system", job: "watch" },
    origin: NO_ORIGIN,
    at,
    facts: { type: "public-access.baseline", ...auditSites(sites) },
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
  if (siteIds.length === 0) return 0;
  const facts = {
    ...commonFacts(at, await readInstanceTimeZone(tx.db)),
    ...siteFacts(sites),
    exposure: await readExposure(tx.db, siteIds),
  };
  await queueAlert(tx, { eventSeq, facts: { kind: "baseline", ...facts }, roster: await readRoster(tx.db), at });
  return siteIds.length;
}
