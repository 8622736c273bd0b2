import { constantSql, type Sql, sql } from "@/lib/platform/db/sql";
import type { SiteId } from "@/lib/platform/site-id";

// `facts` is JSON text, byte for byte as JSON.stringify wrote it. Within a text a quotation mark is escaped there, so
// this key stands only where it is a key, and its list holds digits and commas alone. Read by the two functions that
// every server has under one name, because JSON functions came later than the oldest server Matomo runs on.
const KEY = `"siteIds":[`;
const at = `INSTR(facts, '${KEY}')`;
const fromList = `SUBSTR(facts, ${at} + ${KEY.length - 1})`;
const list = `SUBSTR(${fromList}, 1, INSTR(${fromList}, ']'))`;

/** How many sites the event is about, in SQL; 0 when it is about none. */
export const siteCount: Sql = constantSql(
  `(CASE WHEN ${at} = 0 OR ${list} = '[]' THEN 0 ELSE LENGTH(${list}) - LENGTH(REPLACE(${list}, ',', '')) + 1 END)`,
);

/** Whether the event names this site, in SQL. */
export function namesSite(id: SiteId): Sql {
  const is = (pattern: string) => sql`${constantSql(list)} LIKE ${pattern}`;
  return sql`(${constantSql(at)} > 0 AND (${is(`[${id}]`)} OR ${is(`[${id},%`)} OR ${is(`%,${id},%`)} OR ${is(`%,${id}]`)}))`;
}

/** Whether the event is a refusal that names only the first 50 of its sites (lib/auth/command.ts), in SQL. */
export const namesTooFew: Sql = sql`(type = 'action.refused' AND ${siteCount} = 50 AND facts NOT LIKE '%"siteCount":50}')`;
