import type { Tx } from "@/lib/platform/db/transaction";
import { appendEvent } from "./append-event";
import type { UnmailedFacts } from "./mail-of-event";
import type { Actor, Origin } from "./schema";

/**
 * Records one event of which no mail tells; `MAIL_OF_EVENT` says why none does. One of which a mail tells does not
 * compile here: it is announced (lib/messaging/alerts/announce.ts).
 * @returns its sequence number
 */
export function recordAudit(
  tx: Tx,
  event: { actor: Actor; origin: Origin; at: Date; facts: UnmailedFacts },
): Promise<bigint> {
  return appendEvent(tx, event);
}
