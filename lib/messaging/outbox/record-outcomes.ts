import type { UnmailedFacts } from "@/lib/ledger/audit/event-terms";
import { recordAudit } from "@/lib/ledger/audit/record";
import type { EventOf } from "@/lib/ledger/audit/schema";
import { now, plus, SECOND_MS } from "@/lib/platform/clock";
import { joinSql, type Sql, sql } from "@/lib/platform/db/sql";
import { inTransaction, type Tx } from "@/lib/platform/db/transaction";
import type { ClaimedMail } from "./claim";
import { newIdentity, readInstallation } from "./identity";
import { namesOf } from "./prepare";
import { MAX_TRIES, nextTry } from "./retry-policy";
import type { SentBatch, Try } from "./send-batch";
import type { SendOutcome } from "./sender";

type Sent = { mail: ClaimedMail; state: "sent"; sentAt: Date; providerId: string | null; via: string };
type Failed = {
  mail: ClaimedMail;
  state: "due" | "dead";
  attempts: number;
  nextAttemptAt: Date;
  lastError: string;
  /** the provider has another mail under its key: it gets a new one */
  keyTaken?: boolean;
};
type TriedMail = Sent | Failed;

const ERROR_MAX = 500;

/**
 * What a try makes of a mail. A pause that the provider asked for is not counted as a try. A key that is taken is never
 * the end of a mail: it goes out under a new one, at once if this is the first time in a run (`hasNewKey` is false).
 */
function outcomeOf({ mail, outcome, via, at }: Try, hasNewKey = false): TriedMail {
  if (outcome.outcome === "accepted") return { mail, state: "sent", sentAt: at, providerId: outcome.providerId, via };
  const attempts = mail.attempts + 1;
  if (outcome.outcome === "refused") {
    return { mail, state: "dead", attempts, nextAttemptAt: at, lastError: outcome.error.slice(0, ERROR_MAX) };
  }
  const lastError = `${outcome.error}${consequenceOf(outcome)}`.slice(0, ERROR_MAX);
  if (outcome.keyTaken) {
    const tries = Math.min(attempts, MAX_TRIES - 1);
    const next = hasNewKey ? (nextTry(tries, at, Math.random()) ?? at) : mail.nextAttemptAt;
    return { mail, state: "due", attempts: tries, nextAttemptAt: next, lastError, keyTaken: true };
  }
  if (outcome.retryAfterMs !== null) {
    const nextAttemptAt = plus(at, Math.max(SECOND_MS, outcome.retryAfterMs));
    return { mail, state: "due", attempts: mail.attempts, nextAttemptAt, lastError };
  }
  const again = nextTry(attempts, at, Math.random());
  return { mail, state: again ? "due" : "dead", attempts, nextAttemptAt: again ?? at, lastError };
}

function consequenceOf({ inDoubt, keyTaken }: Extract<SendOutcome, { outcome: "later" }>): string {
  if (keyTaken) return " The key belongs to another mail: it is sent again under a new key.";
  return inDoubt ? " It may have arrived all the same." : "";
}

/**
 * Writes what became of a batch, with its audit events, in one transaction: accepted mails by one statement, failed
 * ones by another, and those that were not handed over are free again. Nothing of a mail whose claim is not this run's
 * any more: whoever has it now writes what becomes of it.
 * @param newKeys mails that have got a new key in this run
 * @returns what was written
 */
export async function recordOutcomes(
  claim: string,
  { tries, restMs }: SentBatch,
  newKeys: ReadonlySet<bigint> = new Set(),
): Promise<TriedMail[]> {
  const all = tries.map((one) => outcomeOf(one, newKeys.has(one.mail.id)));
  return inTransaction(async (tx) => {
    const ours = await lockClaimed(tx, claim);
    const results = all.filter(({ mail }) => ours.has(mail.id));
    await writeSent(
      tx,
      claim,
      results.filter((result): result is Sent => result.state === "sent"),
    );
    await writeFailed(
      tx,
      claim,
      results.filter((result): result is Failed => result.state !== "sent"),
    );
    await tx.db.outboxMail.updateMany({
      where: { claim },
      data: { claim: null, claimedUntil: null, ...(restMs !== null && { nextAttemptAt: plus(now(), restMs) }) },
    });
    for (const facts of auditFacts(results)) {
      await recordAudit(tx, { by: "deliver", at: now(), facts });
    }
    return results;
  });
}

/** The mails that this run still has, which nobody else can claim before the commit. */
async function lockClaimed(tx: Tx, claim: string): Promise<Set<bigint>> {
  await tx.db.$executeRaw`UPDATE portal_outbox SET claim = ${claim} WHERE claim = ${claim}`;
  const mails = await tx.db.outboxMail.findMany({ where: { claim }, select: { id: true } });
  return new Set(mails.map(({ id }) => id));
}

async function writeSent(tx: Tx, claim: string, sent: readonly Sent[]): Promise<void> {
  if (sent.length === 0) return;
  await tx.db.$executeRaw`
    UPDATE portal_outbox
    SET state = 'sent', attempts = attempts + 1, last_error = NULL, claim = NULL, claimed_until = NULL,
      sent_at = ${byMail(sent, ({ sentAt }) => sentAt)}, provider_id = ${byMail(sent, ({ providerId }) => providerId)},
      sent_via = ${byMail(sent, ({ via }) => via)}
    WHERE claim = ${claim} AND id IN (${joinSql(sent.map(({ mail }) => mail.id))})`;
}

async function writeFailed(tx: Tx, claim: string, failed: readonly Failed[]): Promise<void> {
  if (failed.length === 0) return;
  await giveNewKeys(
    tx,
    failed.filter(({ keyTaken }) => keyTaken),
  );
  await tx.db.$executeRaw`
    UPDATE portal_outbox
    SET claim = NULL, claimed_until = NULL, state = ${byMail(failed, ({ state }) => state)},
      attempts = ${byMail(failed, ({ attempts }) => attempts)},
      next_attempt_at = ${byMail(failed, ({ nextAttemptAt }) => nextAttemptAt)},
      last_error = ${byMail(failed, ({ lastError }) => lastError)}
    WHERE claim = ${claim} AND id IN (${joinSql(failed.map(({ mail }) => mail.id))})`;
}

async function giveNewKeys(tx: Tx, refused: readonly Failed[]): Promise<void> {
  if (refused.length === 0) return;
  const installation = await readInstallation(tx, now());
  await tx.db.$executeRaw`
    UPDATE portal_outbox SET identity = ${byMail(refused, () => newIdentity(installation))}
    WHERE id IN (${joinSql(refused.map(({ mail }) => mail.id))})`;
}

/** A value for each mail, as one expression. */
function byMail<S extends TriedMail>(results: readonly S[], value: (result: S) => string | number | Date | null): Sql {
  return sql`CASE id ${joinSql(
    results.map((result) => sql`WHEN ${result.mail.id} THEN ${value(result)}`),
    " ",
  )} END`;
}

/** One event per mail that failed, one per event and kind for those that were accepted. */
function auditFacts(results: readonly TriedMail[]): UnmailedFacts[] {
  const accepted = new Map<string, EventOf<"mail.sent">>();
  const failed: UnmailedFacts[] = [];
  for (const result of results) {
    const { eventKey, kind } = result.mail;
    const logins = namesOf(result.mail);
    if (result.state === "sent") {
      const group = accepted.get(`${eventKey} ${kind}`) ?? { type: "mail.sent", eventKey, kind, logins: [], count: 0 };
      group.logins.push(...logins);
      group.count += 1;
      accepted.set(`${eventKey} ${kind}`, group);
    } else {
      const { lastError: error, state } = result;
      failed.push({ type: "mail.failed", eventKey, kind, logins, error, final: state === "dead" });
    }
  }
  return [...accepted.values(), ...failed];
}
