import { MINUTE_MS, now, plus } from "@/lib/clock";
import type { Reader } from "@/lib/db/client";
import { OVERDUE_MS } from "@/lib/outbox/retry-policy";
import type { Findings } from "./findings";
import { unlessRefused } from "./unless-refused";

/** No mail waits for longer than 15 minutes, and none has failed for good without somebody having dealt with it (E45). */
export async function checkMails(db: Reader): Promise<Findings> {
  const { waiting, oldest, dead } = await unlessRefused(readMails(db, now()), { waiting: 0, oldest: null, dead: 0 });
  const problems: string[] = [];
  if (oldest !== null) {
    const minutes = Math.floor((now().getTime() - oldest.getTime()) / MINUTE_MS);
    problems.push(
      `Mails have waited for more than ${OVERDUE_MS / MINUTE_MS} minutes: ${waiting}, the oldest for ${minutes} minutes. See that something calls /api/cron/deliver (or set CRON=internal), and what Deliveries says of them.`,
    );
  }
  if (dead > 0) {
    problems.push(
      `Mails have failed for good, and nobody has dealt with them: ${dead}. Send them again or dismiss them in Deliveries.`,
    );
  }
  return { problems, warnings: [] };
}

async function readMails(db: Reader, at: Date): Promise<{ waiting: number; oldest: Date | null; dead: number }> {
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
