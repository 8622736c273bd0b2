import { setTimeout as sleep } from "node:timers/promises";
import { type Client, createClient, type InValue, LibsqlError } from "@libsql/client";
import { createConnection } from "mariadb";

export type SqlValue = string | number | bigint | null | Date;
export type Row = Record<string, unknown>;
export type Written = { insertId: number; affectedRows: number };

/** A plain connection beside the portal's: what somebody else does to the database. */
export type RawConnection = {
  rows: (sql: string, values?: readonly SqlValue[]) => Promise<Row[]>;
  run: (sql: string, values?: readonly SqlValue[]) => Promise<Written>;
  /** several statements, divided by `;` */
  script: (sql: string) => Promise<void>;
  close: () => Promise<void>;
};

/** Connects to a `mysql://` or `file:` URL with the plain driver. Dates go in and come out as UTC text, as in Matomo. */
export async function connectRaw(url: string): Promise<RawConnection> {
  return url.startsWith("file:") ? connectSqlite(url) : connectMysql(url);
}

async function connectMysql(url: string): Promise<RawConnection> {
  const address = new URL(url);
  const connection = await createConnection({
    host: address.hostname,
    port: Number(address.port || 3306),
    user: decodeURIComponent(address.username),
    password: decodeURIComponent(address.password),
    ...(address.pathname.length > 1 && { database: decodeURIComponent(address.pathname.slice(1)) }),
    multipleStatements: true,
    dateStrings: true,
    insertIdAsNumber: true,
  });
  // A server that dies is what some tests are about; whoever asks next is told.
  connection.on("error", () => {});
  const literals = (values: readonly SqlValue[]) =>
    values.map((value) => (value instanceof Date ? value.toISOString().slice(0, 23).replace("T", " ") : value));
  return {
    rows: async (sql, values = []) => [...(await connection.query<Row[]>(sql, literals(values)))],
    run: async (sql, values = []) => {
      const { insertId, affectedRows } = await connection.query<Written>(sql, literals(values));
      return { insertId, affectedRows };
    },
    script: async (sql) => {
      await connection.query(sql);
    },
    close: () => connection.end(),
  };
}

async function connectSqlite(url: string): Promise<RawConnection> {
  const client = createClient({ url });
  // The form in which Prisma's adapter writes dates, so that text compares as time.
  const literals = (values: readonly SqlValue[]): InValue[] =>
    values.map((value) => (value instanceof Date ? value.toISOString().replace("Z", "+00:00") : value));
  return {
    rows: async (sql, values = []) => {
      const answer = await whenFree(client, () => client.execute({ sql, args: literals(values) }));
      return answer.rows.map((row) => Object.fromEntries(answer.columns.map((name) => [name, row[name]])));
    },
    run: async (sql, values = []) => {
      const answer = await whenFree(client, () => client.execute({ sql, args: literals(values) }));
      return { insertId: Number(answer.lastInsertRowid ?? 0), affectedRows: answer.rowsAffected };
    },
    script: (sql) => whenFree(client, () => client.executeMultiple(sql)),
    close: async () => client.close(),
  };
}

const BUSY_TRIES = 100;
const BUSY_PAUSE_MS = 50;

/** SQLite's own waiting would block the thread on which the portal's transaction has to end. */
async function whenFree<T>(client: Client, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof LibsqlError) || error.code !== "SQLITE_BUSY" || attempt >= BUSY_TRIES) throw error;
      await sleep(BUSY_PAUSE_MS);
      // A statement that failed stays open in the driver and would keep its lock.
      client.reconnect();
    }
  }
}
