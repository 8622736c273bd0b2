import { now } from "@/lib/platform/clock";
import { type DbClient, dialect } from "@/lib/platform/db/client";
import { sql } from "@/lib/platform/db/sql";
import { bad, good } from "./line";
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
  return [own === whole ? good("timeZone", "timeZoneGood", { own }) : bad("timeZone", "timeZoneSet", { own, whole })];
}

/** How far the database's clock is from this server's. */
export async function checkClock(db: DbClient): Promise<Line[]> {
  const epoch = dialect() === "mysql" ? sql`UNIX_TIMESTAMP(NOW(6))` : sql`(julianday('now') - 2440587.5) * 86400`;
  const before = now().getTime();
  const rows = await db.$queryRaw<{ seconds: unknown }[]>(sql`SELECT CAST(${epoch} AS CHAR) AS seconds`);
  const skewMs = Number(rows[0]?.seconds) * 1000 - (before + now().getTime()) / 2;
  return [{ check: "clock", ...skewed(skewMs) }];
}

function skewed(skewMs: number): Omit<Line, "check"> {
  if (!Number.isFinite(skewMs)) return { verdict: "unknown", code: "notReadable", args: {} };
  const verdict = skewVerdict(skewMs);
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  if (verdict === "good") return { verdict, code: "clockGood", args: {} };
  return { verdict, code: skewMs > 0 ? "clockAhead" : "clockBehind", args: { seconds } };
}
