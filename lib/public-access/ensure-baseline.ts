import { describeSites } from "@/lib/alerts/changed-sites";
import { commonFacts, siteFacts } from "@/lib/alerts/facts";
import { queueAlert } from "@/lib/alerts/queue-alert";
import { readRoster } from "@/lib/alerts/recipients";
import { recordAudit } from "@/lib/audit/record";
import { NO_ORIGIN } from "@/lib/audit/schema";
import type { Tx } from "@/lib/db/transaction";
import { readPublicSiteIds } from "@/lib/matomo/anonymous-access";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { readWatchingSince, writeWatchingSince } from "@/lib/settings/store";
import { auditSites } from "./change-facts";
import { readExposure } from "./exposure";
import { writePublications } from "./publications";

/**
 * Before the portal's first change or watch: records what is public already as `before-portal` and announces it once
 * in the baseline alert. Nothing on every later call.
 * @returns how many sites the baseline holds; null when it was written before
 */
export async function ensureBaseline(tx: Tx, at: Date): Promise<number | null> {
  if ((await readWatchingSince(tx.db)) !== null) return null;
  const siteIds = await readPublicSiteIds(tx.db);
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
