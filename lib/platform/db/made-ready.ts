import type { Connection, PoolConnection } from "mariadb";

/**
 * The character set and the mode in which the driver's escaping of values is safe, whatever the server's own say: it
 * writes backslashes, and text in UTF-8. Strict, so that nothing is cut to what fits; and a statement is its own
 * transaction unless one is open.
 */
const SAFE = [
  "NAMES utf8mb4 COLLATE utf8mb4_general_ci",
  "SESSION sql_mode = 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION'",
  "SESSION autocommit = 1",
];

/** Nobody waits for a lock longer than a person would. */
const PATIENCE = "SESSION innodb_lock_wait_timeout = 10";

/**
 * On a Galera cluster a node may be behind the others, or have lost them. With this a transaction, and a read outside
 * one, begins when the node knows what had been committed anywhere before it, and a node that cannot know says so.
 */
const AS_NEW_AS_THE_CLUSTER = ["SESSION wsrep_sync_wait = 1", "SESSION wsrep_dirty_reads = 0"];

/**
 * Tells a connection how the portal speaks, before anything else is said on it.
 * @param more what else to set, as it stands after SET
 * @throws what the database answers
 */
export async function makeReady(connection: Pick<Connection, "query">, more: string): Promise<void> {
  await connection.query(`SET ${[...SAFE, more].join(", ")}`);
  const cluster = await connection.query<unknown[]>("SHOW VARIABLES WHERE Variable_name = 'wsrep_on' AND Value = 'ON'");
  if (cluster.length > 0) await connection.query(`SET ${AS_NEW_AS_THE_CLUSTER.join(", ")}`);
}

/** Connections of a pool that were made ready. */
export class MadeReady {
  readonly #prepared = new WeakSet<object>();

  /**
   * The connection, ready. Three statements when it is new.
   * @throws what the database answers; the connection is gone then, and nothing was said on it
   */
  async made(connection: PoolConnection): Promise<PoolConnection> {
    // One object for each connection to the server, whoever has it from the pool.
    const { info } = connection;
    if (info !== null && this.#prepared.has(info)) return connection;
    try {
      await makeReady(connection, PATIENCE);
      if (info !== null) this.#prepared.add(info);
      return connection;
    } catch (error) {
      connection.destroy();
      throw error;
    }
  }
}
