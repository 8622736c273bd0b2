import { dialect } from "@/lib/platform/db/client";
import { type Sql, sql } from "@/lib/platform/db/sql";

/**
 * A text that is equal for logins which the database takes for one, whatever the case and accents, so that rows of
 * tables with other collations can be put together without a join, which would be an illegal mix there
 * (docs/matomo.md#collations).
 */
export function sameLogin(column: Sql): Sql {
  return dialect() === "mysql"
    ? sql`HEX(WEIGHT_STRING(RTRIM(CONVERT(${column} USING utf8mb4))))`
    : sql`LOWER(${column})`;
}
