import { plus } from "@/lib/platform/clock";
import type { DbClient } from "@/lib/platform/db/client";
import { OVERDUE_MS } from "./retry-policy";

/** Mails that failed for good, or have waited for 15 minutes, and that nobody has seen to. */
export function undeliveredWhere(at: Date) {
  const since = plus(at, -OVERDUE_MS);
  return { handledAt: null, OR: [{ state: "dead" }, { state: { in: ["held", "due"] }, createdAt: { lte: since } }] };
}

/** How many of them there are. */
export function countUndelivered(db: DbClient, at: Date): Promise<number> {
  return db.outboxMail.count({ where: undeliveredWhere(at) });
}
