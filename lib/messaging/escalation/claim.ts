import { loginsOf } from "@/lib/messaging/outbox/prepare";
import { undeliveredWhere } from "@/lib/messaging/outbox/queries";
import { MINUTE_MS, plus } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/transaction";
import { forAlerts } from "./for-alerts";
import { noteStuckAlerts } from "./stuck";
import { isUrgent } from "./urgent";

/** What one run tells: at 4 calls of 10 s at once, over in half a minute. */
const BATCH = 12;
/** Longer than a batch takes; what a process that died had in hand is sent after it. */
const CLAIM_MS = 2 * MINUTE_MS;

/** An alert that does not get out by mail. */
export type StuckAlert = {
  eventKey: string;
  kind: string;
  attempts: number;
  /** who has not got it: by login */
  logins: string[];
  message: { facts: string; language: string; subject: string | null; createdAt: Date };
};

/**
 * Takes the alerts that the second channel must be notified of now, for this run alone. Those whose mails were all sent
 * meanwhile are resolved instead, unless they are urgent.
 */
export async function claimStuckAlerts(tx: Tx, at: Date): Promise<StuckAlert[]> {
  await noteStuckAlerts(tx, BATCH, at);
  const due = await tx.db.escalation.findMany({
    where: { state: "due", nextAttemptAt: { lte: at } },
    orderBy: [{ nextAttemptAt: "asc" }, { createdAt: "asc" }],
    take: BATCH,
  });
  if (due.length === 0) return [];
  const keys = due.map(({ eventKey, kind }) => ({ eventKey, kind }));
  await tx.db.$executeRaw`
    UPDATE portal_escalation SET next_attempt_at = ${plus(at, CLAIM_MS)} WHERE state = 'due' AND (${forAlerts(keys)})`;
  const waiting = await tx.db.outboxMail.findMany({
    where: { AND: [{ OR: keys }, undeliveredWhere(at)] },
    orderBy: { id: "asc" },
    select: { eventKey: true, kind: true, logins: true },
  });
  const messages = await tx.db.message.findMany({
    where: { OR: keys },
    orderBy: { id: "asc" },
    select: { eventKey: true, kind: true, facts: true, language: true, subject: true, createdAt: true },
  });
  const alerts = due.flatMap(({ eventKey, kind, attempts }): StuckAlert[] => {
    const isOfIt = (row: { eventKey: string; kind: string }) => row.eventKey === eventKey && row.kind === kind;
    const message = messages.find(isOfIt);
    const logins = waiting.filter(isOfIt).flatMap((mail) => peopleOf(mail.logins));
    return message && (logins.length > 0 || isUrgent(message.facts))
      ? [{ eventKey, kind, attempts, logins: [...new Set(logins)], message }]
      : [];
  });
  await resolve(
    tx,
    keys.filter((key) => !alerts.some(({ eventKey, kind }) => eventKey === key.eventKey && kind === key.kind)),
  );
  return alerts;
}

/** No address leaves over this channel (notice.ts). */
function peopleOf(logins: string): string[] {
  const names = loginsOf(logins);
  return names.length === 0 ? ["an extra recipient"] : names;
}

async function resolve(tx: Tx, keys: readonly { eventKey: string; kind: string }[]): Promise<void> {
  if (keys.length === 0) return;
  await tx.db.$executeRaw`UPDATE portal_escalation SET state = 'resolved' WHERE ${forAlerts(keys)}`;
}
