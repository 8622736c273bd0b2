import { EventEmitter } from "node:events";
import { PrismaMariaDb } from "@prisma/adapter-mariadb";
import type { SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { createPool, type Pool, type PoolConfig, SqlError } from "mariadb";
import { logger } from "@/lib/platform/logger";
import { MadeReady } from "./made-ready";

/** The driver's number for "no connection within acquireTimeout". */
const NO_CONNECTION = 45028;
/** For so long after the server let nobody in, nobody else waits for it. */
const AWAY_MS = 500;

const CONNECTION = {
  // Said in the handshake. Otherwise the driver sends SET NAMES after it, and a line that breaks there is a rejection
  // that nobody can handle. The default of utf8mb4 in MariaDB; every comparison goes by its column anyway.
  collation: "UTF8MB4_GENERAL_CI",
};

/** Prisma's adapter for MySQL and MariaDB, on a pool that survives a server that dies. */
export function mysqlAdapter(options: PoolConfig): SqlDriverAdapterFactory {
  const connect = () => {
    const pool = createPool({ ...options, ...CONNECTION });
    logErrors(pool);
    // Not prepared statements: the error of a transaction that the server ended is lost with them (decision 17).
    return new PrismaMariaDb(portalPool(pool), { disposeExternalPool: true, useTextProtocol: true }).connect();
  };
  return { provider: "mysql", adapterName: "@prisma/adapter-mariadb", connect };
}

/** Unheard, the event would be an unhandled rejection. Whoever waits for a connection gets an error of their own. */
function logErrors(pool: Pool): void {
  // The driver's types leave it out.
  if (!(pool instanceof EventEmitter)) throw new TypeError("the driver's pool tells nobody of its errors");
  pool.on("error", (error) => logger().warn({ err: error }, "no connection to the database"));
}

/**
 * The same pool, whose connections are made ready before anybody else says anything on them. One request finds out
 * that the server is away and those right behind it are told at once: else each of the reads of a page would wait for
 * as long.
 */
function portalPool(pool: Pool): Pool {
  const ready = new MadeReady();
  let away: { error: unknown; since: number } | null = null;
  const getConnection = async () => {
    const isEmpty = () => pool.totalConnections() === 0;
    if (away && isEmpty() && performance.now() - away.since < AWAY_MS) throw away.error;
    try {
      return await ready.made(await pool.getConnection());
    } catch (error) {
      const found = error instanceof SqlError && error.errno === NO_CONNECTION && isEmpty();
      away = found ? { error, since: performance.now() } : null;
      throw error;
    }
  };
  const query: Pool["query"] = async (sql, values) => {
    const connection = await getConnection();
    try {
      return await connection.query(sql, values);
    } finally {
      await connection.release();
    }
  };
  const own: Partial<Pool> = { getConnection, query };
  return new Proxy(pool, {
    get(target, key) {
      const value: unknown = Reflect.get(key in own ? own : target, key);
      return typeof value === "function" && !(key in own) ? value.bind(target) : value;
    },
  });
}
