import type { MailKind } from "@/lib/ledger/facts/mail-schema";
import { loginsOf } from "@/lib/messaging/outbox/prepare";
import type { DbClient } from "@/lib/platform/db/client";
import { type Sql, sql } from "@/lib/platform/db/sql";
import { visibleText } from "@/lib/platform/visible-text";
import { LOSSES, mailsInNeed, mailsInNeedTo } from "./attention";
import { worstStatus } from "./policy";
import { type Delivery, type DeliveryStatus, deliveryStates, deliveryStatuses } from "./schema";

/** `to`: only those to this mailbox, as `recipientKey` makes it */
type Wanted = { page: number; pageSize: number; show: "all" | "attention"; to: string | null };
type Event = { fate: DeliveryStatus; at: Date; detail: string };

/** One page of the outbox, newest first, with what the provider said of each mail. Three statements. */
export async function readMails(db: DbClient, wanted: Wanted): Promise<Delivery[]> {
  const ids = await readIds(db, wanted);
  return (await readWhere(db, { id: { in: ids } })).map(({ delivery }) => delivery);
}

/** The mails of one kind of these events by event key, in the order in which they were queued. Three statements. */
export async function readMailsOf(
  db: DbClient,
  eventKeys: readonly string[],
  kind: MailKind,
): Promise<Map<string, Delivery[]>> {
  const byEvent = new Map<string, Delivery[]>();
  const newestFirst = await readWhere(db, { eventKey: { in: [...eventKeys] }, kind });
  for (const { eventKey, delivery } of newestFirst.reverse()) {
    const known = byEvent.get(eventKey);
    if (known) known.push(delivery);
    else byEvent.set(eventKey, [delivery]);
  }
  return byEvent;
}

type Which = { id: { in: bigint[] } } | { eventKey: { in: string[] }; kind: MailKind };

async function readWhere(db: DbClient, where: Which): Promise<{ eventKey: string; delivery: Delivery }[]> {
  const mails = await db.outboxMail.findMany({
    where,
    orderBy: { id: "desc" },
    include: { message: { select: { subject: true, forgottenAt: true } } },
  });
  const events = await readEvents(
    db,
    mails.flatMap(({ providerId }) => providerId ?? []),
  );
  return mails.map((mail) => ({
    eventKey: mail.eventKey,
    delivery: toDelivery(mail, events.get(mail.providerId ?? "") ?? []),
  }));
}

async function readIds(db: DbClient, wanted: Wanted): Promise<bigint[]> {
  const { page, pageSize } = wanted;
  const from = fromOf(wanted);
  const rows = await db.$queryRaw<{ id: number | bigint }[]>`
    SELECT id FROM ${from} ORDER BY id DESC LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
  return rows.map(({ id }) => BigInt(id));
}

function fromOf({ show, to }: Wanted): Sql {
  if (show === "attention") return sql`(${to === null ? mailsInNeed() : mailsInNeedTo(to)}) wanted`;
  return to === null ? sql`portal_outbox` : sql`portal_outbox WHERE recipient = ${to}`;
}

/** By the provider's id of the mail, oldest first. */
async function readEvents(db: DbClient, providerIds: readonly string[]): Promise<Map<string, Event[]>> {
  const rows = await db.mailEvent.findMany({
    where: { providerId: { in: [...providerIds] } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const byMail = new Map<string, Event[]>();
  for (const { providerId, fate: name, at, detail } of rows) {
    const fate = deliveryStatuses.find((known) => known === name);
    if (fate === undefined) continue;
    const known = byMail.get(providerId);
    if (known) known.push({ fate, at, detail });
    else byMail.set(providerId, [{ fate, at, detail }]);
  }
  return byMail;
}

type Mail = Awaited<ReturnType<DbClient["outboxMail"]["findMany"]>>[number] & {
  message: { subject: string | null; forgottenAt: Date | null };
};

function toDelivery(mail: Mail, events: readonly Event[]): Delivery {
  const state = deliveryStates.find((known) => known === mail.state) ?? "due";
  const worst = worstStatus(events);
  const handled = mail.handledAt !== null;
  const isLost = state === "dead" || LOSSES.some((loss) => loss === worst?.fate);
  return {
    id: String(mail.id),
    kind: mail.kind,
    subject: mail.message.subject,
    address: mail.address,
    logins: loginsOf(mail.logins),
    state,
    attempts: mail.attempts,
    createdAt: mail.createdAt.toISOString(),
    sentAt: mail.sentAt?.toISOString() ?? null,
    nextAttemptAt: state === "due" || state === "held" ? mail.nextAttemptAt.toISOString() : null,
    lastError: mail.lastError && visibleText(mail.lastError),
    sentVia: mail.sentVia,
    fate: worst && { fate: worst.fate, at: worst.at.toISOString(), detail: worst.detail },
    history: events.map(({ fate, at }) => ({ fate, at: at.toISOString() })),
    handled,
    isLost,
    needsAttention: isLost && !handled,
    isForgotten: mail.message.forgottenAt !== null,
  };
}
