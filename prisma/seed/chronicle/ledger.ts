import { appendEvent } from "@/lib/ledger/audit/append-event";
import { type Actor, type AuditFacts, type JobName, NO_ORIGIN, type Origin } from "@/lib/ledger/audit/schema";
import type { Tx } from "@/lib/platform/db/transaction";

/** The audit log while the story is written into it. */
export type Ledger = {
  tx: Tx;
  /** Appends one event. Throws when the story goes back in time. */
  record: (event: { actor: Actor; origin: Origin; at: Date; facts: AuditFacts }) => Promise<bigint>;
  recordJob: (job: JobName, at: Date, facts: AuditFacts) => Promise<bigint>;
};

/** A ledger for one transaction. */
export function openLedger(tx: Tx): Ledger {
  let last = new Date(0);
  const record: Ledger["record"] = (event) => {
    if (event.at < last) {
      throw new Error(`${event.facts.type} of ${event.at.toISOString()} was told after ${last.toISOString()}.`);
    }
    last = event.at;
    return appendEvent(tx, event);
  };
  const recordJob: Ledger["recordJob"] = (job, at, facts) =>
    record({ actor: { type: "system", job }, origin: NO_ORIGIN, at, facts });
  return { tx, record, recordJob };
}
