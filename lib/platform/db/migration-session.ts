import { createConnection, SqlError } from "mariadb";
import { type ConnectionFault, FAULT_WORDS } from "./connection-fault";
import { explainFault } from "./explain-connection";
import { makeReady } from "./made-ready";
import { MigrationError, saidBy } from "./migration-error";
import type { MysqlAddress } from "./mysql-address";
import { statementChannel } from "./statement-channel";

export type Value = string | number | null;
export type Row = Record<string, unknown>;

/** One connection to a MySQL or MariaDB, as migrations use it. */
export type MigrationSession = {
  rows: (sql: string, values?: Value[]) => Promise<Row[]>;
  /** How many rows it found to change. */
  write: (sql: string, values?: Value[]) => Promise<number>;
  isOpen: () => boolean;
  end: () => Promise<void>;
};

const CONNECT_TIMEOUT_MS = 5_000;

/**
 * Connects. What it makes are tables that can undo, and on a Galera cluster it reads nothing older than what any node
 * has committed by then. Throws `MigrationError`, whose last sentence is `stands`: what is so when that fails.
 */
export async function openSession(address: MysqlAddress, stands: string): Promise<MigrationSession> {
  const { host, port, database } = address;
  if (!database) throw new MigrationError("DATABASE_URL names no database: mysql://user:password@host:3306/matomo");
  const where = `${host}:${port}/${database}`;
  const connection = await createConnection({
    ...address,
    connectTimeout: CONNECT_TIMEOUT_MS,
  }).catch(async (cause: unknown) => {
    throw unopened(where, await sayUnopened(address, cause), stands, cause);
  });
  // A connection that breaks fails the statement that runs, or the next one: nobody else need be told.
  connection.on("error", () => {});
  const session: MigrationSession = {
    rows: async (sql, values = []) => [...(await connection.query<Row[]>(sql, values))],
    write: async (sql, values = []) => {
      statementChannel.publish(sql);
      const { affectedRows } = await connection.query<{ affectedRows: number }>(sql, values);
      return affectedRows;
    },
    isOpen: () => connection.isValid(),
    end: async () => {
      if (connection.isValid()) await connection.end();
    },
  };
  await makeReady(connection, TABLES_THAT_UNDO).catch((cause: unknown) => {
    throw unopened(where, saidBy(cause), stands, cause);
  });
  return session;
}

/** A conflict that the database ended: it undid the transaction, which may run once more (Galera: also at COMMIT). */
export function isConflict(error: unknown): boolean {
  return error instanceof SqlError && CONFLICTS.includes(error.errno);
}

/** ER_LOCK_DEADLOCK, and ER_TRANSACTION_ROLLBACK_DURING_COMMIT of MySQL's group replication. */
const CONFLICTS = [1213, 3101];

/**
 * A server whose default is MyISAM or Aria would make tables on which a transaction is none. Not as the driver's own
 * first statement: where that is cut off, the driver leaves a rejection that nobody can handle.
 */
const TABLES_THAT_UNDO = "SESSION default_storage_engine = InnoDB";

/** Where the server itself answered. */
const ANSWERED: readonly ConnectionFault[] = [
  ...(["account", "accountOrTls", "locked", "passwordExpired"] as const),
  ...(["hostDenied", "full", "name", "nameDenied"] as const),
];

/** The server's own words and ours. The driver's are left out: of a certificate they say to trust whatever comes. */
async function sayUnopened(address: MysqlAddress, cause: unknown): Promise<string> {
  const fault = await explainFault(address, cause);
  return `${ANSWERED.includes(fault) ? `${saidBy(cause)}\n` : ""}${FAULT_WORDS[fault]}`;
}

function unopened(where: string, said: string, stands: string, cause: unknown): MigrationError {
  return new MigrationError(`The database at ${where} cannot be opened: ${said}\n${stands}`, { cause });
}
