import type { SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { bytesAsText } from "./bytes-as-text";
import { statementChannel } from "./statement-channel";
import { wrapAdapter } from "./wrap-adapter";

/** Matomo's tables that the portal maps. An explicit list: a bare prefix match would rewrite other people's names. */
const MATOMO_TABLES = [
  "user",
  "access",
  "site",
  "site_url",
  "option",
  "plugin_setting",
  "site_setting",
  "user_language",
  "locks",
  "twofactor_recovery_code",
  "brute_force_log",
  "user_token_auth",
] as const;

const QUOTED = new RegExp(`\`matomo_(${MATOMO_TABLES.join("|")})\``, "g");

/** `sql` with every back-quoted `matomo_<table>` under `prefix`. Values are parameters, so data is never touched. */
export function applyPrefix(sql: string, prefix: string): string {
  return prefix === "matomo_" ? sql : sql.replace(QUOTED, (_, table: string) => `\`${prefix}${table}\``);
}

/**
 * Wraps a driver adapter so that every statement, in and out of transactions, meets Matomo's real table names, and
 * is heard on the statement channel, and every answer is text where its column holds bytes.
 */
export function withTablePrefix(factory: SqlDriverAdapterFactory, prefix: string): SqlDriverAdapterFactory {
  return wrapAdapter(factory, {
    query: (query) => {
      const sql = applyPrefix(query.sql, prefix);
      if (statementChannel.hasSubscribers) statementChannel.publish(sql);
      return { ...query, sql };
    },
    answer: bytesAsText,
  });
}
