import { DAY_MS, MINUTE_MS, now, plus } from "@/lib/clock";
import type { Reader } from "@/lib/db/client";
import { warning } from "./line";
import type { Line } from "./schema";

/** For so long it is said that entries were lost: whoever runs the portal has to find out why. */
const SAID_MS = 7 * DAY_MS;

/** Whether the log went back lately (lib/continuity). Says nothing while it did not. */
export async function checkLog(db: Reader): Promise<Line[]> {
  const lost = await db.auditEvent.findFirst({
    where: { type: "log.went-back", at: { gt: plus(now(), -SAID_MS) } },
    orderBy: { seq: "desc" },
    select: { at: true },
  });
  if (!lost) return [];
  const minutes = Math.max(0, Math.floor((now().getTime() - lost.at.getTime()) / MINUTE_MS));
  return [warning("log", "logWentBack", { minutes })];
}
