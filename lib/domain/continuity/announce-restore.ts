import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/transaction";
import { announceGap } from "./announce-gap";

/**
 * Says on purpose what `guardLog` would notice: the portal's tables were loaded from a backup, and whatever came after
 * their newest event is gone. A process that remembers it does not tell it again.
 */
export function announceRestore(): Promise<void> {
  return inTransaction(async (tx) => {
    const lastKept = await tx.db.auditEvent.findFirst({
      orderBy: { seq: "desc" },
      select: { seq: true, hash: true, at: true },
    });
    await announceGap(tx, { cause: "restored", job: "migrate", lastKept, lastGone: null }, now());
  });
}
