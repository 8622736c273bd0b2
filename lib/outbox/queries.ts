import { MINUTE_MS, plus } from "@/lib/clock";
import type { Reader } from "@/lib/db/client";

/** A mail that waits longer than this needs attention. */
const OVERDUE_MS = 15 * MINUTE_MS;

/** Mails that failed for good, or have waited for more than 15 minutes. */
export function countUndelivered(db: Reader, at: Date): Promise<number> {
  return db.outboxMail.count({
    where: { OR: [{ state: "dead" }, { state: "due", createdAt: { lt: plus(at, -OVERDUE_MS) } }] },
  });
}
