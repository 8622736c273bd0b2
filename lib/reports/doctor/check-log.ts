import { auditFactsSchema } from "@/lib/ledger/audit/schema";
import { DAY_MS, MINUTE_MS, now, plus } from "@/lib/platform/clock";
import type { DbClient } from "@/lib/platform/db/client";
import { bad, warning } from "./line";
import type { Line } from "./schema";

/** For so long it is bad that entries were lost, unless somebody restored a backup on purpose; then it is warned of. */
const BAD_MS = DAY_MS;
const SAID_MS = 7 * DAY_MS;

/** Whether the log went back lately (lib/domain/continuity). Says nothing while it did not. */
export async function checkLog(db: DbClient): Promise<Line[]> {
  const lost = await db.auditEvent.findFirst({
    where: { type: "log.went-back", at: { gt: plus(now(), -SAID_MS) } },
    orderBy: { seq: "desc" },
    select: { at: true, type: true, facts: true },
  });
  if (!lost) return [];
  const facts = auditFactsSchema.parse({ ...JSON.parse(lost.facts), type: lost.type });
  const onPurpose = facts.type === "log.went-back" && facts.cause === "restored";
  const ago = Math.max(0, now().getTime() - lost.at.getTime());
  const t = !onPurpose && ago < BAD_MS ? bad : warning;
  return [t("log", "logWentBack", { minutes: Math.floor(ago / MINUTE_MS) })];
}
