import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { EXPECTED_MIGRATIONS } from "@/lib/platform/db/expected-migrations";
import { migrate, planMigrations } from "@/lib/platform/db/migrate";
import { USUAL_PACE } from "@/lib/platform/db/migration-lease";
import { type BareMatomo, bareMatomo, tablePrefix } from "@/tests/support/database";
import { compileProgram } from "@/tests/support/portal-process";
import { connectRaw } from "@/tests/support/raw-connection";
import { runScript } from "@/tests/support/run-script";

const released = path.join(import.meta.dirname, "../../prisma/migrations");
const SLOW = "29990101000000_slow";
/** As usual, ten times as fast: gone after two seconds. */
const QUICK = { beatMs: 300, pollMs: 25, goneAfterPolls: 80, waitMs: 1_500 };
const STILL_RUNNING = "Another migration of this database is still running. Waited 1.5 s; try again.";

const program = await compileProgram("run-migration");
afterAll(() => program.remove());

let matomo: BareMatomo;
let folder: string;
let child: ChildProcess | undefined;

beforeEach(async () => {
  matomo = await bareMatomo();
  folder = mkdtempSync(path.join(tmpdir(), "pa-migrations-"));
  cpSync(released, folder, { recursive: true });
});

afterEach(async () => {
  child?.kill("SIGKILL");
  await matomo.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe("several runs at once", () => {
  it("one applies, the others find nothing to do, and none says that something is to be repaired", async () => {
    const runs = await Promise.all([1, 2, 3].map(() => runScript("db:migrate", [], environment())));
    const all = EXPECTED_MIGRATIONS.length;
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(runs.map(({ said }) => said.split("\n").at(-1)).sort()).toEqual([
      `Done: ${all} applied, 0 already there. Matomo's own tables were not touched.`,
      `Nothing to do: all ${all} migrations were already applied.`,
      `Nothing to do: all ${all} migrations were already applied.`,
    ]);
    expect(await matomo.raw.rows("SELECT id FROM _prisma_migrations")).toHaveLength(all);
  });

  it("one that is at a long statement keeps the others waiting, but not a dry run, which writes nothing", async () => {
    addSlow("DO SLEEP(5)");
    const end = startRun();
    await untilAt("DO SLEEP");
    const [lease] = await matomo.raw.rows("SELECT holder FROM portal_migration_lease");
    expect(await planMigrations(matomo.url, tablePrefix, folder)).toMatchObject({ pending: [{ name: SLOW }] });
    expect(await messageOf(migrate(matomo.url, tablePrefix, folder, QUICK))).toBe(STILL_RUNNING);
    expect(await matomo.raw.rows("SELECT holder FROM portal_migration_lease")).toEqual([lease]);
    expect(await end).toBe(`applied ${EXPECTED_MIGRATIONS.length + 1}`);
    expect(await timesChanged()).toBe(1);
  });

  it("one that was killed is continued once it has shown no sign of life for long enough", async () => {
    addSlow("DO SLEEP(1)");
    startRun();
    await untilAt("DO SLEEP");
    child?.kill("SIGKILL");
    expect(await migrate(matomo.url, tablePrefix, folder, QUICK)).toMatchObject({ applied: [SLOW] });
    expect(await timesChanged()).toBe(1);
  });

  it("one that was paused for longer finds itself taken over, says so, and changes nothing after that", async () => {
    addSlow("DO SLEEP(1)");
    const end = startRun();
    await untilAt("DO SLEEP");
    child?.kill("SIGSTOP");
    expect(await migrate(matomo.url, tablePrefix, folder, QUICK)).toMatchObject({ applied: [SLOW] });
    const after = await history();
    child?.kill("SIGCONT");
    expect(await end).toMatch(/^Another run has taken this migration over, .* Run this again to see/);
    expect(await history()).toEqual(after);
    expect(await timesChanged()).toBe(1);
    expect(await matomo.raw.rows("SELECT holder FROM portal_migration_lease")).toEqual([{ holder: "" }]);
  });
});

it("what the database undid for a conflict runs once more, and is done once", async () => {
  await matomo.raw.script(`${TABLE}; ${ROWS}`);
  addMigration("UPDATE portal_slow SET n = n + 1 WHERE id > 0 ORDER BY id");
  const other = await connectRaw(matomo.url);
  try {
    await other.run("BEGIN");
    // Of two in each other's way the one that changed less is undone.
    await other.run("INSERT INTO portal_slow VALUES (-1, 0), (-2, 0), (-3, 0), (-4, 0), (-5, 0), (-6, 0)");
    await other.run("UPDATE portal_slow SET n = 10 WHERE id = 3");
    const end = startRun();
    await untilAt("UPDATE portal_slow");
    await other.run("UPDATE portal_slow SET n = 10 WHERE id = 1");
    await other.run("COMMIT");
    expect(await end).toBe(`applied ${EXPECTED_MIGRATIONS.length + 1}`);
    expect(await matomo.raw.rows("SELECT n FROM portal_slow WHERE id > 0 ORDER BY id")).toEqual([
      { n: 11 },
      { n: 1 },
      { n: 11 },
    ]);
  } finally {
    await other.close();
  }
});

it("an account with SELECT, INSERT, UPDATE, CREATE, ALTER and INDEX on the database is enough", async () => {
  const url = new URL(matomo.url);
  const database = url.pathname.slice(1);
  const account = `'big_${database}'@'%'`;
  url.username = `big_${database}`;
  url.password = "";
  await matomo.raw.run(`CREATE USER ${account}`);
  try {
    await matomo.raw.run(`GRANT SELECT, INSERT, UPDATE, CREATE, ALTER, INDEX ON \`${database}\`.* TO ${account}`);
    expect(await migrate(url.href, tablePrefix)).toMatchObject({ applied: EXPECTED_MIGRATIONS });
    expect(await migrate(url.href, tablePrefix)).toMatchObject({ applied: [] });
  } finally {
    await matomo.raw.run(`DROP USER ${account}`);
  }
});

const TABLE = "CREATE TABLE portal_slow (id INTEGER NOT NULL PRIMARY KEY, n INTEGER NOT NULL) ENGINE = InnoDB";
const ROWS = "INSERT INTO portal_slow VALUES (1, 0), (2, 0), (3, 0)";

/** A migration that makes rows, takes its time, and then changes them. */
function addSlow(statement: string): void {
  addMigration(`${TABLE};\n${ROWS};\n${statement};\nUPDATE portal_slow SET n = n + 1;\n`);
}

function addMigration(sql: string): void {
  mkdirSync(path.join(folder, SLOW));
  writeFileSync(path.join(folder, SLOW, "migration.sql"), sql);
}

/** Starts a run in a process of its own; what it says in the end. */
function startRun(): Promise<string> {
  const pace = JSON.stringify({ ...QUICK, waitMs: USUAL_PACE.waitMs });
  const run = spawn(process.execPath, [program.file, folder, pace], { env: environment() });
  child = run;
  let said = "";
  for (const stream of [run.stdout, run.stderr]) stream.on("data", (piece) => (said += String(piece)));
  return new Promise((resolve) => run.once("close", () => resolve(said)));
}

function environment(): NodeJS.ProcessEnv {
  return {
    NODE_ENV: "production",
    PATH: process.env.PATH,
    DATABASE_URL: matomo.url,
    MATOMO_TABLE_PREFIX: tablePrefix,
  };
}

/** Waits until the server is at a statement that begins like this. */
async function untilAt(statement: string): Promise<void> {
  for (;;) {
    const running = await matomo.raw.rows(
      "SELECT 1 FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID() AND info LIKE ?",
      [`${statement}%`],
    );
    if (running.length > 0) return;
    await sleep(20);
  }
}

async function timesChanged(): Promise<unknown> {
  const rows = await matomo.raw.rows("SELECT DISTINCT n FROM portal_slow");
  expect(rows).toHaveLength(1);
  return rows[0]?.n;
}

async function history() {
  return matomo.raw.rows("SELECT * FROM _prisma_migrations ORDER BY migration_name");
}

async function messageOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => expect.fail("it was not refused"),
    (reason: unknown) => (reason instanceof Error ? reason.message : String(reason)),
  );
}
