import { auditFactsSchema } from "@/lib/ledger/audit/schema";
import { DAY_MS, MINUTE_MS, now, plus, SECOND_MS } from "@/lib/platform/clock";
import { type DbClient, dialect } from "@/lib/platform/db/client";
import { sql } from "@/lib/platform/db/sql";
import { bad, good, unknown, warning } from "./line";
import { skewVerdict } from "./policy";
import type { Line } from "./schema";

/**
 * The portal's sessions must have the server's own time zone, as Matomo's have: else Matomo's times are read wrongly
 * (docs/matomo.md#times).
 */
export async function checkTimeZone(db: DbClient): Promise<Line[]> {
  if (dialect() === "sqlite") return [];
  const [row] = await db.$queryRaw<{ own: string; whole: string }[]>`
    SELECT @@session.time_zone AS own, @@global.time_zone AS whole`;
  const { own = "?", whole = "" } = row ?? {};
  return [own === whole ? good("timeZone", "value", { value: own }) : bad("timeZone", "timeZoneSet", { own, whole })];
}

/** How far the database's clock is from this server's. */
export async function checkClock(db: DbClient): Promise<Line[]> {
  const epoch = dialect() === "mysql" ? sql`UNIX_TIMESTAMP(NOW(6))` : sql`(julianday('now') - 2440587.5) * 86400`;
  const before = now().getTime();
  const rows = await db.$queryRaw<{ seconds: unknown }[]>(sql`SELECT CAST(${epoch} AS CHAR) AS seconds`);
  const skewMs = Number(rows[0]?.seconds) * 1000 - (before + now().getTime()) / 2;
  return [Number.isFinite(skewMs) ? skewed("clock", skewMs) : unknown("clock", "notReadable")];
}

/** What is said of a clock that is so far from this server's. Matomo's own is of less weight. */
export function skewed(check: "clock" | "matomoClock", skewMs: number): Line {
  const verdict = skewVerdict(skewMs);
  if (verdict === "good") return good(check);
  const say = check === "clock" && verdict === "bad" ? bad : warning;
  return say(check, "clockOff", { seconds: Math.round(skewMs / SECOND_MS) });
}

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
