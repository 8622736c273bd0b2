import { joinSql, type Sql, sql } from "@/lib/platform/db/sql";

/** Which alert: unique together. */
export type AlertKey = { eventKey: string; kind: string };

/** The condition that a row is one of these alerts'. (SQLite has no lists of pairs.) */
export function forAlerts(keys: readonly AlertKey[]): Sql {
  return joinSql(
    keys.map(({ eventKey, kind }) => sql`(event_key = ${eventKey} AND kind = ${kind})`),
    " OR ",
  );
}

/** A value for each alert, as one expression. */
export function byAlert<A extends AlertKey>(
  alerts: readonly A[],
  value: (alert: A) => string | number | Date | null,
): Sql {
  const cases = alerts.map((alert) => sql`WHEN ${forAlerts([alert])} THEN ${value(alert)}`);
  return sql`CASE ${joinSql(cases, " ")} END`;
}
