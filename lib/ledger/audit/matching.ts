import { beginOfDay } from "@/lib/platform/date-format";
import { joinSql, type Sql, sql } from "@/lib/platform/db/sql";
import { typesOf } from "./event-terms";
import { type AuditFilter, WHO_JOBS, WHO_VISITORS } from "./filter-schema";
import { namesSite } from "./stored-site-ids";

/**
 * The condition on portal_audit_event that a filter means.
 * @param timeZone in which its days are days
 */
export function matching(filter: AuditFilter, timeZone: string): Sql {
  return allOf([...conditionsButSite(filter, timeZone), ...(filter.site === null ? [] : [namesSite(filter.site)])]);
}

/** The same without the site. */
export function matchingButSite(filter: AuditFilter, timeZone: string): Sql {
  return allOf(conditionsButSite(filter, timeZone));
}

function conditionsButSite({ kind, who, from, to }: AuditFilter, timeZone: string): Sql[] {
  return [
    ...(kind === null ? [] : [sql`type IN (${joinSql(typesOf(kind))})`]),
    ...(who === null ? [] : [doneBy(who)]),
    ...(from === null ? [] : [sql`at >= ${beginOfDay(from, timeZone)}`]),
    ...(to === null ? [] : [sql`at < ${beginOfDay(to, timeZone, 1)}`]),
  ];
}

function doneBy(who: string): Sql {
  if (who === WHO_JOBS) return sql`actor_type = 'system'`;
  if (who === WHO_VISITORS) return sql`actor_type = 'visitor'`;
  return sql`(actor_type = 'superUser' AND actor_name = ${who})`;
}

function allOf(conditions: Sql[]): Sql {
  return conditions.length === 0 ? sql`1 = 1` : joinSql(conditions, " AND ");
}
