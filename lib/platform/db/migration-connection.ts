import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Client, Transaction } from "@libsql/client";
import { now, SECOND_MS } from "@/lib/platform/clock";
import { type Dialect, dialectOf } from "./client";
import { isLibsqlError } from "./libsql-error";
import { MigrationError, saidBy } from "./migration-error";
import { type LeaseTiming, MigrationLease, USUAL_PACE } from "./migration-lease";
import { isConflict, openSession, type Row, type Value } from "./migration-session";
import { type MysqlAddress, mysqlAddress } from "./mysql-address";
import { conflictPauseMs } from "./patience";
import { statementChannel } from "./statement-channel";

/** What migrations need of a database: a lock that only one run can hold, rows, and statements one by one. */
export type MigrationConnection = {
  dialect: Dialect;
  rows: (sql: string, values?: Value[]) => Promise<Row[]>;
  run: (sql: string, values?: Value[]) => Promise<void>;
  /** From here to `close` no other run changes anything. Throws `MigrationError` while another one does not end. */
  lock: () => Promise<void>;
  /**
   * What `work` does to rows is done whole or not at all, and only under the lock; on MySQL a statement that defines
   * commits what came before. `work` runs once more where the database undid it for a conflict. Throws
   * `MigrationError` when another run has the lock now.
   */
  together: (work: () => Promise<void>) => Promise<void>;
  /** Ends the lock. `keep: false` undoes what can be undone (SQLite: everything; MySQL: what is not committed). */
  close: (keep: boolean) => Promise<void>;
};

const LOCK_WAIT_S = 30;
const LOCK_PAUSE_MS = 50;
const CONFLICT_TRIES = 8;

/**
 * Opens `url`; a file with the lock held. Throws `MigrationError` when it cannot be reached, or another run does not
 * end. `pace` is for tests.
 */
export async function openForMigration(url: string, pace = USUAL_PACE): Promise<MigrationConnection> {
  return dialectOf(url) === "mysql" ? openMysql(mysqlAddress(url), pace) : openSqlite(url);
}

async function openMysql(address: MysqlAddress, pace: LeaseTiming): Promise<MigrationConnection> {
  const session = await openSession(address, "Nothing was changed.");
  const lease = new MigrationLease(() => openSession(address, "Run this again: it continues."), pace);
  const run = async (sql: string, values?: Value[]) => void (await session.write(sql, values));
  const attempt = async (work: () => Promise<void>) => {
    await lease.renew();
    try {
      // Not START TRANSACTION: a statement that defines would end that, and what follows it would stand one by one.
      await run("SET autocommit = 0");
      await work();
      await lease.requireIn(session);
      await run("COMMIT");
    } catch (error) {
      if (session.isOpen()) await run("ROLLBACK").catch(() => {});
      throw error;
    }
  };
  return {
    dialect: "mysql",
    rows: session.rows,
    run,
    lock: () => lease.take(),
    together: async (work) => {
      for (let tries = 1; ; tries++) {
        try {
          return await attempt(work);
        } catch (error) {
          if (!isConflict(error) || tries >= CONFLICT_TRIES) throw error;
          await sleep(conflictPauseMs(tries));
        }
      }
    },
    close: async () => {
      await session.end().finally(() => lease.release());
    },
  };
}

/** SQLite's DDL is transactional: one write transaction is lock and safety net at once. */
async function openSqlite(url: string): Promise<MigrationConnection> {
  const [, file = ""] = /^file:([^?]*)/.exec(url) ?? [];
  // The driver would make an empty one.
  if (!existsSync(file)) throw unreachable(url, new Error("there is no such file; check DATABASE_URL."));
  try {
    const { createClient } = await import("@libsql/client");
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
      lock: async () => {},
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
      if (!isLibsqlError(error) || error.code !== "SQLITE_BUSY" || now().getTime() > deadline) throw error;
      await sleep(LOCK_PAUSE_MS);
      // A BEGIN that failed stays open in the driver and would spoil the COMMIT later.
      client.reconnect();
    }
  }
}

function unreachable(where: string, cause: unknown): MigrationError {
  return new MigrationError(`The database at ${where} cannot be opened: ${saidBy(cause)}\nNothing was changed.`, {
    cause,
  });
}
