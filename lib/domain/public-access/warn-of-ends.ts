import { auditSites } from "@/lib/domain/publications/change-facts";
import { writeWarnedDays } from "@/lib/domain/publications/publications";
import { recordAudit } from "@/lib/ledger/audit/record";
import { NO_ORIGIN } from "@/lib/ledger/audit/schema";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { describeSites } from "@/lib/messaging/alerts/changed-sites";
import { commonFacts, siteFacts } from "@/lib/messaging/alerts/facts";
import { queueAlert } from "@/lib/messaging/alerts/queue-alert";
import { readRoster } from "@/lib/messaging/alerts/recipients";
import type { Reader } from "@/lib/platform/db/client";
import type { Tx } from "@/lib/platform/db/transaction";
import { lastDayIn } from "@/lib/platform/moment";
import { type EndWarning, endWarningDue, lastUntilToLookAt } from "./end-warnings-policy";

type Due = Map<EndWarning, Map<number, Date>>;

/** Whether an end date is near enough to warn of. Writes nothing. */
export async function endWarningsDue(reader: Reader, at: Date): Promise<boolean> {
  return (await readDue(reader, at)).size > 0;
}

/**
 * Warns every Super User of end dates that are near: one audit event and one mail for each step (7 days, 1 day), for
 * all sites at once, and remembers it. Exactly once, whatever overlaps: decided inside the write mutex.
 * @returns of how many sites
 */
export async function warnOfEnds(tx: Tx, at: Date): Promise<number> {
  const due = await readDue(tx.db, at);
  for (const [days, ends] of due) await warn(tx, { days, ends, timeZone: await readInstanceTimeZone(tx.db), at });
  return [...due.values()].reduce((sum, ends) => sum + ends.size, 0);
}

/** Sites to warn of with their ends, by step. One statement or two, however many sites are public. */
async function readDue(reader: Reader, at: Date): Promise<Due> {
  const publications = await reader.publication.findMany({
    where: {
      OR: [
        { warnedDays: null, until: { gt: at, lte: lastUntilToLookAt(7, at) } },
        { warnedDays: { gt: 1 }, until: { gt: at, lte: lastUntilToLookAt(1, at) } },
      ],
    },
    select: { idsite: true, since: true, until: true, warnedDays: true },
    orderBy: { idsite: "asc" },
  });
  const due: Due = new Map();
  if (publications.length === 0) return due;
  const timeZone = await readInstanceTimeZone(reader);
  for (const { idsite, since, until, warnedDays } of publications) {
    const days = until && endWarningDue({ since, until, warnedDays }, at, timeZone);
    if (days) due.set(days, (due.get(days) ?? new Map<number, Date>()).set(idsite, until));
  }
  return due;
}

type Warning = { days: EndWarning; ends: Map<number, Date>; timeZone: string; at: Date };

async function warn(tx: Tx, { days, ends, timeZone, at }: Warning): Promise<void> {
  const sites = await describeSites(tx.db, [...ends.keys()]);
  await writeWarnedDays(tx, sites.siteIds, days);
  const eventSeq = await recordAudit(tx, {
    actor: { type: "system", job: "watch" },
    origin: NO_ORIGIN,
    at,
    facts: { type: "public-access.end-near", ...auditSites(sites), days },
  });
  const named = siteFacts(sites);
  await queueAlert(tx, {
    eventSeq,
    roster: await readRoster(tx.db),
    at,
    facts: {
      kind: "end-near",
      ...commonFacts(at, timeZone),
      days,
      sites: named.sites.map((site) => ({ ...site, until: lastDayIn(ends.get(site.id) ?? at, timeZone) })),
      total: named.total,
    },
  });
}
