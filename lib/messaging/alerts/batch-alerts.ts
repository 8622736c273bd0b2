import { recordAudit } from "@/lib/ledger/audit/record";
import type { CommandFacts, FactsOf } from "@/lib/ledger/facts/mail-schema";
import { enqueueAll } from "@/lib/messaging/outbox/enqueue";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { idList, inChunks } from "@/lib/platform/db/sql";
import { inTransaction, type Tx } from "@/lib/platform/db/transaction";
import { logger } from "@/lib/platform/logger";
import { dueHeldMails, readCommandFacts, readHeldMails } from "./held-mails";
import { type PlannedDigest, planDigests } from "./plan-digests";
import { digestOf, NAMED_CHANGES } from "./policy";

type Digest = PlannedDigest & { facts: FactsOf<"digest"> };

/**
 * Batches the alerts whose minute is over into digests: one mail for each mailbox, about exactly the changes that were
 * held for it. A change that is alone becomes due as it is. Two servers at once batch once: the second finds nothing
 * held any more. Where batching fails, everything whose minute is over goes out one by one: no alert waits for a digest
 * that cannot be made.
 * @returns how many mails were folded
 */
export async function batchAlerts(): Promise<number> {
  const waiting = await withDatabaseErrors(() => db().outboxMail.count({ where: dueHeldMails(now()) }));
  if (waiting === 0) return 0;
  try {
    return await inTransaction((tx) => batch(tx, now()));
  } catch (error) {
    logger().error({ err: error }, "alerts could not be folded; they go out one by one");
    await inTransaction((tx) => releaseAll(tx, now()));
    return 0;
  }
}

/** No digest: each held mail whose minute is over is due as it is. */
async function releaseAll(tx: Tx, at: Date): Promise<void> {
  await tx.db.outboxMail.updateMany({ where: dueHeldMails(at), data: { state: "due", nextAttemptAt: at } });
}

async function batch(tx: Tx, at: Date): Promise<number> {
  const held = await readHeldMails(tx.db, at);
  const planned = planDigests(held);
  const commands = await readCommandFacts(tx.db, planned);
  const digests = planned.flatMap((plan): Digest[] => withFacts(plan, commands));
  const eventKeys = await recordBatches(tx, digests, at);
  await enqueueAll(
    tx,
    digests.map(({ facts, recipients }, index) => ({ eventKey: eventKeys[index] ?? "", facts, recipients, at })),
  );
  const folded = digests.flatMap(({ mailIds }) => mailIds);
  const taken = new Set(folded);
  await release(
    tx,
    folded,
    held.map(({ id }) => id).filter((id) => !taken.has(id)),
    at,
  );
  return folded.length;
}

/** A digest with what it says; none when a change of it cannot be read: then each of its mails goes out by itself. */
function withFacts(plan: PlannedDigest, commands: ReadonlyMap<bigint, CommandFacts>): Digest[] {
  const named = plan.messageIds.slice(0, NAMED_CHANGES);
  const changes = named.flatMap((id) => commands.get(id) ?? []);
  const opening = plan.openingIds.flatMap((id) => commands.get(id) ?? []);
  if (changes.length < named.length || opening.length < plan.openingIds.length) return [];
  const facts = digestOf(changes, opening, plan.messageIds.length);
  return facts ? [{ ...plan, facts }] : [];
}

/**
 * One audit event for each digest.
 * @returns the event keys of the digests, in their order
 */
async function recordBatches(tx: Tx, digests: readonly Digest[], at: Date): Promise<string[]> {
  const keys: string[] = [];
  for (const { actor, facts } of digests) {
    const seq = await recordAudit(tx, {
      by: "deliver",
      at,
      facts: { type: "alerts.folded", login: actor, count: facts.total, shown: facts.changes.length },
    });
    keys.push(`event/${seq}`);
  }
  return keys;
}

/** What a digest has taken the place of is folded; what is alone is due. */
async function release(tx: Tx, folded: readonly bigint[], alone: readonly bigint[], at: Date): Promise<void> {
  for (const ids of inChunks(folded)) {
    await tx.db.$executeRaw`UPDATE portal_outbox SET state = 'folded' WHERE id IN (${idList(ids.map(Number))})`;
  }
  for (const ids of inChunks(alone)) {
    await tx.db.$executeRaw`
      UPDATE portal_outbox SET state = 'due', next_attempt_at = ${at} WHERE id IN (${idList(ids.map(Number))})`;
  }
}
