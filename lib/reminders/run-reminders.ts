import { commonFacts, siteLink } from "@/lib/alerts/facts";
import { readRoster } from "@/lib/alerts/recipients";
import { recordAudit } from "@/lib/audit/record";
import { type AuditFacts, NO_ORIGIN } from "@/lib/audit/schema";
import { DAY_MS, now } from "@/lib/clock";
import { db, type Reader } from "@/lib/db/client";
import { reading } from "@/lib/db/errors";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import type { FactsOf } from "@/lib/mail/schema";
import { countPublicSites } from "@/lib/matomo/anonymous-access";
import { type ListedSite, listMatomoSites } from "@/lib/matomo/sites";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { dayIn } from "@/lib/moment";
import { enqueue } from "@/lib/outbox/enqueue";
import { channels } from "@/lib/public-access/schema";
import { readCadence, readWatchingSince } from "@/lib/settings/store";
import { isDue, periodAt, type ReminderPeriod } from "./policy";

const LISTED_SITES = 50;

export type ReminderCounts = { due: number; queued: number; sites: number };

/**
 * Queues the reminder of the current period for every Super User, if it is due and something is public. Exactly once
 * per period, whatever calls it: that the period is settled is written in the same transaction and looked up first.
 */
export async function runReminders(): Promise<ReminderCounts> {
  const nothing = { due: 0, queued: 0, sites: 0 };
  if (!(await reading(() => findDuePeriod(db(), now())))) return nothing;
  return inTransaction(async (tx) => {
    const at = now();
    const due = await findDuePeriod(tx.db, at);
    return due ? queueReminder(tx, due, at) : nothing;
  });
}

type Due = { period: ReminderPeriod; cadence: FactsOf<"reminder">["cadence"]; timeZone: string };

async function findDuePeriod(reader: Reader, at: Date): Promise<Due | null> {
  const timeZone = await readInstanceTimeZone(reader);
  const cadence = await readCadence(reader);
  const period = periodAt(at, cadence, timeZone);
  const settled = (await reader.setting.findUnique({ where: { name: settledKey(period) } })) !== null;
  return isDue(period, await readWatchingSince(reader), settled) ? { period, cadence, timeZone } : null;
}

async function queueReminder(tx: Tx, { period, cadence, timeZone }: Due, at: Date): Promise<ReminderCounts> {
  const total = await countPublicSites(tx.db);
  await settle(tx, period, at);
  if (total === 0) {
    await audit(tx, at, { type: "reminder.nothing-public", period: period.key });
    return { due: 1, queued: 0, sites: 0 };
  }
  const { recipients } = await readRoster(tx.db);
  await audit(tx, at, {
    type: "reminder.queued",
    period: period.key,
    siteCount: total,
    recipientCount: recipients.length,
  });
  const facts: FactsOf<"reminder"> = {
    kind: "reminder",
    ...commonFacts(at, timeZone),
    cadence,
    periodLabel: period.label,
    total,
    sites: await reminderSites(tx.db, timeZone, at),
  };
  const queued = await enqueue(tx, { eventKey: `reminder/${period.key}`, facts, recipients, at });
  return { due: 1, queued, sites: total };
}

async function reminderSites(reader: Reader, timeZone: string, at: Date): Promise<FactsOf<"reminder">["sites"]> {
  const filter = { q: "", state: "public", site: null, page: 1, pageSize: LISTED_SITES } as const;
  const sites = await listMatomoSites(reader, filter);
  const publications = await reader.publication.findMany({ where: { idsite: { in: sites.map((site) => site.id) } } });
  const byId = new Map(publications.map((publication) => [publication.idsite, publication]));
  return sites.map((site: ListedSite) => {
    const publication = byId.get(site.id);
    const since = publication?.since ?? at;
    return {
      id: site.id,
      name: site.name,
      url: site.url,
      link: siteLink(site.id),
      channel: channels.find((known) => known === publication?.channel) ?? "outside",
      ageDays: Math.floor((at.getTime() - since.getTime()) / DAY_MS),
      since: dayIn(since, timeZone),
      by: publication?.grantedBy ?? null,
      reason: publication?.reason ?? null,
      until: publication?.until ? dayIn(new Date(publication.until.getTime() - 1), timeZone) : null,
    };
  });
}

function audit(tx: Tx, at: Date, facts: AuditFacts): Promise<bigint> {
  return recordAudit(tx, { actor: { type: "system", job: "reminders" }, origin: NO_ORIGIN, at, facts });
}

function settledKey(period: ReminderPeriod): string {
  return `reminder/${period.key}`;
}

async function settle(tx: Tx, period: ReminderPeriod, at: Date): Promise<void> {
  await tx.db.setting.create({
    data: { name: settledKey(period), value: at.toISOString(), updatedAt: at, updatedBy: "reminders" },
  });
}
