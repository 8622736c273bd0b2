import type { SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { env } from "@/lib/platform/env";
import { whenForgetting } from "@/lib/platform/once-per-process";
import { type Prisma, PrismaClient } from "@/prisma/generated/mysql/client";
import { PrismaClient as SqlitePrismaClient } from "@/prisma/generated/sqlite/client";
import { mysqlAdapter } from "./mysql-adapter";
import { mysqlAddress } from "./mysql-address";
import { withTablePrefix } from "./table-prefix";

/** The portal's client. Both dialects are generated from one set of models and answer with the same types. */
export type Db = PrismaClient;

/** What reads need: the client itself, or the client inside a transaction (`tx.db`). */
export type DbClient = Prisma.TransactionClient;

export type Dialect = "mysql" | "sqlite";

const CONNECT_TIMEOUT_MS = 3_000;

/** The dialect that a `DATABASE_URL` asks for. */
export function dialectOf(url: string): Dialect {
  return url.startsWith("file:") ? "sqlite" : "mysql";
}

function connectMysql(url: string, prefix: string, connections: number): Db {
  const adapter = mysqlAdapter({
    ...mysqlAddress(url),
    connectionLimit: connections,
    // Else the values of a failed statement would stand in the error's text.
    logParam: false,
    connectTimeout: CONNECT_TIMEOUT_MS,
    acquireTimeout: CONNECT_TIMEOUT_MS,
  });
  return new PrismaClient({ adapter: withTablePrefix(adapter, prefix), transactionOptions: TRANSACTION });
}

/** Loaded where a file is asked for: a release brings no SQLite. */
const sqliteAdapter = (url: string): SqlDriverAdapterFactory => ({
  provider: "sqlite",
  adapterName: "@prisma/adapter-libsql",
  connect: async () => {
    const { PrismaLibSql } = await import("@prisma/adapter-libsql");
    return new PrismaLibSql({ url }).connect();
  },
});

function connectSqlite(url: string, prefix: string): Db {
  const adapter = withTablePrefix(sqliteAdapter(url), prefix);
  const client = new SqlitePrismaClient({ adapter, transactionOptions: TRANSACTION });
  // Both clients come from the same models; only the nominal class differs (prisma-schema.test.ts compares them).
  return client as unknown as Db;
}

const TRANSACTION = { maxWait: 10_000, timeout: 60_000 };

const CONNECTIONS = 10;
/** What strangers make the portal ask waits for its turn here, and never takes a connection from anybody else. */
const STRANGERS_CONNECTIONS = 2;

/** A client for `url` with Matomo's tables under `prefix`. The caller disconnects it. */
export function connect(url: string, prefix: string, connections = CONNECTIONS): Db {
  return dialectOf(url) === "sqlite" ? connectSqlite(url, prefix) : connectMysql(url, prefix, connections);
}

let shared: Db | undefined;
let forStrangers: Db | undefined;

/** The client of this process, made at first use from the configuration. */
export function db(): Db {
  shared ??= connect(env().DATABASE_URL, env().MATOMO_TABLE_PREFIX);
  return shared;
}

/** For whatever is asked before somebody has proven who they are: a small pool of its own. SQLite has one connection. */
export function strangersDb(): Db {
  const { DATABASE_URL, MATOMO_TABLE_PREFIX } = env();
  if (dialectOf(DATABASE_URL) === "sqlite") return db();
  forStrangers ??= connect(DATABASE_URL, MATOMO_TABLE_PREFIX, STRANGERS_CONNECTIONS);
  return forStrangers;
}

/** The dialect of this process. */
export function dialect(): Dialect {
  return dialectOf(env().DATABASE_URL);
}

/** Closes the clients of this process, if any were made. For scripts and tests. */
export async function disconnect(): Promise<void> {
  await Promise.all([shared?.$disconnect(), forStrangers?.$disconnect()]);
  forget();
}

function forget(): void {
  shared = undefined;
  forStrangers = undefined;
}
whenForgetting(forget);
