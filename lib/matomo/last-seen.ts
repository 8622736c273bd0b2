import type { DbClient } from "@/lib/platform/db/client";
import { constantSql, inChunks, joinSql, momentFromText, sql } from "@/lib/platform/db/sql";
import { sameLogin } from "./same-login";

type SeenRow = { same: string; at: string | null };

/** Names of options hold a login behind this, up to Matomo 5.3 (docs/matomo.md#traces-of-use). */
const OPTION = "UsersManager.lastSeen.";

/**
 * When each of these people last used Matomo's pages, by key (same-login.ts); absent: never. Since Matomo 5.4. The text
 * is UTC in the server's own session time zone, as Matomo wrote it (docs/matomo.md#times). One statement for each 5,000
 * people.
 */
export async function readLastSeen(db: DbClient, logins: readonly string[]): Promise<Map<string, Date>> {
  const seen = new Map<string, Date>();
  for (const chunk of inChunks(logins)) {
    const rows = await db.$queryRaw<SeenRow[]>`
      SELECT ${sameLogin(sql`login`)} AS same, CAST(ts_last_seen AS CHAR) AS at FROM \`matomo_user\`
      WHERE ts_last_seen IS NOT NULL AND login IN (${joinSql(chunk)})`;
    keepNewest(seen, rows, momentFromText);
  }
  return seen;
}

/** The same from the options of Matomo up to 5.3: seconds since 1970. */
export async function readLastSeenOptions(db: DbClient, logins: readonly string[]): Promise<Map<string, Date>> {
  const seen = new Map<string, Date>();
  for (const chunk of inChunks(logins)) {
    const names = chunk.map((login) => OPTION + login);
    const rows = await db.$queryRaw<SeenRow[]>`
      SELECT ${sameLogin(sql`SUBSTR(option_name, ${constantSql(String(OPTION.length + 1))})`)} AS same, CAST(option_value AS CHAR) AS at
      FROM \`matomo_option\` WHERE option_name IN (${joinSql(names)})`;
    keepNewest(seen, rows, momentFromSeconds);
  }
  return seen;
}

function keepNewest(seen: Map<string, Date>, rows: SeenRow[], read: (text: string | null) => Date | null): void {
  for (const { same, at } of rows) {
    const moment = read(at);
    if (moment && moment > (seen.get(same) ?? new Date(0))) seen.set(same, moment);
  }
}

function momentFromSeconds(text: string | null): Date | null {
  return text !== null && /^[1-9]\d{0,10}$/.test(text) ? new Date(Number(text) * 1_000) : null;
}
