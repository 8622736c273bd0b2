import { createHash } from "node:crypto";
import { z } from "zod";
import { recordAudit } from "@/lib/audit/record";
import { type AuditFacts, NO_ORIGIN } from "@/lib/audit/schema";
import { now, plus, SECOND_MS } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { reading } from "@/lib/db/errors";
import { joinSql, sql } from "@/lib/db/sql";
import { inTransaction } from "@/lib/db/transaction";
import type { RenderedMail } from "@/lib/mail/schema";
import { type ClaimedMail, claimDue } from "./claim";
import { nextTry } from "./retry-policy";
import type { Sender, SendOutcome } from "./sender";

/** How a message becomes bytes; given from outside, because the outbox does not know what mails say. */
export type Rendering = {
  render(facts: string, language: string): Promise<RenderedMail>;
  addressTo(mail: RenderedMail, logins: readonly string[]): RenderedMail;
  /** what a mail of this kind carries beside the usual headers, for this mailbox */
  headersFor(kind: string, recipient: string): Record<string, string>;
};

export type DeliveryCounts = { sent: number; retried: number; failed: number };

/** Sends at once, politely: Resend allows 5 requests a second by default. */
const PARALLEL = 4;

/**
 * Sends everything that is due now, batch by batch. At least once: a mail is marked sent only after the provider took
 * it, and every try carries the same bytes under the same key. Mails put off during the run wait for the next one.
 */
export async function deliver(sender: Sender, rendering: Rendering): Promise<DeliveryCounts> {
  const counts: DeliveryCounts = { sent: 0, retried: 0, failed: 0 };
  const dueAt = now();
  for (;;) {
    const { claim, mails } = await reading(() => claimDue(db(), dueAt, now()));
    if (mails.length === 0) return counts;
    const rendered = await renderOnce(mails, rendering);
    const tries = await sendAll(mails, (mail) => sendOne(sender, mail, rendered.get(mail.message.id), rendering));
    await settle(claim, tries);
    for (const { result } of tries)
      counts[result.state === "due" ? "retried" : result.state === "sent" ? "sent" : "failed"] += 1;
  }
}

type Settled = {
  state: "due" | "sent" | "dead";
  attempts: number;
  nextAttemptAt?: Date;
  sentAt?: Date;
  providerId?: string | null;
  lastError: string | null;
};
type Try = { mail: ClaimedMail; result: Settled };

async function sendAll(
  mails: readonly ClaimedMail[],
  send: (mail: ClaimedMail) => Promise<SendOutcome>,
): Promise<Try[]> {
  const queue = [...mails];
  const tries: Try[] = [];
  const work = async () => {
    for (let mail = queue.shift(); mail; mail = queue.shift()) {
      const outcome = await send(mail);
      tries.push({ mail, result: settled(mail, outcome, now()) });
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
  return tries;
}

/**
 * Bytes of each message: those stored before, or rendered now and stored before the first send. Two servers at once
 * keep the bytes of whoever stored first. A message that cannot be rendered holds up nobody else's.
 */
async function renderOnce(
  mails: readonly ClaimedMail[],
  rendering: Rendering,
): Promise<Map<bigint, RenderedMail | Error>> {
  const bytes = new Map<bigint, RenderedMail | Error>();
  for (const { message } of mails) {
    if (!bytes.has(message.id)) bytes.set(message.id, await bytesOf(message, rendering).catch(asError));
  }
  return bytes;
}

async function bytesOf(message: ClaimedMail["message"], rendering: Rendering): Promise<RenderedMail> {
  const { id, subject, html, text } = message;
  if (subject !== null && html !== null && text !== null) return { subject, html, text };
  const rendered = await rendering.render(message.facts, message.language);
  const { count } = await db().message.updateMany({ where: { id, subject: null }, data: rendered });
  if (count === 1) return rendered;
  return bytesOf(await db().message.findUniqueOrThrow({ where: { id } }), rendering);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

async function sendOne(
  sender: Sender,
  mail: ClaimedMail,
  rendered: RenderedMail | Error | undefined,
  rendering: Rendering,
): Promise<SendOutcome> {
  if (!rendered || rendered instanceof Error) {
    return {
      outcome: "later",
      error: `the mail could not be rendered: ${rendered?.message ?? "no message"}`,
      retryAfterMs: null,
    };
  }
  const bytes = rendering.addressTo(rendered, loginsOf(mail));
  return sender.send({
    ...bytes,
    headers: rendering.headersFor(mail.kind, mail.recipient),
    to: mail.address,
    queuedAt: mail.createdAt,
    idempotencyKey: idempotencyKey(mail),
  });
}

/** `event/kind/recipient`; shortened by hash where it would pass the provider's 256 characters. */
export function idempotencyKey(mail: { eventKey: string; kind: string; recipient: string }): string {
  const key = `${mail.eventKey}/${mail.kind}/${mail.recipient}`;
  return key.length <= 256 ? key : createHash("sha256").update(key).digest("hex");
}

/** What a try makes of a mail. A pause that the provider asked for is not counted as a try. */
function settled(mail: ClaimedMail, outcome: SendOutcome, at: Date): Settled {
  const attempts = mail.attempts + 1;
  if (outcome.outcome === "accepted") {
    return { state: "sent", attempts, sentAt: at, providerId: outcome.providerId, lastError: null };
  }
  const lastError = outcome.error.slice(0, 500);
  if (outcome.outcome === "refused") return { state: "dead", attempts, lastError };
  if (outcome.retryAfterMs !== null) {
    return {
      state: "due",
      attempts: mail.attempts,
      nextAttemptAt: plus(at, Math.max(SECOND_MS, outcome.retryAfterMs)),
      lastError,
    };
  }
  const again = nextTry(attempts, at, Math.random());
  return again ? { state: "due", attempts, nextAttemptAt: again, lastError } : { state: "dead", attempts, lastError };
}

/** Writes what became of a batch, with its audit events, in one transaction: accepted mails by one statement. */
async function settle(claim: string, tries: readonly Try[]): Promise<void> {
  await inTransaction(async (tx) => {
    const sent = tries.filter(({ result }) => result.state === "sent");
    if (sent.length > 0) {
      const providerIds = sent.map(({ mail, result }) => sql`WHEN ${mail.id} THEN ${result.providerId ?? null}`);
      await tx.db.$executeRaw`
        UPDATE portal_outbox
        SET state = 'sent', attempts = attempts + 1, sent_at = ${now()}, last_error = NULL, claim = NULL,
          claimed_until = NULL, provider_id = CASE id ${joinSql(providerIds, " ")} END
        WHERE claim = ${claim} AND id IN (${joinSql(sent.map(({ mail }) => mail.id))})`;
    }
    for (const { mail, result } of tries) {
      if (result.state === "sent") continue;
      await tx.db.outboxMail.updateMany({
        where: { id: mail.id, claim },
        data: { ...result, claim: null, claimedUntil: null },
      });
    }
    for (const facts of auditFacts(tries)) {
      await recordAudit(tx, { actor: { type: "system", job: "deliver" }, origin: NO_ORIGIN, at: now(), facts });
    }
  });
}

/** One event per mail that failed, one per event and kind for those that were accepted. */
function auditFacts(tries: readonly Try[]): AuditFacts[] {
  const accepted = new Map<string, Extract<AuditFacts, { type: "mail.sent" }>>();
  const failed: AuditFacts[] = [];
  for (const { mail, result } of tries) {
    const { eventKey, kind } = mail;
    const logins = loginsOf(mail);
    if (result.state === "sent") {
      const group = accepted.get(`${eventKey} ${kind}`) ?? { type: "mail.sent", eventKey, kind, logins: [], count: 0 };
      group.logins.push(...logins);
      group.count += 1;
      accepted.set(`${eventKey} ${kind}`, group);
    } else {
      failed.push({
        type: "mail.failed",
        eventKey,
        kind,
        logins,
        error: result.lastError ?? "",
        final: result.state === "dead",
      });
    }
  }
  return [...accepted.values(), ...failed];
}

function loginsOf(mail: ClaimedMail): string[] {
  return z.array(z.string()).parse(JSON.parse(mail.logins));
}
