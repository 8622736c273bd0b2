import { isDue, periodAt, type ReminderPeriod } from "@/lib/domain/periods/policy";
import { type LapseCounts, lapsesAreDue, runLapses } from "@/lib/domain/review/lapse";
import type { UnmailedFacts } from "@/lib/ledger/audit/event-terms";
import { recordAudit } from "@/lib/ledger/audit/record";
import { type Lease, requireLease } from "@/lib/ledger/jobs/lease";
import { readSlowMailboxes } from "@/lib/ledger/settings/slow-mailboxes";
import { readSetting, readWatchingSince } from "@/lib/ledger/settings/store";
import type { Cadence } from "@/lib/ledger/settings/terms";
import { addRow } from "@/lib/ledger/settings/write-row";
import { readPublicReach } from "@/lib/matomo/public-sites";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { readRoster } from "@/lib/messaging/alerts/recipients";
import { enqueue, type Recipient } from "@/lib/messaging/outbox/enqueue";
import { recipientKey } from "@/lib/messaging/outbox/recipient-policy";
import { now } from "@/lib/platform/clock";
import { type DbClient, db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { inTransaction, type Tx } from "@/lib/platform/db/transaction";
import { reminderFacts } from "./reminder-facts";

type ReminderCounts = { due: number; queued: number; sites: number } & LapseCounts;

/** A reminder that is to go out: to everybody, or to those alone who asked for one every month. */
type Due = { period: ReminderPeriod; cadence: Cadence; to: "everybody" | "slow"; slow: ReadonlyMap<string, Date> };

/**
 * Queues the reminder of the current period for every Super User, if it is due and something is public. Exactly once
 * per period, whatever calls it: that the period is settled is written in the same transaction and looked up first.
 * While reminders go out weekly, mailboxes that asked for slower ones get the monthly one instead, of the first month
 * that begins after they asked. What nobody confirmed is warned of and made private before (lib/domain/review/lapse.ts).
 * @param options.lease when given, nothing is written unless it still holds
 */
export async function runReminders({ lease }: { lease?: Lease } = {}): Promise<ReminderCounts> {
  const lapses = await runLapses({ lease });
  const nothing = { due: 0, queued: 0, sites: 0, ...lapses };
  if ((await withDatabaseErrors(() => findDue(db(), now()))).length === 0) return nothing;
  return inTransaction(async (tx) => {
    if (lease) await requireLease(tx, lease);
    const at = now();
    const counts = { ...nothing };
    for (const due of await findDue(tx.db, at)) {
      const { queued, sites } = await queueReminder(tx, due, at);
      counts.due += 1;
      counts.queued += queued;
      counts.sites = sites;
    }
    return counts;
  });
}

/** Whether `runReminders` would find anything to do. Only reads. */
export async function reminderWorkIsDue(): Promise<boolean> {
  return (await lapsesAreDue()) || (await withDatabaseErrors(() => findDue(db(), now()))).length > 0;
}

async function findDue(reader: DbClient, at: Date): Promise<Due[]> {
  const timeZone = await readInstanceTimeZone(reader);
  const cadence = await readSetting(reader, "reminder-cadence");
  const slow = await readSlowMailboxes(reader);
  const due: Due[] = [{ period: periodAt(at, cadence, timeZone), cadence, to: "everybody", slow }];
  if (cadence === "weekly") {
    const period = periodAt(at, "monthly", timeZone);
    if ([...slow.values()].some((since) => since < period.startsAt)) {
      due.push({ period, cadence: "monthly", to: "slow", slow });
    }
  }
  const queued = await reader.setting.findMany({ where: { name: { in: due.map(keyOf) } }, select: { name: true } });
  const watchingSince = await readWatchingSince(reader);
  return due.filter((one) =>
    isDue(
      one.period,
      watchingSince,
      queued.some(({ name }) => name === keyOf(one)),
    ),
  );
}

async function queueReminder(tx: Tx, due: Due, at: Date): Promise<{ queued: number; sites: number }> {
  const { period, cadence } = due;
  const { public: total, everySite } = await readPublicReach(tx.db);
  await markPeriodQueued(tx, due, at);
  if (total === 0) {
    await audit(tx, at, { type: "reminder.nothing-public", period: period.key });
    return { queued: 0, sites: 0 };
  }
  const recipients = await recipientsOf(tx.db, due);
  await audit(tx, at, {
    type: "reminder.queued",
    period: period.key,
    siteCount: total,
    recipientCount: recipients.length,
  });
  const facts = await reminderFacts(tx.db, { cadence, periodLabel: period.label, total, everySite, at });
  return { queued: await enqueue(tx, { eventKey: keyOf(due), facts, recipients, at }), sites: total };
}

/** Nobody gets two reminders of one period, though the cadence changes within it. */
async function recipientsOf(reader: DbClient, due: Due): Promise<Recipient[]> {
  const keys = [keyOf({ ...due, to: "everybody" }), keyOf({ ...due, to: "slow" })];
  const mails = await reader.outboxMail.findMany({ where: { eventKey: { in: keys } }, select: { recipient: true } });
  const reminded = new Set(mails.map(({ recipient }) => recipient));
  const { recipients } = await readRoster(reader);
  return recipients.filter(({ address }) => {
    const key = recipientKey(address);
    return !reminded.has(key) && isFor(due, due.slow.get(key));
  });
}

function isFor({ to, cadence, period }: Due, slowSince: Date | undefined): boolean {
  if (to === "slow") return slowSince !== undefined && slowSince < period.startsAt;
  return cadence === "monthly" || slowSince === undefined;
}

function audit(tx: Tx, at: Date, facts: UnmailedFacts): Promise<bigint> {
  return recordAudit(tx, { by: "reminders", at, facts });
}

/** The key of the mails, and the name under which the period is settled. */
function keyOf({ period, to }: Pick<Due, "period" | "to">): string {
  return to === "slow" ? `reminder/${period.key}/slow` : `reminder/${period.key}`;
}

async function markPeriodQueued(tx: Tx, due: Due, at: Date): Promise<void> {
  await addRow(tx, { name: keyOf(due), value: at.toISOString(), updatedBy: "reminders", updatedAt: at });
}
