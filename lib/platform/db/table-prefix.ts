import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type SqlQueryable,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import { OneByOne } from "./one-by-one";
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

/**
 * An answer in which bytes are read as the UTF-8 text that they are. A dump that went through binary leaves LONGBLOB,
 * VARBINARY or a binary character set where Matomo had text, and the portal keeps no bytes of its own. What is not valid
 * UTF-8 comes with U+FFFD in its place: one such value must not take a page away.
 */
function bytesAsText(answer: SqlResultSet): SqlResultSet {
  const places = answer.columnTypes.flatMap((type, place) => (type === ColumnTypeEnum.Bytes ? [place] : []));
  if (places.length === 0) return answer;
  const isBytes = new Set(places);
  return {
    ...answer,
    columnTypes: answer.columnTypes.map((type, place) => (isBytes.has(place) ? ColumnTypeEnum.Text : type)),
    rows: answer.rows.map((row) => row.map((value, place) => (isBytes.has(place) ? textOf(value) : value))),
  };
}

/** Drivers give bytes as a view, a buffer or a list of numbers. */
function textOf(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString();
  return value instanceof ArrayBuffer || isByteList(value) ? Buffer.from(new Uint8Array(value)).toString() : value;
}

function isByteList(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((byte) => typeof byte === "number");
}

/** What is done with every statement on its way to the database, and with every answer on its way back. */
type Wrapping = { query?: (query: SqlQuery) => SqlQuery; answer?: (answer: SqlResultSet) => SqlResultSet };

/** A driver adapter that does so, in and out of transactions; in them one statement after another. */
function wrapAdapter(factory: SqlDriverAdapterFactory, wrapping: Wrapping): SqlDriverAdapterFactory {
  const { query: onQuery = (query) => query, answer: onAnswer = (answer) => answer } = wrapping;

  function wrap<T extends SqlQueryable>(inner: T): T {
    return new Proxy(inner, {
      get(target, key) {
        if (key === "queryRaw") return async (query: SqlQuery) => onAnswer(await target.queryRaw(onQuery(query)));
        if (key === "executeRaw") return (query: SqlQuery) => target.executeRaw(onQuery(query));
        const value: unknown = Reflect.get(target, key, target);
        if (typeof value !== "function") return value;
        if (key !== "startTransaction") return value.bind(target);
        return async (...options: Parameters<SqlDriverAdapter["startTransaction"]>) =>
          wrap(new OneByOne(await Reflect.apply(value, target, options)));
      },
    });
  }

  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => wrap(await factory.connect()),
  };
}
