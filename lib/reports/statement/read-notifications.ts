import { z } from "zod";
import { type DeliveryStatus, deliveryStatuses } from "@/lib/domain/deliveries/schema";
import type { DbClient } from "@/lib/platform/db/client";
import { inChunks, joinSql } from "@/lib/platform/db/sql";
import { type Folding, NotificationLedger, type NotifiedMail } from "./notification-ledger";
import { type Bounds, isWithin } from "./policy";
import type { NotificationRecord } from "./schema";

/** With 1,000 Super Users: 25,000 mails at a time. */
const KEYS_PER_STATEMENT = 25;

/** An event that mails may tell of. `keys` are theirs, as the outbox knows them. */
export type Cause = { seq: number; at: Date; by: string | null; keys: readonly string[] };

/**
 * Who was notified of these events, and when. Two statements for each 25 keys, and as many for the digests and for what
 * was sent once more.
 */
export async function readNotifications(
  db: DbClient,
  causes: readonly Cause[],
  time: { foldings: readonly Folding[] } & Bounds,
): Promise<NotificationRecord[]> {
  const ledger = new NotificationLedger(time.foldings);
  const handled = new Map<string, Cause>();
  await addMails(db, ledger, causes, handled);
  const digestSeqs = new Set(ledger.all.flatMap(({ digestSeqs }) => digestSeqs));
  const digests = time.foldings.filter(({ seq, at }) => digestSeqs.has(seq) || isWithin(at, time));
  const digestCauses = digests.map(({ seq, at, login }) => ({ seq, at, by: login, keys: [`event/${seq}`] }));
  await addMails(db, ledger, digestCauses, handled);
  if (handled.size > 0) await addRepeated(db, ledger, handled, time.from);
  return [...ledger.all];
}

/** @param handled gets the mails that somebody saw to, by what sending them again is called */
async function addMails(
  db: DbClient,
  ledger: NotificationLedger,
  causes: readonly Cause[],
  handled: Map<string, Cause>,
) {
  const causesOf = new Map<string, Cause[]>();
  for (const cause of causes) for (const key of cause.keys) causesOf.set(key, [...(causesOf.get(key) ?? []), cause]);
  for (const keys of inChunks([...causesOf.keys()], KEYS_PER_STATEMENT)) {
    for (const group of groupsOf(await readMails(db, keys))) {
      const cause = causeOf(group, causesOf);
      ledger.add(group, { seq: cause?.seq ?? null, by: cause?.by ?? null });
      if (cause) for (const { id, handled: isHandled } of group) if (isHandled) handled.set(`again/${id}`, cause);
    }
  }
}

/** Two reminders of one period (for everybody, for the slow ones) have one name: each was queued with its event. */
function causeOf([first]: readonly NotifiedMail[], causesOf: ReadonlyMap<string, readonly Cause[]>): Cause | undefined {
  const causes = causesOf.get(first?.eventKey ?? "") ?? [];
  return causes.find(({ at }) => at.getTime() === first?.createdAt.getTime()) ?? causes[0];
}

/** What was lost and sent once more, also when that was lost and sent once more. */
async function addRepeated(
  db: DbClient,
  ledger: NotificationLedger,
  handled: Map<string, Cause>,
  from: Date,
): Promise<void> {
  const keys = await db.outboxMail.findMany({
    where: { eventKey: { startsWith: "again/" }, createdAt: { gte: from } },
    orderBy: { id: "asc" },
    select: { eventKey: true },
    distinct: ["eventKey"],
  });
  for (const chunk of inChunks(keys, KEYS_PER_STATEMENT)) {
    const mails = await readMails(
      db,
      chunk.map(({ eventKey }) => eventKey),
    );
    // In order of their ids: each is younger than the one that it repeats.
    for (const group of groupsOf(mails).sort((a, b) => Number((a[0]?.id ?? 0n) - (b[0]?.id ?? 0n)))) {
      const cause = handled.get(group[0]?.eventKey ?? "");
      if (!cause) continue;
      ledger.add(group, cause);
      for (const mail of group) if (mail.handled) handled.set(`again/${mail.id}`, cause);
    }
  }
}

type Row = {
  id: bigint | number;
  event_key: string;
  kind: string;
  state: string;
  created_at: Date;
  sent_at: Date | null;
  next_attempt_at: Date;
  logins: string;
  is_handled: bigint | number;
};

async function readMails(db: DbClient, keys: readonly string[]): Promise<NotifiedMail[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT id, event_key, kind, state, created_at, sent_at, next_attempt_at, logins,
      handled_at IS NOT NULL AS is_handled
    FROM portal_outbox WHERE event_key IN (${joinSql([...keys])}) ORDER BY event_key, kind, id`;
  const said = await readStatuses(db, keys);
  return rows.map((row) => ({
    id: BigInt(row.id),
    eventKey: row.event_key,
    kind: row.kind,
    state: row.state,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    nextAttemptAt: row.next_attempt_at,
    logins: loginsSchema.parse(JSON.parse(row.logins)),
    handled: Number(row.is_handled) === 1,
    fate: said.get(Number(row.id)) ?? null,
  }));
}

const loginsSchema = z.array(z.string());

/** The worst that the provider said of each of these mails. */
async function readStatuses(db: DbClient, keys: readonly string[]): Promise<Map<number, DeliveryStatus>> {
  const rows = await db.$queryRaw<{ id: bigint | number; fate: string }[]>`
    SELECT DISTINCT o.id, m.fate FROM portal_outbox o JOIN portal_mail_event m ON m.provider_id = o.provider_id
    WHERE o.event_key IN (${joinSql([...keys])})`;
  const said = new Map<number, DeliveryStatus>();
  for (const { id, fate: name } of rows) {
    const fate = deliveryStatuses.find((known) => known === name);
    const known = said.get(Number(id));
    if (fate && (!known || deliveryStatuses.indexOf(fate) > deliveryStatuses.indexOf(known)))
      said.set(Number(id), fate);
  }
  return said;
}

function groupsOf(mails: readonly NotifiedMail[]): NotifiedMail[][] {
  const groups: NotifiedMail[][] = [];
  for (const mail of mails) {
    const last = groups.at(-1)?.[0];
    if (last && last.eventKey === mail.eventKey && last.kind === mail.kind) groups.at(-1)?.push(mail);
    else groups.push([mail]);
  }
  return groups;
}
