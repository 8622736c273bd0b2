import { z } from "zod";
import type { Reader } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import { LOSSES, mailsInNeed } from "./attention";
import { worstFate } from "./policy";
import { type Delivery, deliveryStates, type Fate, fates } from "./schema";

type Wanted = { page: number; pageSize: number; show: "all" | "attention" };
type Event = { fate: Fate; at: Date; detail: string };

/** One page of the outbox, newest first, with what the provider said of each mail. Three statements. */
export async function readMails(db: Reader, wanted: Wanted): Promise<Delivery[]> {
  const ids = await readIds(db, wanted);
  const mails = await db.outboxMail.findMany({
    where: { id: { in: ids } },
    orderBy: { id: "desc" },
    include: { message: { select: { subject: true } } },
  });
  const events = await readEvents(
    db,
    mails.flatMap(({ providerId }) => providerId ?? []),
  );
  return mails.map((mail) => toDelivery(mail, events.get(mail.providerId ?? "") ?? []));
}

async function readIds(db: Reader, { page, pageSize, show }: Wanted): Promise<bigint[]> {
  const from = show === "attention" ? sql`(${mailsInNeed()}) need` : sql`portal_outbox`;
  const rows = await db.$queryRaw<{ id: number | bigint }[]>`
    SELECT id FROM ${from} ORDER BY id DESC LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
  return rows.map(({ id }) => BigInt(id));
}

/** By the provider's id of the mail, oldest first. */
async function readEvents(db: Reader, providerIds: readonly string[]): Promise<Map<string, Event[]>> {
  const rows = await db.mailEvent.findMany({
    where: { providerId: { in: [...providerIds] } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const byMail = new Map<string, Event[]>();
  for (const { providerId, fate: name, at, detail } of rows) {
    const fate = fates.find((known) => known === name);
    if (fate === undefined) continue;
    const known = byMail.get(providerId);
    if (known) known.push({ fate, at, detail });
    else byMail.set(providerId, [{ fate, at, detail }]);
  }
  return byMail;
}

type Mail = Awaited<ReturnType<Reader["outboxMail"]["findMany"]>>[number] & { message: { subject: string | null } };

function toDelivery(mail: Mail, events: readonly Event[]): Delivery {
  const state = deliveryStates.find((known) => known === mail.state) ?? "due";
  const worst = worstFate(events);
  const handled = mail.handledAt !== null;
  const lost = state === "dead" || LOSSES.some((loss) => loss === worst?.fate);
  return {
    id: String(mail.id),
    kind: mail.kind,
    subject: mail.message.subject,
    address: mail.address,
    logins: z.array(z.string()).parse(JSON.parse(mail.logins)),
    state,
    attempts: mail.attempts,
    createdAt: mail.createdAt.toISOString(),
    sentAt: mail.sentAt?.toISOString() ?? null,
    nextAttemptAt: state === "due" || state === "held" ? mail.nextAttemptAt.toISOString() : null,
    lastError: mail.lastError,
    sentVia: mail.sentVia,
    fate: worst && { fate: worst.fate, at: worst.at.toISOString(), detail: worst.detail },
    history: events.map(({ fate, at }) => ({ fate, at: at.toISOString() })),
    handled,
    needsAttention: lost && !handled,
  };
}
