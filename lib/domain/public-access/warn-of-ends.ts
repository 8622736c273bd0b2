import { writeWarnedDays } from "@/lib/domain/publications/publications";
import { readInstanceTimeZone, timeZoneOf } from "@/lib/matomo/time-zone";
import { announce } from "@/lib/messaging/alerts/announce";
import { describeSites } from "@/lib/messaging/alerts/changed-sites";
import { siteFacts } from "@/lib/messaging/alerts/facts";
import { lastDayIn } from "@/lib/platform/date-format";
import type { DbClient } from "@/lib/platform/db/client";
import type { Tx } from "@/lib/platform/db/transaction";
import { type EndWarning, endWarningDue, latestEndToWarnOf } from "./end-warnings-policy";

type Due = Map<EndWarning, Map<number, Date>>;

/** Whether an end date is near enough to warn of. Writes nothing. */
export async function endWarningsDue(reader: DbClient, at: Date): Promise<boolean> {
  return (await readDue(reader, at)).size > 0;
}

/**
 * Warns every Super User of end dates that are near: one audit event and one mail for each step (7 days, 1 day), for
 * all sites at once, and remembers it. Exactly once, whatever overlaps: decided inside the write mutex.
 * @returns of how many sites
 */
export async function warnOfEnds(tx: Tx, at: Date): Promise<number> {
  const due = await readDue(tx.db, at);
  for (const [days, ends] of due) await warn(tx, { days, ends, at });
  return [...due.values()].reduce((sum, ends) => sum + ends.size, 0);
}

/** Sites to warn of with their ends, by step. One statement or two, however many sites are public. */
async function readDue(reader: DbClient, at: Date): Promise<Due> {
  const publications = await reader.publication.findMany({
    where: {
      OR: [
        { warnedDays: null, until: { gt: at, lte: latestEndToWarnOf(7, at) } },
        { warnedDays: { gt: 1 }, until: { gt: at, lte: latestEndToWarnOf(1, at) } },
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

type Warning = { days: EndWarning; ends: Map<number, Date>; at: Date };

async function warn(tx: Tx, { days, ends, at }: Warning): Promise<void> {
  const sites = await describeSites(tx.db, [...ends.keys()]);
  await writeWarnedDays(tx, sites.siteIds, days);
  const timeZone = await timeZoneOf(tx);
  const named = siteFacts(sites).sites;
  await announce(tx, {
    by: "watch",
    at,
    sites,
    event: { type: "public-access.end-near", days },
    mail: {
      kind: "end-near",
      days,
      sites: named.map((site) => ({ ...site, until: lastDayIn(ends.get(site.id) ?? at, timeZone) })),
    },
  });
}
