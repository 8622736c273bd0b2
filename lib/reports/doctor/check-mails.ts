import { OVERDUE_MS } from "@/lib/messaging/outbox/retry-policy";
import { MINUTE_MS, now, plus } from "@/lib/platform/clock";
import type { DbClient } from "@/lib/platform/db/client";
import { bad, good } from "./line";
import type { Line } from "./schema";

/** No mail waits for longer than 15 minutes, and none has failed for good without somebody having dealt with it (E45). */
export async function checkMails(db: DbClient): Promise<Line[]> {
  const { waiting, oldest, dead } = await readMails(db, now());
  const found: Line[] = [];
  if (oldest !== null) {
    const minutes = Math.floor((now().getTime() - oldest.getTime()) / MINUTE_MS);
    found.push(bad("mails", "mailsWait", { limit: OVERDUE_MS / MINUTE_MS, waiting, minutes }));
  }
  if (dead > 0) found.push(bad("mails", "mailsFailed", { dead }));
  return found.length > 0 ? found : [good("mails", "mailsGood")];
}

async function readMails(db: DbClient, at: Date): Promise<{ waiting: number; oldest: Date | null; dead: number }> {
  const overdue = await db.outboxMail.aggregate({
    where: {
      state: { in: ["due", "held"] },
      handledAt: null,
      createdAt: { lt: plus(at, -OVERDUE_MS) },
    },
    _count: true,
    _min: { createdAt: true },
  });
  const dead = await db.outboxMail.count({ where: { state: "dead", handledAt: null } });
  return { waiting: overdue._count, oldest: overdue._min.createdAt, dead };
}
