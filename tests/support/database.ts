import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, inject, vi } from "vitest";
import { connect, type Db, db, disconnect } from "@/lib/platform/db/client";
import { type OptionalRights, portalGrants } from "@/lib/platform/db/grants";
import { migrate } from "@/lib/platform/db/migrate";
import { isSince, MATOMO_VERSIONS, matomoDdl, matomoTables } from "@/prisma/matomo/tables";
import { restartAll } from "./processes";
import { connectRaw, type RawConnection, type Row, type SqlValue, type Written } from "./raw-connection";

const install = inject("matomoInstall");

/** The dialect these tests run on now. */
export const dialect = install.dialect;
/** The Matomo whose tables these tests run on now. */
export const matomoVersion = install.version;
/** The table prefix of that Matomo. */
export const tablePrefix = install.prefix;
/** What that Matomo stores as its version. */
export const versionCore = MATOMO_VERSIONS[install.version];
/** Whether that Matomo is `since` or came later: `isMatomoSince("5.4")`. */
const isMatomoSince = (since: string) => isSince(install.version, since);
/** Whether that Matomo knows pending invites (since 4.11, docs/matomo.md#versions). */
export const hasInvites = isMatomoSince("4.11");
/** Whether that Matomo keeps in `user` when its users were last seen (since 5.4). */
export const hasLastSeen = isMatomoSince("5.4");
/** The rights that the portal asks for on that Matomo, without a salt. */
export const installedRights: OptionalRights = {
  pendingInvites: hasInvites,
  matomoSalt: false,
  whoWasActive: hasLastSeen ? "pages-and-tokens" : "tokens",
};
/**
 * Whether names in Matomo's tables may hold characters of 4 bytes: not where they are `utf8`
 * (docs/matomo.md#collations).
 */
export const fourByteNames = install.charset !== "utf8";
/** Like Matomo's own definitions; for tests that make a second installation. */
export const matomoInstall = install;

const CONFIGURATION = {
  NEXTAUTH_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "a-secret-of-the-tests-with-more-than-32-characters",
  CRON_SECRET: "cron-secret-of-the-tests",
  MAIL_TRANSPORT: "mailbox",
  MAIL_FROM: "Public Access <alerts@portal.example>",
  MATOMO_URL: "https://matomo.example/",
  LOG_LEVEL: "silent",
};

/** By their names after `portal_`. Mails stand before the messages that they refer to. */
export const PORTAL_TABLES = [
  "publication",
  "former_publication",
  "audit_event",
  "audit_origin",
  "audit_head",
  "commit",
  "outbox",
  "message",
  "proof",
  "burnt_code",
  "session",
  "lease",
  "run",
  "setting",
  "finding",
  "roster",
  "paused",
  "mail_event",
  "escalation",
  "slow_reminders",
  "probe",
  "probe_site",
];

let raw: RawConnection | undefined;
let owner: Db | undefined;
let ownerUrl = "";

/**
 * Gives this test file a database of its own: Matomo's tables under the prefix of the project, the portal's
 * migrations on top, and the configuration in `process.env`. Call it once at the top of the file. Before each test
 * every table is emptied; the user `anonymous`, Matomo's version and the head of the audit chain are put back.
 *
 * On MariaDB the portal's own client (`testDb()`) has exactly the rights of lib/platform/db/grants.ts.
 *
 * @param options.matomoSalt runs with this `MATOMO_SALT` and the right that goes with it
 * @param options.server another MariaDB than that of the whole run
 */
export function useDatabase({ matomoSalt = "", server = inject("mariadbUrl") } = {}): void {
  const name = `pa_${randomBytes(6).toString("hex")}`;
  const folder = path.join(tmpdir(), name);
  ownerUrl = dialect === "sqlite" ? `file:${folder}/matomo.db` : withPath(server, name);
  const portalUrl = dialect === "sqlite" ? ownerUrl : withAccount(ownerUrl, name);
  Object.assign(process.env, CONFIGURATION, {
    DATABASE_URL: portalUrl,
    MATOMO_TABLE_PREFIX: tablePrefix,
    MAILBOX_DIR: path.join(folder, "mailbox"),
    MATOMO_SALT: matomoSalt,
  });

  beforeAll(async () => {
    mkdirSync(folder);
    if (dialect === "mysql") await createDatabase(server, name);
    raw = await connectRaw(ownerUrl);
    await raw.script(matomoDdl(install).join(";\n"));
    await migrate(ownerUrl, tablePrefix);
    if (dialect === "mysql") {
      const account = `'${name}'@'%'`;
      const optional = { ...installedRights, matomoSalt: matomoSalt !== "" };
      await raw.script([`CREATE USER ${account}`, ...portalGrants(name, tablePrefix, account, optional)].join(";\n"));
    }
  });

  beforeEach(emptyTables);

  afterAll(async () => {
    await disconnect();
    await owner?.$disconnect();
    if (dialect === "mysql") await raw?.script(`DROP DATABASE \`${name}\`; DROP USER IF EXISTS '${name}'@'%'`);
    await raw?.close();
    rmSync(folder, { recursive: true, force: true });
    raw = undefined;
    owner = undefined;
  });
}

/** Another database with Matomo's tables in it and nothing of the portal, for tests of the migrations. */
export type BareMatomo = { url: string; raw: RawConnection; drop: () => Promise<void> };

/** Makes one, like the Matomo of this project; `tables: false` leaves it empty. The caller drops it. */
export async function bareMatomo({ prefix = tablePrefix, tables = true } = {}): Promise<BareMatomo> {
  const name = `pa_${randomBytes(6).toString("hex")}`;
  const folder = mkdtempSync(path.join(tmpdir(), "pa-test-"));
  const server = inject("mariadbUrl");
  if (dialect === "mysql") await createDatabase(server, name);
  const url = dialect === "sqlite" ? `file:${folder}/matomo.db` : withPath(server, name);
  const bare = await connectRaw(url);
  if (tables) await bare.script(matomoDdl({ ...install, prefix }).join(";\n"));
  return {
    url,
    raw: bare,
    drop: async () => {
      if (dialect === "mysql") await bare.script(`DROP DATABASE \`${name}\``);
      await bare.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The portal's own client, as the code under test uses it. */
export function testDb(): Db {
  return db();
}

/** A Prisma client with all rights, for what the portal itself may not do. */
export function ownerDb(): Db {
  owner ??= connect(ownerUrl, tablePrefix);
  return owner;
}

/** One more plain connection with all rights; the caller closes it. */
export function connectOwner(): Promise<RawConnection> {
  return connectRaw(ownerUrl);
}

/** The account of the portal's own client, as GRANT writes it. MariaDB only. */
export function portalAccount(): string {
  return `'${new URL(process.env.DATABASE_URL ?? "").username}'@'%'`;
}

/** After the server was away: connects the tests' own plain connection again. The clients manage by themselves: they only get the time for it. */
export async function reconnect(): Promise<void> {
  await raw?.close().catch(() => {});
  raw = await connectRaw(ownerUrl);
  // On a busy machine the first new connections of the pool can come later than a statement waits for one.
  await vi.waitFor(() => testDb().$queryRaw`SELECT 1`, { timeout: 30_000, interval: 100 });
}

/** The address of the test database with all rights. */
export function ownerDatabaseUrl(): string {
  return ownerUrl;
}

/**
 * Rows read on a plain connection beside the portal's. Back-quoted `matomo_...` tables get the prefix of the project,
 * so that one statement serves all of them. Dates are UTC text.
 */
export async function rawSql(sql: string, values: readonly SqlValue[] = []): Promise<Row[]> {
  return connection().rows(prefixed(sql), values);
}

/** A change made on a plain connection with all rights: what Matomo, or anybody else, does outside the portal. */
export async function rawRun(sql: string, values: readonly SqlValue[] = []): Promise<Written> {
  return connection().run(prefixed(sql), values);
}

/** Several statements of this code base, one after another, on the plain connection. */
export async function rawScript(statements: readonly string[]): Promise<void> {
  await connection().script(statements.join(";\n"));
}

function prefixed(sql: string): string {
  return sql.replace(/`matomo_(\w+)`/g, (_, table: string) => `\`${tablePrefix}${table}\``);
}

function connection(): RawConnection {
  if (!raw) throw new Error("Call useDatabase() at the top of the test file first.");
  return raw;
}

/** Every table as it is before each test, and no process that remembers another; for tests that begin anew many times. */
export async function emptyTables(): Promise<void> {
  restartAll();
  const tables = [
    ...PORTAL_TABLES.map((table) => `portal_${table}`),
    ...matomoTables(install.version).map((table) => tablePrefix + table),
  ];
  await connection().script(
    [
      "BEGIN",
      ...tables.map((table) => `DELETE FROM \`${table}\``),
      ...(dialect === "sqlite" ? ["DELETE FROM sqlite_sequence"] : []),
      `INSERT INTO portal_audit_head (id, seq, hash) VALUES (1, 0, '${"0".repeat(64)}')`,
      `INSERT INTO portal_setting (name, value, updated_at, updated_by) VALUES ('matomo.table_prefix', '${tablePrefix}', '2026-01-01 00:00:00', 'migrate')`,
      `INSERT INTO \`${tablePrefix}user\` (login, password, email, date_registered, ts_password_modified)
       VALUES ('anonymous', '', 'anonymous@example.org', '2020-01-01 00:00:00', '2020-01-01 00:00:00')`,
      `INSERT INTO \`${tablePrefix}option\` (option_name, option_value) VALUES ('version_core', '${versionCore}')`,
      "COMMIT",
    ].join(";\n"),
  );
}

async function createDatabase(server: string, name: string): Promise<void> {
  const connection = await connectRaw(server);
  await connection.script(`CREATE DATABASE \`${name}\` CHARACTER SET ${install.charset} COLLATE ${install.collation}`);
  await connection.close();
}

function withPath(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

function withAccount(server: string, account: string): string {
  const url = new URL(server);
  url.username = account;
  url.password = "";
  return url.href;
}
