import { z } from "zod";
import { type CommandFacts, commandFactsSchema } from "@/lib/ledger/facts/mail-schema";
import { asSaidToday } from "@/lib/ledger/facts/older-mails";
import { loginsOf } from "@/lib/messaging/outbox/prepare";
import { fromStored } from "@/lib/messaging/outbox/stored-json";
import { plus } from "@/lib/platform/clock";
import type { DbClient } from "@/lib/platform/db/client";
import type { HeldMail, PlannedDigest } from "./plan-digests";
import { BATCH_MS, NAMED_CHANGES, OPENING_KINDS } from "./policy";

/**
 * Held mails whose minute is over, whatever the mail itself says of it; those of the future too, since a clock that was
 * set back holds nothing.
 */
export function dueHeldMails(at: Date) {
  const isOver = [
    { nextAttemptAt: { lte: at } },
    { createdAt: { lte: plus(at, -BATCH_MS) } },
    { createdAt: { gt: at } },
  ];
  return { state: "held", OR: isOver };
}

/** The held mails that are due at `at`, in their order. Two statements. */
export async function readHeldMails(db: DbClient, at: Date): Promise<HeldMail[]> {
  const mails = await db.outboxMail.findMany({
    where: dueHeldMails(at),
    orderBy: { id: "asc" },
    select: { id: true, messageId: true, recipient: true, address: true, logins: true },
  });
  const messages = await db.message.findMany({
    where: { id: { in: [...new Set(mails.map(({ messageId }) => messageId))] } },
    select: { id: true, eventKey: true, kind: true, language: true, actor: true, digestKey: true },
  });
  const messageOf = new Map(messages.map((message) => [message.id, message]));
  return mails.map(({ id, messageId, recipient, address, logins }) => {
    const { actor, digestKey, eventKey, kind, language } = requireMessage(messageOf, messageId);
    return {
      id,
      messageId,
      recipient,
      address,
      logins: loginsOf(logins),
      language,
      // A held mail without a digest to wait for is alone.
      digestKey: digestKey ?? `alone/${id}`,
      actor: actor ?? "",
      change: `${eventKey} ${kind}`,
      mayOpen: OPENING_KINDS.includes(kind),
    };
  });
}

const toldCommand: z.ZodType<CommandFacts> = z.preprocess(asSaidToday, commandFactsSchema);

/**
 * The facts of the changes that these digests name, and of all that may have made sites public, by message. What is no
 * fact of a command is left out.
 */
export async function readCommandFacts(
  db: DbClient,
  digests: readonly PlannedDigest[],
): Promise<Map<bigint, CommandFacts>> {
  const named = ({ messageIds, openingIds }: PlannedDigest) => [...messageIds.slice(0, NAMED_CHANGES), ...openingIds];
  const ids = new Set(digests.flatMap(named));
  const messages = await db.message.findMany({ where: { id: { in: [...ids] } }, select: { id: true, facts: true } });
  return new Map(
    messages.flatMap(({ id, facts }): [bigint, CommandFacts][] => {
      const command = fromStored(toldCommand, facts);
      return command ? [[id, command]] : [];
    }),
  );
}

function requireMessage<T>(messages: ReadonlyMap<bigint, T>, id: bigint): T {
  const message = messages.get(id);
  if (message === undefined) throw new Error(`no message ${id}`);
  return message;
}
