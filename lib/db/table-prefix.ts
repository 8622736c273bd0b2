import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery, SqlQueryable } from "@prisma/driver-adapter-utils";
import { statementChannel } from "./statement-channel";

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
] as const;

const QUOTED = new RegExp(`\`matomo_(${MATOMO_TABLES.join("|")})\``, "g");

/** `sql` with every back-quoted `matomo_<table>` under `prefix`. Values are parameters, so data is never touched. */
export function applyPrefix(sql: string, prefix: string): string {
  return prefix === "matomo_" ? sql : sql.replace(QUOTED, (_, table: string) => `\`${prefix}${table}\``);
}

/**
 * Wraps a driver adapter so that every statement, in and out of transactions, meets Matomo's real table names, and
 * is heard on the statement channel.
 */
export function withTablePrefix(factory: SqlDriverAdapterFactory, prefix: string): SqlDriverAdapterFactory {
  const rewrite = (query: SqlQuery): SqlQuery => {
    const sql = applyPrefix(query.sql, prefix);
    if (statementChannel.hasSubscribers) statementChannel.publish(sql);
    return { ...query, sql };
  };

  function wrap<T extends SqlQueryable>(inner: T): T {
    return new Proxy(inner, {
      get(target, key) {
        if (key === "queryRaw") return (query: SqlQuery) => target.queryRaw(rewrite(query));
        if (key === "executeRaw") return (query: SqlQuery) => target.executeRaw(rewrite(query));
        const value: unknown = Reflect.get(target, key, target);
        if (typeof value !== "function") return value;
        if (key !== "startTransaction") return value.bind(target);
        return async (...options: Parameters<SqlDriverAdapter["startTransaction"]>) =>
          wrap(await Reflect.apply(value, target, options));
      },
    });
  }

  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => wrap(await factory.connect()),
  };
}
