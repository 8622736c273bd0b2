import type { Tx } from "@/lib/platform/db/transaction";
import { appendEvent } from "./append-event";
import { authorship, type By } from "./author";
import type { UnmailedFacts } from "./event-terms";

/**
 * Records one event of which no mail tells; `EVENTS` says why none does. One of which a mail tells does not
 * compile here: it is announced (lib/messaging/alerts/announce.ts).
 * @returns its sequence number
 */
export function recordAudit(tx: Tx, { by, at, facts }: { by: By; at: Date; facts: UnmailedFacts }): Promise<bigint> {
  return appendEvent(tx, { ...authorship(by), at, facts });
}
