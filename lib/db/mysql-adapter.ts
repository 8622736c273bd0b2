import { EventEmitter } from "node:events";
import { PrismaMariaDb } from "@prisma/adapter-mariadb";
import type { SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { createPool, type Pool, type PoolConfig, SqlError } from "mariadb";
import { logger } from "@/lib/logger";

/** The driver's number for "no connection within acquireTimeout". */
const NO_CONNECTION = 45028;
/** For so long after the server let nobody in, nobody else waits for it. */
const AWAY_MS = 500;

const CONNECTION = {
  // What the adapter would set for a pool of its own.
  prepareCacheLength: 0,
  // Said in the handshake. Otherwise the driver sends SET NAMES after it, and a line that breaks there is a rejection
  // that nobody can handle. The default of utf8mb4 in MariaDB; every comparison goes by its column anyway.
  collation: "UTF8MB4_GENERAL_CI",
};

/** Prisma's adapter for MySQL and MariaDB, on a pool that survives a server that dies. */
export function mysqlAdapter(options: PoolConfig): SqlDriverAdapterFactory {
  const connect = () => {
    const pool = createPool({ ...options, ...CONNECTION });
    logErrors(pool);
    return new PrismaMariaDb(waitingOnce(pool), { disposeExternalPool: true }).connect();
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
 * The same pool, in which one request finds out that the server is away and those right behind it are told at once:
 * else each of the reads of a page would wait for as long.
 */
function waitingOnce(pool: Pool): Pool {
  let away: { error: unknown; since: number } | null = null;
  const guarded =
    <A extends unknown[], T>(ask: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      const isEmpty = () => pool.totalConnections() === 0;
      if (away && isEmpty() && performance.now() - away.since < AWAY_MS) throw away.error;
      try {
        return await ask(...args);
      } catch (error) {
        const found = error instanceof SqlError && error.errno === NO_CONNECTION && isEmpty();
        away = found ? { error, since: performance.now() } : null;
        throw error;
      }
    };
  const asking = {
    getConnection: guarded(pool.getConnection.bind(pool)),
    query: guarded(pool.query.bind(pool)),
    execute: guarded(pool.execute.bind(pool)),
  };
  return new Proxy(pool, {
    get(target, key) {
      const value: unknown = Reflect.get(key in asking ? asking : target, key);
      return typeof value === "function" && !(key in asking) ? value.bind(target) : value;
    },
  });
}
