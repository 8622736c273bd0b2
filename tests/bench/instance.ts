import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { hashSync } from "@node-rs/bcrypt";
import { type Connection, createConnection } from "mariadb";
import { disconnect } from "@/lib/platform/db/client";
import { portalGrants } from "@/lib/platform/db/grants";
import { migrate } from "@/lib/platform/db/migrate";
import { matomoDdl } from "@/prisma/matomo/tables";
import { startMariaDb } from "@/tests/support/mariadb";
import { seedStatements } from "./seed";
import { type InstanceSize, SIZE, USUAL } from "./size";

const DATABASE = "bench";
const PASSWORD = "secret of the benchmark";
/** One for every database: whoever is signed in on the one is so on the other, too (usual-instance.ts). */
const PASSWORD_HASH = hashSync(createHash("md5").update(PASSWORD).digest("hex"), 4);
const INSTALL = {
  dialect: "mysql",
  prefix: "matomo_",
  version: "5.9",
  charset: "utf8mb4",
  collation: "utf8mb4_general_ci",
} as const;

/** A Super User of the instance, who can sign in. */
export const superUser = { login: "super1", email: "super1@people.example", password: PASSWORD };

/** A running instance: `bare` is a plain connection of the driver the portal itself uses, with every right. */
export type Instance = {
  bare: Connection;
  version: string;
  /** where `bare` is connected to; without a database */
  rootUrl: string;
  largest: FilledDatabase;
  /** fills a second database beside the first, of the usual size */
  fillUsual: () => Promise<FilledDatabase>;
  stop: () => Promise<void>;
};
/** `url`: as the portal is configured with it */
export type FilledDatabase = { name: string; url: string };

/**
 * Starts a MariaDB of its own, fills it and points the portal at it, under the rights of lib/platform/db/grants.ts. Writes are
 * flushed at each commit, as MariaDB does by default, for both sides alike.
 * @param configuration variables of the portal that are to be other than usual
 */
export async function startInstance(configuration: Record<string, string> = {}): Promise<Instance> {
  // Never on somebody's server: a million rows and a changed setting are not what they asked for.
  delete process.env.TEST_DATABASE_URL;
  const server = await startMariaDb();
  const folder = mkdtempSync(path.join(tmpdir(), "pa-bench-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
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
    remove();
  };
  try {
    const largest = await fill(bare, root, DATABASE, SIZE);
    Object.assign(process.env, usualConfiguration(largest.url, path.join(folder, "mailbox")), configuration);
    const fillUsual = async () => {
      const filled = await fill(bare, root, `${DATABASE}_usual`, USUAL);
      await bare.query(`USE ${DATABASE}`);
      return filled;
    };
    return { bare, version: bare.info?.serverVersion?.raw ?? "?", rootUrl: root.href, largest, fillUsual, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A database as large as `size` says, with the portal's tables and an account of its own; `bare` uses it then. */
async function fill(bare: Connection, root: URL, name: string, size: InstanceSize): Promise<FilledDatabase> {
  await bare.query("SET GLOBAL innodb_flush_log_at_trx_commit = 0");
  await bare.query(`CREATE DATABASE ${name} CHARACTER SET ${INSTALL.charset} COLLATE ${INSTALL.collation}`);
  await bare.query(`USE ${name}`);
  for (const statement of [...matomoDdl(INSTALL), ...seedStatements(PASSWORD_HASH, size)]) {
    await bare.query(statement);
  }
  await migrate(withPath(root, name), INSTALL.prefix);
  const account = `'${name}'@'%'`;
  for (const statement of [`CREATE USER ${account}`, ...portalGrants(name, INSTALL.prefix, account)]) {
    await bare.query(statement);
  }
  await bare.query("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
  return { name, url: withPath(root, name, name) };
}

function usualConfiguration(databaseUrl: string, mailbox: string): Record<string, string> {
  return {
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
  };
}

/** The address of a database; with an account of its own when one is named. */
function withPath(server: URL, database: string, account?: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (account !== undefined) {
    url.username = account;
    url.password = "";
  }
  return url.href;
}
