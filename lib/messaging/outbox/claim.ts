import { randomUUID } from "node:crypto";
import { MINUTE_MS, plus } from "@/lib/platform/clock";
import type { DbClient } from "@/lib/platform/db/client";
import { persistently } from "@/lib/platform/db/persistently";

/**
 * Far below the 100 that a provider takes in one call (E7): each mail is a call of its own, so a batch is only what is
 * recorded together. Small, so that a process that dies between sending and recording leaves few mails in doubt.
 */
const BATCH = 25;
/** As long as a run hands mails over (deliver.ts); a claim of a process that died is free again after it. */
const CLAIM_MS = 5 * MINUTE_MS;

export type ClaimedMail = {
  id: bigint;
  eventKey: string;
  kind: string;
  recipient: string;
  address: string;
  logins: string;
  attempts: number;
  nextAttemptAt: Date;
  lastError: string | null;
  createdAt: Date;
  /** null: an older version queued it */
  identity: string | null;
  message: {
    id: bigint;
    language: string;
    facts: string;
    threads: string | null;
    subject: string | null;
    html: string | null;
    text: string | null;
  };
};

/**
 * Takes up to 25 mails that were due at `dueAt` for this run alone: two servers at once never hold the same mail. The inner condition
 * chooses, the outer one decides on the newest state of each row.
 */
export async function claimDue(db: DbClient, dueAt: Date, at: Date): Promise<{ claim: string; mails: ClaimedMail[] }> {
  const claim = randomUUID();
  let tries = 0;
  const taken = await persistently(() => {
    tries += 1;
    return db.$executeRaw`
      UPDATE portal_outbox SET claim = ${claim}, claimed_until = ${plus(at, CLAIM_MS)}
      WHERE state = 'due' AND (claimed_until IS NULL OR claimed_until <= ${at}) AND id IN (
        SELECT id FROM (
          SELECT id FROM portal_outbox
          WHERE state = 'due' AND next_attempt_at <= ${dueAt} AND (claimed_until IS NULL OR claimed_until <= ${at})
          ORDER BY next_attempt_at, id LIMIT ${BATCH}
        ) due
      )`;
  });
  // A try that broke off may have claimed all the same.
  if (taken === 0 && tries === 1) return { claim, mails: [] };
  const mails = await db.outboxMail.findMany({
    where: { claim },
    orderBy: { id: "asc" },
    select: {
      id: true,
      eventKey: true,
      kind: true,
      recipient: true,
      address: true,
      logins: true,
      attempts: true,
      nextAttemptAt: true,
      lastError: true,
      createdAt: true,
      identity: true,
      message: {
        select: { id: true, language: true, facts: true, threads: true, subject: true, html: true, text: true },
      },
    },
  });
  return { claim, mails };
}
