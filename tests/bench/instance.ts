import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { hashSync } from "bcryptjs";
import { type Connection, createConnection } from "mariadb";
import { disconnect } from "@/lib/db/client";
import { portalGrants } from "@/lib/db/grants";
import { migrate } from "@/lib/db/migrate";
import { startMariaDb } from "@/tests/support/mariadb";
import { matomoDdl } from "@/tests/support/matomo-schema";
import { seedStatements } from "./seed";

const DATABASE = "bench";
const PASSWORD = "secret of the benchmark";
const INSTALL = {
  dialect: "mysql",
  prefix: "matomo_",
  version: "5.x",
  charset: "utf8mb4",
  collation: "utf8mb4_general_ci",
} as const;

/** A Super User of the instance, who can sign in. */
export const superUser = { login: "super1", email: "super1@people.example", password: PASSWORD };

/** A running instance: `bare` is a plain connection of the driver the portal itself uses. */
export type Instance = { bare: Connection; version: string; stop: () => Promise<void> };

/**
 * Starts a MariaDB of its own, fills it and points the portal at it, under the rights of lib/db/grants.ts. Writes are
 * flushed at each commit, as MariaDB does by default, for both sides alike.
 */
export async function startInstance(): Promise<Instance> {
  // Never on somebody's server: a million rows and a changed setting are not what they asked for.
  delete process.env.TEST_DATABASE_URL;
  const server = await startMariaDb();
  const folder = mkdtempSync(path.join(tmpdir(), "pa-bench-"));
  const root = new URL(server.url);
  const bare = await createConnection({
    host: root.hostname,
    port: Number(root.port),
    user: decodeURIComponent(root.username),
    password: decodeURIComponent(root.password),
  });
  const stop = async () => {
    await disconnect();
    await bare.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await bare.query(`CREATE DATABASE ${DATABASE} CHARACTER SET ${INSTALL.charset} COLLATE ${INSTALL.collation}`);
    await bare.query(`USE ${DATABASE}`);
    const md5 = createHash("md5").update(PASSWORD).digest("hex");
    for (const statement of [...matomoDdl(INSTALL), ...seedStatements(hashSync(md5, 4))]) await bare.query(statement);
    await migrate(withPath(root), INSTALL.prefix);
    const account = `'${DATABASE}'@'%'`;
    for (const statement of [`CREATE USER ${account}`, ...portalGrants(DATABASE, INSTALL.prefix, account)]) {
      await bare.query(statement);
    }
    await bare.query("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
    configure(withPath(root, DATABASE), path.join(folder, "mailbox"));
    return { bare, version: bare.info?.serverVersion?.raw ?? "?", stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function configure(databaseUrl: string, mailbox: string): void {
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    MATOMO_TABLE_PREFIX: INSTALL.prefix,
    MATOMO_URL: "https://matomo.example/",
    NEXTAUTH_URL: "http://localhost:3000",
    NEXTAUTH_SECRET: "a-secret-of-the-benchmark-with-32-characters",
    CRON_SECRET: "cron-secret-of-the-benchmark",
    MAIL_TRANSPORT: "mailbox",
    MAIL_FROM: "Public Access <alerts@portal.example>",
    MAILBOX_DIR: mailbox,
    LOG_LEVEL: "silent",
  });
}

/** The address of the benchmark's database; with an account of its own when one is named. */
function withPath(server: URL, account?: string): string {
  const url = new URL(server);
  url.pathname = `/${DATABASE}`;
  if (account !== undefined) {
    url.username = account;
    url.password = "";
  }
  return url.href;
}
