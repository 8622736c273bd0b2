import { spawnSync } from "node:child_process";
import { generateKeyPairSync, randomBytes } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "./ensure-installed.mjs";
import { keepInMemory } from "./keep-in-memory.mjs";

/** Where a demo keeps its things, and the configuration of its server without address and port. */
export function demoState(folder) {
  mkdirSync(folder, { recursive: true });
  const secretsFile = path.join(folder, "secrets.json");
  const kept = existsSync(secretsFile) ? JSON.parse(readFileSync(secretsFile, "utf8")) : {};
  const secrets = {
    NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
    CRON_SECRET: randomBytes(24).toString("base64url"),
    STATEMENT_KEY: newStatementKey(),
    ...kept,
  };
  if (Object.keys(secrets).some((name) => !(name in kept))) {
    writeFileSync(secretsFile, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  }
  const database = path.join(folder, "matomo.db");
  const loginsFile = path.join(folder, "logins.json");
  return {
    database,
    loginsFile,
    env: {
      ...secrets,
      DATABASE_URL: `file:${database}`,
      MATOMO_TABLE_PREFIX: "matomo_",
      MATOMO_URL: "https://statistik.nordlicht.example/",
      MAIL_TRANSPORT: "mailbox",
      MAIL_FROM: "Public Access <public-access@nordlicht.example>",
      MAILBOX_DIR: path.join(folder, "mailbox"),
      DEMO_LOGINS_FILE: loginsFile,
      LOG_LEVEL: "warn",
    },
  };
}

function newStatementKey() {
  const { privateKey } = generateKeyPairSync("ed25519");
  return privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
}

/**
 * Makes the demo's database when there is none yet; one that is there is brought up to date. A seed that was interrupted
 * leaves no half-filled one behind. Half a year of commits is made in memory where there is room, not on a disk.
 * @returns "kept", "seeded", or what the seed or the migration said when it failed
 */
export function seedIfEmpty(state, nextauthUrl) {
  const run = (program, more) =>
    spawnSync(process.execPath, program, {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, ...state.env, NEXTAUTH_URL: nextauthUrl, ...more },
    });
  const failed = ({ stdout, stderr }) => ({ outcome: "failed", said: `${stdout}${stderr}`.trim() });
  if (existsSync(state.database)) {
    const migration = run(["bin/public-access", "migrate"]);
    return migration.status === 0 ? { outcome: "kept" } : failed(migration);
  }
  keepInMemory();
  const folder = mkdtempSync(path.join(tmpdir(), "pa-seed-"));
  try {
    rmSync(state.env.MAILBOX_DIR, { recursive: true, force: true });
    const made = path.join(folder, "matomo.db");
    // React renders the mails several times faster so.
    const seed = run(["--import", "tsx", "prisma/seed/run.ts"], {
      DATABASE_URL: `file:${made}`,
      NODE_ENV: "production",
    });
    if (seed.status !== 0) return failed(seed);
    copyFileSync(made, `${state.database}.seeding`);
    renameSync(`${state.database}.seeding`, state.database);
    return { outcome: "seeded" };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
