import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { blockStateSchema } from "@/lib/domain/public-access/schema";
import { connect } from "@/lib/platform/db/client";
import { migrate, planMigrations } from "@/lib/platform/db/migrate";
import { MigrationError } from "@/lib/platform/db/migration-error";
import { readMigrations } from "@/lib/platform/db/migration-files";
import { inTransaction } from "@/lib/platform/db/transaction";
import { replaceBadSettings } from "@/lib/platform/env";
import { callScript } from "@/tests/support/call-script";
import { type BareMatomo, bareMatomo, dialect, tablePrefix } from "@/tests/support/database";
import { connectRaw, type Row } from "@/tests/support/raw-connection";

const root = path.join(import.meta.dirname, "../..");
const released = path.join(root, dialect === "mysql" ? "prisma/migrations" : "prisma/sqlite/migrations");
const names = readdirSync(released, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

let matomo: BareMatomo;
let folder: string;

beforeEach(async () => {
  matomo = await bareMatomo();
  folder = mkdtempSync(path.join(tmpdir(), "pa-migrations-"));
  cpSync(released, folder, { recursive: true });
});

afterEach(async () => {
  await matomo.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe("on a Matomo that has no portal yet", () => {
  it("all migrations are applied, and each is written down as Prisma's engine does", async () => {
    expect(await migrate(matomo.url, tablePrefix)).toEqual({ applied: names, alreadyThere: 0 });
    const files = await readMigrations(dialect);
    const history = await matomo.raw.rows("SELECT * FROM `_prisma_migrations` ORDER BY migration_name");
    expect(history.map((row) => row.migration_name)).toEqual(names);
    expect(history.map((row) => row.checksum)).toEqual(files.map((file) => file.checksum));
    for (const row of history) {
      expect(row).toMatchObject({ applied_steps_count: 1, logs: null, rolled_back_at: null });
      expect(row.id).toMatch(/^[0-9a-f-]{36}$/);
      expect(row.finished_at).not.toBeNull();
    }
  });

  it("Matomo's own tables and rows stay as they were", async () => {
    await matomo.raw.run(
      `INSERT INTO \`${tablePrefix}access\` (login, idsite, access) VALUES ('anonymous', 1, 'view')`,
    );
    const before = await definitions();
    await migrate(matomo.url, tablePrefix);
    const after = await definitions();
    expect(after.filter((one) => before.some((was) => was.name === one.name))).toEqual(before);
    expect(await matomo.raw.rows(`SELECT login, idsite, access FROM \`${tablePrefix}access\``)).toHaveLength(1);
  });

  it.skipIf(dialect === "sqlite")(
    "an account that may not make tables is told which one may, without a stack",
    async () => {
      const url = new URL(matomo.url);
      const database = url.pathname.slice(1);
      const small = `'small_${database}'@'%'`;
      await matomo.raw.run(`CREATE USER ${small}`);
      await matomo.raw.run(`GRANT SELECT ON \`${database}\`.* TO ${small}`);
      url.username = `small_${database}`;
      url.password = "";
      const refused = await migrate(url.href, tablePrefix).catch((error: unknown) => error);
      await matomo.raw.run(`DROP USER ${small}`);
      expect(refused).toBeInstanceOf(MigrationError);
      expect(String(refused)).toMatch(/CREATE command denied.*CREATE, ALTER and INDEX/s);
    },
  );

  it("the prefix is written down for the next time", async () => {
    await migrate(matomo.url, tablePrefix);
    expect(await matomo.raw.rows("SELECT name, value FROM portal_setting")).toEqual([
      { name: "matomo.table_prefix", value: tablePrefix },
    ]);
  });
});

describe("a second time", () => {
  it("nothing is applied and nothing is lost", async () => {
    await migrate(matomo.url, tablePrefix);
    await matomo.raw.run("UPDATE portal_audit_head SET seq = 41");
    // The lease counts.
    const { portal_migration_lease: _, ...before } = await everything();
    expect(await migrate(matomo.url, tablePrefix)).toEqual({ applied: [], alreadyThere: names.length });
    expect(await everything()).toMatchObject(before);
  });

  it("at the same moment: one applies, the others find it done", async () => {
    const reports = await Promise.all([1, 2, 3].map(() => migrate(matomo.url, tablePrefix)));
    expect(reports.map((report) => report.applied.length).sort()).toEqual([0, 0, names.length]);
    expect(await matomo.raw.rows("SELECT * FROM `_prisma_migrations`")).toHaveLength(names.length);
  });

  it("a migration that came since is applied, alone", async () => {
    await migrate(matomo.url, tablePrefix);
    addMigration("29990101000000_later", "CREATE TABLE `portal_later` (`id` INTEGER NOT NULL);");
    expect(await migrate(matomo.url, tablePrefix, folder)).toEqual({
      applied: ["29990101000000_later"],
      alreadyThere: names.length,
    });
  });
});

describe("migrations refuse, in words, and change nothing,", () => {
  it("when the prefix matches no table, naming the prefix that would", async () => {
    const error = await refusal(migrate(matomo.url, "wrong_"));
    expect(error).toMatch(/No table `wrong_user`/);
    expect(error).toContain("MATOMO_TABLE_PREFIX");
    expect(error).toContain(`prefixes found in this database: ${tablePrefix || "(empty)"}`);
    expect(await portalTables()).toEqual([]);
  });

  it("when there is no Matomo at all", async () => {
    const empty = await bareMatomo({ tables: false });
    try {
      expect(await refusal(migrate(empty.url, tablePrefix))).toContain("check DATABASE_URL");
    } finally {
      await empty.drop();
    }
  });

  it("when the portal in this database serves a Matomo with another prefix", async () => {
    const other = await bareMatomo({ prefix: "other_" });
    try {
      await migrate(other.url, "other_");
      await other.raw.run("CREATE TABLE `second_user` (`login` INTEGER)");
      await other.raw.run("CREATE TABLE `second_access` (`login` INTEGER)");
      await other.raw.run("CREATE TABLE `second_site` (`login` INTEGER)");
      const error = await refusal(migrate(other.url, "second_"));
      expect(error).toContain('"other_"');
      expect(error).toContain('"second_"');
      expect(await other.raw.rows("SELECT value FROM portal_setting")).toEqual([{ value: "other_" }]);
    } finally {
      await other.drop();
    }
  });

  it("when a migration was edited after it had been applied", async () => {
    await migrate(matomo.url, tablePrefix, folder);
    const file = path.join(folder, names[0] ?? "", "migration.sql");
    writeFileSync(file, `${readFileSync(file, "utf8")}\n-- edited\n`);
    expect(await refusal(migrate(matomo.url, tablePrefix, folder))).toMatch(`The migration ${names[0]} was edited`);
  });

  it("when the database was migrated by a newer version", async () => {
    addMigration("29990101000000_newer", "CREATE TABLE `portal_newer` (`id` INTEGER NOT NULL);");
    await migrate(matomo.url, tablePrefix, folder);
    expect(await refusal(migrate(matomo.url, tablePrefix))).toContain("newer version");
  });

  it.runIf(dialect === "sqlite")("when there is no such file, which is not made", async () => {
    const gone = path.join(folder, "no.db");
    expect(await refusal(migrate(`file:${gone}`, tablePrefix))).toContain("there is no such file");
    expect(existsSync(gone)).toBe(false);
  });

  it("when the database cannot be reached", async () => {
    const nowhere = dialect === "mysql" ? "mysql://root@127.0.0.1:1/matomo" : "file:/nowhere/at/all/matomo.db";
    expect(await refusal(migrate(nowhere, tablePrefix))).toMatch(/^The database at .* cannot be opened/);
  });
});

describe("a migration that fails", () => {
  const BROKEN = "29990101000000_broken";

  beforeEach(() => {
    addMigration(
      BROKEN,
      "CREATE TABLE `portal_half` (`id` INTEGER NOT NULL);\nINSERT INTO `portal_nowhere` VALUES (1);\n",
    );
  });

  it("is named with what the database said", async () => {
    const error = await refusal(migrate(matomo.url, tablePrefix, folder));
    expect(error).toContain(`The migration ${BROKEN} failed`);
    expect(error).toContain("portal_nowhere");
  });

  if (dialect === "sqlite") {
    it("leaves nothing behind", async () => {
      await refusal(migrate(matomo.url, tablePrefix, folder));
      expect(await portalTables()).toEqual([]);
      expect(await migrate(matomo.url, tablePrefix)).toEqual({ applied: names, alreadyThere: 0 });
    });
  } else {
    it("keeps what it did, and the next run continues once the cause is fixed: in the database", async () => {
      const error = await refusal(migrate(matomo.url, tablePrefix, folder));
      expect(error).toContain("1 of its 2 statements are applied. Fix the cause and run this again");
      expect(await refusal(migrate(matomo.url, tablePrefix, folder))).toBe(error);
      await matomo.raw.run("CREATE TABLE `portal_nowhere` (`id` INTEGER NOT NULL)");
      expect(await migrate(matomo.url, tablePrefix, folder)).toEqual({ applied: [BROKEN], alreadyThere: names.length });
      expect(await matomo.raw.rows("SELECT id FROM portal_nowhere")).toEqual([{ id: 1 }]);
    });

    it("or in the statement that failed; never where one that ran was edited", async () => {
      await refusal(migrate(matomo.url, tablePrefix, folder));
      const file = path.join(folder, BROKEN, "migration.sql");
      const fixed = "CREATE TABLE `portal_half` (`id` INTEGER NOT NULL);\nINSERT INTO `portal_half` VALUES (7);\n";
      writeFileSync(file, fixed.replace("INTEGER", "BIGINT"));
      expect(await refusal(migrate(matomo.url, tablePrefix, folder))).toContain("was edited after it had been begun");
      writeFileSync(file, fixed);
      expect(await migrate(matomo.url, tablePrefix, folder)).toEqual({ applied: [BROKEN], alreadyThere: names.length });
      expect(await migrate(matomo.url, tablePrefix, folder)).toMatchObject({ applied: [] });
      expect(await matomo.raw.rows("SELECT id FROM portal_half")).toEqual([{ id: 7 }]);
    });

    it("is begun anew once somebody has marked it as rolled back, as Prisma's engine takes it", async () => {
      await refusal(migrate(matomo.url, tablePrefix, folder));
      await matomo.raw.run("UPDATE `_prisma_migrations` SET rolled_back_at = started_at WHERE finished_at IS NULL");
      await matomo.raw.run("CREATE TABLE `portal_nowhere` (`id` INTEGER NOT NULL)");
      expect(await migrate(matomo.url, tablePrefix, folder)).toMatchObject({ applied: [BROKEN] });
    });
  }
});

describe("a plan", () => {
  it("says what a run would do, statement by statement, and changes nothing", async () => {
    const before = await everything();
    const plan = await planMigrations(matomo.url, tablePrefix);
    expect(plan).toMatchObject({ pending: names.map((name) => ({ name })), alreadyThere: 0 });
    expect(plan.pending[0]?.statements[0]).toMatch(/^CREATE TABLE IF NOT EXISTS `portal_publication`/);
    expect(await everything()).toEqual(before);

    await migrate(matomo.url, tablePrefix);
    addMigration("29990101000000_later", "CREATE TABLE `portal_later` (`id` INTEGER NOT NULL); -- at last");
    expect(await planMigrations(matomo.url, tablePrefix, folder)).toEqual({
      pending: [{ name: "29990101000000_later", statements: ["CREATE TABLE `portal_later` (`id` INTEGER NOT NULL)"] }],
      alreadyThere: names.length,
    });
    expect(await portalTables()).not.toContain("portal_later");
  });

  it("is refused in the same words as a run", async () => {
    expect(await refusal(planMigrations(matomo.url, "wrong_"))).toMatch(/No table `wrong_user`/);
  });
});

describe("what an older version locked or paused", () => {
  const ONE_BLOCK = "20261201120000_one_block";
  const AT = "2026-11-30T09:00:00.000Z";
  const LOCK = { by: "anna", at: AT, reason: "An incident" };
  const PAUSE = { id: 7, by: "jonas", at: AT, reason: "Names in titles", siteCount: 3 };

  /** The block after the update, from what was stored before it. */
  async function afterUpdate(stored: Record<string, string>, lockEvents: readonly number[] = []): Promise<unknown> {
    for (const name of names.filter((one) => one >= ONE_BLOCK)) rmSync(path.join(folder, name), { recursive: true });
    await migrate(matomo.url, tablePrefix, folder);
    for (const [name, value] of Object.entries(stored)) {
      await matomo.raw.run(
        `INSERT INTO portal_setting (name, value, updated_at, updated_by)
         VALUES ('${name}', '${value}', '${MOMENT}', 'anna')`,
      );
    }
    for (const seq of lockEvents) {
      await matomo.raw.run(
        `INSERT INTO portal_audit_event (seq, at, type, actor_type, actor_name, facts, prev_hash, hash)
         VALUES (${seq}, '${MOMENT}', 'public-access.locked', 'super-user', 'anna', '{}', '', '')`,
      );
    }
    await migrate(matomo.url, tablePrefix);
    const [row] = await matomo.raw.rows("SELECT value FROM portal_setting WHERE name = 'publishing.block'");
    return row ? blockStateSchema.parse(JSON.parse(String(row.value))) : null;
  }
  const MOMENT = dialect === "mysql" ? "2026-11-30 09:00:00" : AT;

  it("is blocked, by the number of the event of the lock, with who, when and why", async () => {
    const stored = { "publishing.lock": JSON.stringify(LOCK) };
    expect(await afterUpdate(stored, [3, 5])).toEqual({ id: 5, ...LOCK });
  });

  it("is blocked, by the number that a pause had", async () => {
    const { siteCount: _, ...block } = PAUSE;
    expect(await afterUpdate({ "publishing.pause": JSON.stringify(PAUSE) })).toEqual(block);
  });

  it("is one block where there were both", async () => {
    const stored = { "publishing.lock": JSON.stringify(LOCK), "publishing.pause": JSON.stringify(PAUSE) };
    expect(await afterUpdate(stored, [9])).toEqual({ id: 9, ...LOCK });
  });

  it("is not blocked where both were over", async () => {
    expect(await afterUpdate({ "publishing.lock": "", "publishing.pause": "" }, [3])).toBeNull();
  });
});

describe("the released migrations", () => {
  it.each(names)("%s drops nothing and names no table of Matomo's", (name) => {
    const sql = readFileSync(path.join(released, name, "migration.sql"), "utf8");
    expect(sql).not.toMatch(/\b(DROP|TRUNCATE|DELETE|RENAME)\b/i);
    for (const [, table] of sql.matchAll(/\b(?:TABLE(?: IF NOT EXISTS)?|INTO|ON|UPDATE)\s+`(\w+)`/gi)) {
      expect(table).toMatch(/^portal_/);
    }
  });
});

// The command says nothing about prefixes: once for each dialect.
if (tablePrefix === "matomo_") {
  describe("bin/public-access migrate", () => {
    it("prints what would run, says what it did, does nothing the second time, and is refused with a sentence", async () => {
      // npm takes the option for its own where no `--` stands before it, and hands it on like this.
      for (const dry of [await command({}, "--dry-run"), await command({ npm_config_dry_run: "true" })]) {
        expect(dry).toMatchObject({ code: 0, stderr: "" });
        expect(dry.stdout).toContain(`-- ${names[0]}\nCREATE TABLE IF NOT EXISTS \`portal_publication\``);
        expect(dry.stdout).toContain(`-- Dry run: ${names.length} to apply, 0 already there. Nothing was changed.`);
      }
      const first = await command({});
      expect(first).toMatchObject({ code: 0, stderr: "" });
      expect(first.stdout).toContain(`Applied ${names[0]}.`);

      const second = await command({});
      expect(second).toMatchObject({ code: 0, stderr: "" });
      expect(second.stdout).toMatch(/^Nothing to do/);

      const refused = await command({ MATOMO_TABLE_PREFIX: "wrong_" });
      expect(refused).toMatchObject({ code: 1, stdout: "" });
      expect(refused.stderr).toMatch(/^No table `wrong_user`/);
      expect(refused.stderr).not.toMatch(/\bat .*:\d+:\d+/);
    });
  });
}

function addMigration(name: string, sql: string): void {
  mkdirSync(path.join(folder, name));
  writeFileSync(path.join(folder, name, "migration.sql"), sql);
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => expect.fail("it was not refused"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof MigrationError)) throw error;
  return error.message;
}

async function definitions(): Promise<Row[]> {
  if (dialect === "sqlite") return matomo.raw.rows("SELECT name, sql FROM sqlite_master ORDER BY name");
  return matomo.raw.rows(
    `SELECT table_name AS name, GROUP_CONCAT(CONCAT_WS(' ', column_name, column_type, is_nullable, collation_name)
       ORDER BY ordinal_position) AS columns
     FROM information_schema.columns WHERE table_schema = DATABASE() GROUP BY table_name ORDER BY table_name`,
  );
}

async function tableNames(): Promise<string[]> {
  const rows = await matomo.raw.rows(
    dialect === "sqlite"
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
      : "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY table_name",
  );
  return rows.map((row) => String(row.name));
}

async function portalTables(): Promise<string[]> {
  return (await tableNames()).filter((name) => name.startsWith("portal_") || name.startsWith("_prisma"));
}

async function everything(): Promise<Record<string, Row[]>> {
  const tables = await tableNames();
  const rows = await Promise.all(tables.map((table) => matomo.raw.rows(`SELECT * FROM \`${table}\``)));
  return Object.fromEntries(tables.map((table, index) => [table, rows[index] ?? []]));
}

function command(env: Record<string, string>, ...args: string[]) {
  return callScript("db:migrate", args, {
    ...{ NODE_ENV: "production", PATH: process.env.PATH },
    ...{ DATABASE_URL: matomo.url, MATOMO_TABLE_PREFIX: tablePrefix, ...env },
  });
}

it.runIf(dialect === "sqlite")("on SQLite somebody who reads never makes a commit of the portal fail", async () => {
  await migrate(matomo.url, tablePrefix);
  // What a transaction writes of itself is in the words of the configured database.
  replaceBadSettings({ DATABASE_URL: matomo.url, MATOMO_TABLE_PREFIX: tablePrefix });
  const reader = await connectRaw(matomo.url);
  const portal = connect(matomo.url, tablePrefix);
  try {
    await reader.run("BEGIN");
    await reader.rows("SELECT * FROM portal_audit_head");
    await inTransaction((tx) => tx.db.$executeRaw`UPDATE portal_audit_head SET seq = 7 WHERE id = 1`, portal);
    await reader.run("COMMIT");
    expect(await reader.rows("SELECT seq FROM portal_audit_head")).toEqual([{ seq: 7 }]);
  } finally {
    await portal.$disconnect();
    await reader.close();
  }
});
