import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { type Client, createClient, LibsqlError, type Transaction } from "@libsql/client";
import { createConnection } from "mariadb";
import { now, SECOND_MS } from "@/lib/clock";
import { type Dialect, dialectOf } from "./client";
import { type ConnectionFault, FAULT_WORDS } from "./connection-fault";
import { explainFault } from "./explain-connection";
import { MigrationError, saidBy } from "./migration-error";
import { type MysqlAddress, mysqlAddress } from "./mysql-address";
import { statementChannel } from "./statement-channel";

type Value = string | number | null;
type Row = Record<string, unknown>;

/** What migrations need of a database: a lock that only one run can hold, rows, and statements one by one. */
export type MigrationConnection = {
  dialect: Dialect;
  rows: (sql: string, values?: Value[]) => Promise<Row[]>;
  run: (sql: string, values?: Value[]) => Promise<void>;
  /** What `work` does to rows is done whole or not at all. On MySQL a statement that defines commits what came before. */
  together: (work: () => Promise<void>) => Promise<void>;
  /** Ends the lock. `keep: false` undoes what can be undone (SQLite: everything; MySQL: nothing). */
  close: (keep: boolean) => Promise<void>;
};

/** Prisma's own engine takes the same lock, so the two never run at once. */
const LOCK = "prisma_migrate";
const LOCK_WAIT_S = 30;
const LOCK_PAUSE_MS = 50;
const CONNECT_TIMEOUT_MS = 5_000;

/** Opens `url` with the lock held. Throws `MigrationError` when it cannot be reached or another run does not end. */
export async function openForMigration(url: string): Promise<MigrationConnection> {
  return dialectOf(url) === "mysql" ? openMysql(mysqlAddress(url)) : openSqlite(url);
}

async function openMysql(address: MysqlAddress): Promise<MigrationConnection> {
  const { host, port, database } = address;
  if (!database) throw new MigrationError("DATABASE_URL names no database: mysql://user:password@host:3306/matomo");
  const connection = await createConnection({
    ...address,
    connectTimeout: CONNECT_TIMEOUT_MS,
  }).catch(async (cause: unknown) => {
    throw unopened(`${host}:${port}/${database}`, cause, await explainFault(address, cause));
  });
  // A connection that breaks fails the statement that runs, or the next one: nobody else need be told.
  connection.on("error", () => {});
  const rows = async (sql: string, values: Value[] = []) => [...(await connection.query<Row[]>(sql, values))];
  const run = async (sql: string, values: Value[] = []) => {
    statementChannel.publish(sql);
    await connection.query(sql, values);
  };

  // A server whose default is MyISAM or Aria would make tables on which a transaction is none. Not as the driver's own
  // first statement: where that is cut off, the driver leaves a rejection that nobody can handle.
  const held = await run("SET SESSION default_storage_engine = InnoDB")
    .then(() => rows("SELECT GET_LOCK(?, ?) AS held", [LOCK, LOCK_WAIT_S]))
    .catch((cause: unknown) => {
      throw unreachable(`${host}:${port}/${database}`, cause);
    });
  if (Number(held[0]?.held) !== 1) {
    await connection.end();
    throw new MigrationError(
      `Another migration of this database is still running. Waited ${LOCK_WAIT_S} s; try again.`,
    );
  }
  return {
    dialect: "mysql",
    rows,
    run,
    together: async (work) => {
      await run("START TRANSACTION");
      await work();
      await run("COMMIT");
    },
    // Ends what is open: the lock, and a transaction that did not come to its COMMIT.
    close: async () => {
      if (connection.isValid()) await connection.end();
    },
  };
}

/** SQLite's DDL is transactional: one write transaction is lock and safety net at once. */
async function openSqlite(url: string): Promise<MigrationConnection> {
  const [, file = ""] = /^file:([^?]*)/.exec(url) ?? [];
  // The driver would make an empty one.
  if (!existsSync(file)) throw unreachable(url, new Error("there is no such file; check DATABASE_URL."));
  try {
    const client = createClient({ url });
    const transaction = await beginAlone(client);
    return {
      dialect: "sqlite",
      rows: async (sql, values = []) => {
        const answer = await transaction.execute({ sql, args: values });
        return answer.rows.map((row) => Object.fromEntries(answer.columns.map((name) => [name, row[name]])));
      },
      run: async (sql, values = []) => {
        statementChannel.publish(sql);
        await transaction.execute({ sql, args: values });
      },
      together: (work) => work(),
      close: async (keep) => {
        await (keep ? transaction.commit() : transaction.rollback());
        client.close();
      },
    };
  } catch (cause) {
    throw unreachable(url, cause);
  }
}

/** Waits without blocking the thread: the holder of the lock may be in this very process. */
async function beginAlone(client: Client): Promise<Transaction> {
  const deadline = now().getTime() + LOCK_WAIT_S * SECOND_MS;
  for (;;) {
    try {
      // Kept in the file from then on: readers and the one writer no longer wait for each other. Without it a COMMIT
      // can fail because somebody reads, and the driver then leaves its transaction open.
      await client.execute("PRAGMA journal_mode = WAL");
      return await client.transaction("write");
    } catch (error) {
      if (!(error instanceof LibsqlError) || error.code !== "SQLITE_BUSY" || now().getTime() > deadline) throw error;
      await sleep(LOCK_PAUSE_MS);
      // A BEGIN that failed stays open in the driver and would spoil the COMMIT later.
      client.reconnect();
    }
  }
}

/** Where the server itself answered. */
const ANSWERED: readonly ConnectionFault[] = [
  ...(["account", "accountOrTls", "locked", "passwordExpired"] as const),
  ...(["hostDenied", "full", "name", "nameDenied"] as const),
];

/** The server's own words and ours. The driver's are left out: of a certificate they say to trust whatever comes. */
function unopened(where: string, cause: unknown, fault: ConnectionFault): MigrationError {
  const said = ANSWERED.includes(fault) ? `${saidBy(cause)}\n` : "";
  return new MigrationError(
    `The database at ${where} cannot be opened: ${said}${FAULT_WORDS[fault]}\nNothing was changed.`,
    {
      cause,
    },
  );
}

function unreachable(where: string, cause: unknown): MigrationError {
  return new MigrationError(`The database at ${where} cannot be opened: ${saidBy(cause)}\nNothing was changed.`, {
    cause,
  });
}
