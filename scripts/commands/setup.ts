import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import { migrate, planMigrations } from "@/lib/platform/db/migrate";
import { openForMigration } from "@/lib/platform/db/migration-connection";
import { databaseEnv, parseEnv } from "@/lib/platform/env";
import { variableNames } from "@/lib/platform/env/variables";
import { command } from "@/scripts/command";
import { loadDotEnv } from "@/scripts/load-dot-env.mjs";
import { type MatomoConfig, readMatomoConfig } from "@/scripts/matomo-config";
import { writeNewFile } from "@/scripts/write-new-file";
import { examineAndSay } from "./doctor";
import { applyGrants, quotedAccount } from "./grants";

const usage = `bin/public-access setup [--matomo FOLDER] [--account ACCOUNT] [--set NAME=VALUE]...

Installs Public Access beside a Matomo: makes the secrets, its tables, its own database account and .env, checks
everything, and prints what systemd and nginx need. Never overwrites .env, and changes none of Matomo's tables.

  --matomo   Matomo's folder; host, database, prefix and salt are read from its config/config.ini.php
  --account  the account to create: portal@127.0.0.1, or portal@% for a database on another machine
  --set      a line of .env, such as NEXTAUTH_URL=https://public-access.example.org. Secrets are better taken from the
             environment, by the same names: no list of processes shows them
  --help     print this

DATABASE_URL in the environment is used once and written nowhere: an account that may create tables and accounts and
give rights (mysql://root:...@127.0.0.1:3306/matomo). Without it Matomo's own account is tried. What is missing is asked
for on a terminal. Exit code: 0 installed and good; 1 installed, and something is bad; 2 not installed.`;

/** What nobody can guess. */
const ASKED: Record<string, string> = {
  DATABASE_URL:
    "Database account that may create tables and accounts; empty: Matomo's own (mysql://root:...@127.0.0.1)",
  NEXTAUTH_URL: "Address of Public Access, as people type it (https://public-access.example.org)",
  MATOMO_URL: "Address of Matomo",
  SMTP_URL: "Mail server (smtp://user:password@mail.example.org:587)",
  MAIL_FROM: "Sender of all mails (Public Access <public-access@example.org>)",
};

type Settings = Record<string, string | undefined>;

export default command({
  usage,
  options: {
    matomo: { type: "string" },
    account: { type: "string" },
    set: { type: "string", multiple: true },
  },
  lead: "Public Access is not installed. ",
  run: async ({ matomo, account, set = [] }) => {
    const file = process.env.ENV_FILE ?? ".env";
    if (existsSync(file)) throw new Error(`${file} exists already, and nothing is overwritten.`);
    const config = readMatomoConfig(matomo);
    if (config) console.log(`Read ${config.file}: database ${config.database} at ${config.host}.`);
    const given = await asked({ ...fromEnvironment(), ...Object.fromEntries(set.map(assignment)) });
    const big = bigAccount(given.DATABASE_URL, config);
    const isHere = /^(127\.|localhost$|\[?::1)/.test(big.hostname);
    const own = quotedAccount(account ?? `portal@${isHere ? "127.0.0.1" : "%"}`);
    const settings = { ...made(config), ...given, DATABASE_URL: ownAddress(big, own) };
    parseEnv(settings);

    const database = databaseEnv({ ...settings, DATABASE_URL: big.href });
    await planMigrations(big.href, database.MATOMO_TABLE_PREFIX);
    const { applied } = await migrate(big.href, database.MATOMO_TABLE_PREFIX);
    console.log(`Tables: ${applied.length} migrations applied.`);
    await withAccount(big.href, own, new URL(settings.DATABASE_URL).password, async () => {
      console.log(`Account: ${own}, with ${await applyGrants(database, own)} rights.`);
      await writeNewFile(file, [
        "# Every variable is explained in .env.example.\n",
        ...Object.entries(settings).map(line),
      ]);
    });
    console.log(`Configuration: ${file}, for its owner alone.\n`);
    sayWhatRunsIt(file, settings);
    process.env.DATABASE_URL = settings.DATABASE_URL;
    loadDotEnv();
    // No job has run yet: whoever asks again after the start hears of those, too.
    return (await examineAndSay(false, null, "schedule")) === 0 ? 0 : 1;
  },
});

function fromEnvironment(): Settings {
  return Object.fromEntries(variableNames.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

function assignment(text: string): [string, string] {
  const [, name = "", value = ""] = /^([A-Z_]+)=(.*)$/s.exec(text) ?? [];
  if (!variableNames.includes(name))
    throw new Error(`--set takes NAME=VALUE as in .env.example, not ${text.split("=")[0]}.`);
  return [name, value];
}

/** `given`, and where somebody can answer what is missing. An empty answer leaves it out. */
async function asked(given: Settings): Promise<Settings> {
  const all: Settings = { MAIL_TRANSPORT: given.RESEND_API_KEY ? "resend" : "smtp", ...given };
  if (!process.stdin.isTTY) return all;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  for (const [name, question] of Object.entries(ASKED)) {
    if (all[name] || (name === "SMTP_URL" && all.MAIL_TRANSPORT !== "smtp")) continue;
    all[name] = (await terminal.question(`${question}: `)).trim() || undefined;
  }
  terminal.close();
  return all;
}

/** Who may create and give away. */
function bigAccount(given: string | undefined, config: MatomoConfig | null): URL {
  if (!given && !config)
    throw new Error(
      "Set DATABASE_URL to an account that may create tables and accounts, or name Matomo's folder: --matomo",
    );
  const url = new URL(given || "mysql://127.0.0.1");
  if (url.protocol === "file:") throw new Error("DATABASE_URL is a file: SQLite is for the demo.");
  if (config && !given) {
    Object.assign(url, { hostname: config.host, port: String(config.port) });
    Object.assign(url, {
      username: encodeURIComponent(config.username),
      password: encodeURIComponent(config.password),
    });
  }
  if (config && url.pathname.length < 2) url.pathname = `/${encodeURIComponent(config.database)}`;
  return url;
}

function ownAddress(big: URL, account: string): string {
  const own = new URL(big.href);
  own.username = account.split("'")[1] ?? "";
  own.password = randomBytes(24).toString("base64url");
  return own.href;
}

function made(config: MatomoConfig | null): Settings {
  const { privateKey } = generateKeyPairSync("ed25519");
  return {
    MATOMO_TABLE_PREFIX: config?.prefix,
    MATOMO_SALT: config?.salt ?? undefined,
    TRUSTED_PROXIES: "127.0.0.1",
    NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
    CRON_SECRET: randomBytes(24).toString("base64url"),
    STATEMENT_KEY: privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"),
    CRON: "internal",
  };
}

/** As Node, systemd and shells read it alike. */
function line([name, value]: [string, string | undefined]): string {
  if (value === undefined) return "";
  if (/^[\w:/.@+=,%-]*$/.test(value)) return `${name}=${value}\n`;
  if (value.includes("'")) throw new Error(`${name} holds a quote, which .env cannot. In an address write %27.`);
  return `${name}='${value}'\n`;
}

/** Creates the account; drops it again when `work` fails. One that is there already keeps its password. */
async function withAccount(url: string, account: string, password: string, work: () => Promise<void>): Promise<void> {
  const connection = await openForMigration(url);
  try {
    await connection.run(`CREATE USER ${account} IDENTIFIED BY ?`, [password]).catch((cause: unknown) => {
      const said = cause instanceof Error && "sqlMessage" in cause ? cause.sqlMessage : "no answer";
      throw new Error(
        `The account ${account} could not be created: ${said}. Drop one of this name, or name another with --account; DATABASE_URL needs an account that may create accounts.`,
        { cause },
      );
    });
    await work().catch(async (error: unknown) => {
      await connection.run(`DROP USER ${account}`);
      throw error;
    });
  } finally {
    await connection.close(true);
  }
}

const root = path.join(import.meta.dirname, "../..");
/** In a release docs/ is beside server/. */
const [deployment = ""] = ["../docs/deployment", "docs/deployment"]
  .map((place) => path.join(root, place))
  .filter(existsSync);

function sayWhatRunsIt(file: string, { NEXTAUTH_URL = "", PORT = "3000" }: Settings): void {
  const read = (name: string) => readFileSync(path.join(deployment, name), "utf8");
  const server = existsSync(path.join(root, "server.js")) ? root : path.join(root, ".next/standalone");
  const unit = read("portal.service")
    .replace(/^#.*\n/gm, "")
    .replace(/^WorkingDirectory=.*$/m, `WorkingDirectory=${server}`)
    .replace(/^EnvironmentFile=.*$/m, `EnvironmentFile=${path.resolve(file)}`)
    .replace(/^ExecStart=\S+/m, `ExecStart=${process.execPath}`);
  const proxy = read("nginx.conf")
    .replaceAll("portal.example.org", new URL(NEXTAUTH_URL).hostname)
    .replace("127.0.0.1:3000", `127.0.0.1:${PORT}`);
  console.log(`# /etc/systemd/system/portal.service, then: systemctl enable --now portal\n${unit}`);
  console.log(
    `# /etc/nginx/conf.d/public-access.conf, with ${deployment}/nginx-proxy.conf as /etc/nginx/public-access-proxy.conf\n${proxy}`,
  );
}
