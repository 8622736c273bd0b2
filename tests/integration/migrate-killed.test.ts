import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "@/lib/platform/db/migrate";
import { MigrationError } from "@/lib/platform/db/migration-error";
import { readMigrations } from "@/lib/platform/db/migration-files";
import { prepareHistory } from "@/lib/platform/db/migration-history";
import { USUAL_PACE } from "@/lib/platform/db/migration-lease";
import { statementsIn } from "@/lib/platform/db/migration-statements";
import { statementChannel } from "@/lib/platform/db/statement-channel";
import { cuttingProxy } from "@/tests/support/cutting-proxy";
import { type BareMatomo, bareMatomo, dialect, tablePrefix } from "@/tests/support/database";
import { connectRaw, type RawConnection, type Row } from "@/tests/support/raw-connection";

/** What no released migration does yet: rows that are changed by what stands in them. */
const LATER = {
  mysql: `
    CREATE TABLE \`portal_later\` (\`id\` INTEGER NOT NULL, \`n\` INTEGER NOT NULL, PRIMARY KEY (\`id\`)) ENGINE = InnoDB;
    INSERT INTO \`portal_later\` VALUES (1, 0), (2, 0); -- the second; of two
    UPDATE \`portal_later\` SET \`n\` = \`n\` + 1;
    ALTER TABLE \`portal_later\`
      ADD COLUMN \`a\` VARCHAR(9) NOT NULL DEFAULT 'a;,\\'b',
      ADD COLUMN \`b\` DECIMAL(4, 2) NULL,
      ADD INDEX \`portal_later_a_idx\` (\`a\`, \`b\`);
    UPDATE \`portal_later\` SET \`n\` = \`n\` + 1, \`a\` = CONCAT(\`a\`, 'x');
    UPDATE \`portal_later\` SET \`n\` = \`n\` + 1, \`a\` = CONCAT(\`a\`, 'x');
    CREATE INDEX \`portal_later_n_idx\` ON \`portal_later\` (\`n\`);
    ALTER TABLE \`portal_later\` MODIFY COLUMN \`a\` VARCHAR(20) NOT NULL, DROP INDEX \`portal_later_a_idx\`;
    INSERT INTO \`portal_later\` SELECT \`id\` + 10, \`n\`, \`a\`, \`b\` FROM \`portal_later\`;`,
  sqlite: `
    CREATE TABLE \`portal_later\` (\`id\` INTEGER NOT NULL, \`n\` INTEGER NOT NULL, PRIMARY KEY (\`id\`));
    INSERT INTO \`portal_later\` VALUES (1, 0), (2, 0); -- the second; of two
    UPDATE \`portal_later\` SET \`n\` = \`n\` + 1;
    ALTER TABLE \`portal_later\` ADD COLUMN \`a\` TEXT NOT NULL DEFAULT 'a;,''b\\';
    UPDATE \`portal_later\` SET \`n\` = \`n\` + 1, \`a\` = \`a\` || 'x';
    UPDATE \`portal_later\` SET \`n\` = \`n\` + 1, \`a\` = \`a\` || 'x';
    CREATE INDEX \`portal_later_n_idx\` ON \`portal_later\` (\`n\`);
    DROP INDEX \`portal_later_n_idx\`;
    INSERT INTO \`portal_later\` SELECT \`id\` + 10, \`n\`, \`a\` FROM \`portal_later\`;`,
}[dialect];

/** With these every connection begins. */
const OF_A_CONNECTION = /^(SET|SHOW) SESSION/;

const root = path.join(import.meta.dirname, "../..");
const released = path.join(root, dialect === "mysql" ? "prisma/migrations" : "prisma/sqlite/migrations");
const files = await readMigrations(dialect);

/** The released migrations, and one that changes rows. */
let folder: string;
/** The database after a run that nobody stopped. */
let whole: Awaited<ReturnType<typeof stateOf>>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "pa-migrations-"));
  cpSync(released, folder, { recursive: true });
  mkdirSync(path.join(folder, "29990101000000_later"));
  writeFileSync(path.join(folder, "29990101000000_later/migration.sql"), LATER);
  whole = await onBareMatomo(async ({ url, raw }) => {
    await migrate(url, tablePrefix, folder);
    return stateOf(raw);
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a migration that is killed", () => {
  it.runIf(dialect === "mysql")(
    "before each statement it sends, and after each before it knows, goes on and ends as one that nobody stopped",
    { timeout: 180_000 },
    async () => {
      await onBareMatomo(async ({ url, raw }) => {
        const cuts = new Map<string, number>();
        let before = "";
        let isCut = false;
        const proxy = await cuttingProxy(url, (sql) => {
          // The driver's own, before the connection is ours.
          if (sql.startsWith("SET NAMES")) return "pass";
          // A lease has a connection of its own, and makes another when that is cut.
          const isOfLease = sql.includes("portal_migration_lease");
          if (before !== "" && !OF_A_CONNECTION.test(before) && OF_A_CONNECTION.test(sql)) return "pass";
          // Each statement is met once for each of the migrations that came before it, and cut twice.
          const place = `${before} ${withoutChance(sql)}`;
          if (!isOfLease) before = withoutChance(sql);
          const met = cuts.get(place) ?? 0;
          cuts.set(place, met + 1);
          isCut ||= met < 2;
          return met === 0 ? "cut before" : met === 1 ? "cut after" : "pass";
        });
        try {
          do {
            [before, isCut] = ["", false];
            await migrate(proxy.url, tablePrefix, folder, { ...USUAL_PACE, pollMs: 1, goneAfterPolls: 20_000 }).catch(
              (error: unknown) => {
                expect(error).toBeInstanceOf(MigrationError);
                expect(isCut, String(error)).toBe(true);
              },
            );
          } while (isCut);
        } finally {
          await proxy.close();
        }
        const statements = files.flatMap((file) => statementsIn(file.sql, dialect));
        expect(
          statements.filter((one) => ![...cuts.keys()].some((place) => place.endsWith(` ${withoutChance(one)}`))),
        ).toEqual([]);
        expect(await stateOf(raw)).toEqual(whole);
      });
    },
  );

  it.runIf(dialect === "sqlite")(
    "before any statement leaves a file on which the next run ends as one that nobody stopped",
    async () => {
      await onBareMatomo(async ({ url }) => {
        const file = url.slice("file:".length);
        const copies: string[] = [];
        const copy = () => {
          const name = `${file}-${copies.length}`;
          for (const part of ["", "-wal"]) if (existsSync(file + part)) cpSync(file + part, name + part);
          copies.push(`file:${name}`);
        };
        subscribe(statementChannel.name, copy);
        await migrate(url, tablePrefix, folder).finally(() => unsubscribe(statementChannel.name, copy));
        copy();
        expect(copies.length).toBeGreaterThan(2 * files.flatMap((one) => statementsIn(one.sql, dialect)).length);
        for (const one of copies) {
          await migrate(one, tablePrefix, folder);
          const raw = await connectRaw(one);
          expect(await stateOf(raw).finally(raw.close)).toEqual(whole);
        }
      });
    },
  );

  it("by an older version, which noted nothing of how far it came, goes on from wherever that was", async () => {
    for (const [index, file] of files.entries()) {
      const statements = statementsIn(file.sql, dialect);
      for (const count of statements.keys()) {
        await onBareMatomo(async ({ url, raw }) => {
          const earlier = mkdtempSync(path.join(tmpdir(), "pa-earlier-"));
          for (const { name } of files.slice(0, index))
            cpSync(path.join(released, name), path.join(earlier, name), { recursive: true });
          if (index > 0) await migrate(url, tablePrefix, earlier);
          else await prepareHistory({ dialect, run: async (sql) => void (await raw.run(sql)) });
          rmSync(earlier, { recursive: true });
          for (const statement of statements.slice(0, count + 1)) await raw.run(statement);
          await raw.run(
            "INSERT INTO `_prisma_migrations` (id, checksum, migration_name, started_at, logs) VALUES ('old', ?, ?, ?, ?)",
            [file.checksum, file.name, new Date(), "what the database had said"],
          );
          await migrate(url, tablePrefix, folder);
          expect(await stateOf(raw), `${file.name}, ${count + 1} statements`).toEqual(whole);
        });
      }
    }
  });
});

async function onBareMatomo<T>(work: (matomo: BareMatomo) => Promise<T>): Promise<T> {
  const matomo = await bareMatomo();
  try {
    return await work(matomo);
  } finally {
    await matomo.drop();
  }
}

/** Ids are made anew for each run, moments are its own, and the lease counts. */
function withoutChance(sql: string): string {
  return sql
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "id")
    .replace(/`beat` = \d+/, "beat")
    .replace(/'\d{4}-\d\d-\d\d [\d:.]+'/g, "moment");
}

/** Every definition and every row of the portal's, and the history, without what is another for each run. */
async function stateOf(raw: RawConnection): Promise<{ definitions: Row[]; rows: Record<string, Row[]> }> {
  const definitions = await raw.rows(
    dialect === "sqlite"
      ? "SELECT name, sql FROM sqlite_master ORDER BY name"
      : `SELECT table_name, column_name AS name, CONCAT_WS(' ', column_type, is_nullable, column_default, collation_name) AS what
         FROM information_schema.columns WHERE table_schema = DATABASE()
         UNION ALL SELECT table_name, index_name, CONCAT_WS(' ', seq_in_index, column_name, non_unique)
         FROM information_schema.statistics WHERE table_schema = DATABASE() ORDER BY 1, 2, 3`,
  );
  const rows: Record<string, Row[]> = {
    history: await raw.rows(
      `SELECT checksum, migration_name, logs, rolled_back_at, applied_steps_count, finished_at IS NOT NULL AS finished
       FROM \`_prisma_migrations\` ORDER BY migration_name`,
    ),
    setting: await raw.rows("SELECT name, value FROM portal_setting"),
  };
  for (const table of ["portal_audit_head", "portal_later"]) rows[table] = await raw.rows(`SELECT * FROM ${table}`);
  return { definitions, rows };
}
