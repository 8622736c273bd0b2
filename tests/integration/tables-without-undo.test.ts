import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GET as readyz } from "@/app/api/readyz/route";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { MINUTE_MS } from "@/lib/platform/clock";
import { readTableTroubles } from "@/lib/platform/db/migrate";
import { checkEngines } from "@/lib/reports/doctor/check-database";
import { readEngineTrouble } from "@/lib/reports/doctor/queries";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { ownerDatabaseUrl, rawRun, rawSql, tablePrefix, testDb, useDatabase } from "@/tests/support/database";
import { askToPublish, makePrivate, publish, type SignedIn, signIn, stepUp } from "@/tests/support/people";
import { accessRows, auditOf, mails } from "@/tests/support/state";

useDatabase();

const WRITTEN = ["user", "site", "access", "locks", "brute_force_log", "twofactor_recovery_code"].map(
  (table) => tablePrefix + table,
);
const PORTAL = ["portal_publication", "portal_outbox", "portal_audit_event"];
const engine = (table: string, name: string) => rawRun(`ALTER TABLE \`${table}\` ENGINE=${name}`);

let anna: SignedIn;
let changed: string[] = [];

async function become(name: string, ...tables: string[]): Promise<void> {
  changed = tables;
  for (const table of tables) await engine(table, name);
}

beforeEach(async () => {
  anna = await signIn(await aSuperUser({ login: "anna" }));
  await aSuperUser({ login: "jonas" });
});
afterEach(async () => {
  for (const table of changed) await engine(table, "InnoDB");
  await rawRun("DROP TRIGGER IF EXISTS broken");
});

describe("a table that cannot undo", () => {
  it.each([...WRITTEN, ...PORTAL])(
    "%s: nothing is published, nothing written, and everybody who asks is told",
    async (table) => {
      const site = await aSite();
      await stepUp(anna, "grant", [site]);
      await become("MyISAM", table);
      const mend = `ALTER TABLE \`${table}\` ENGINE=InnoDB`;
      expect(await askToPublish(anna, [site])).toMatchObject({ ok: false, code: "tables_not_transactional" });
      expect([await accessRows(), await mails(), await testDb().publication.count()]).toEqual([[], [], 0]);
      expect(await rawSql("SELECT * FROM `matomo_locks`")).toEqual([]);
      expect(await checkEngines(testDb())).toMatchObject([
        { verdict: "bad", code: "engineCannotUndo", args: { table, found: "MyISAM", words: mend } },
      ]);
      expect(await readEngineTrouble("en")).toMatchObject([{ todo: `After a backup: ${mend};` }]);
      const headers = { authorization: "Bearer cron-secret-of-the-tests" };
      const ready = await readyz(new Request("http://localhost:3000/api/readyz", { headers }));
      expect(ready.status).toBe(503);
      expect((await ready.json()).problems.join()).toContain(mend);
      expect(await readTableTroubles(ownerDatabaseUrl(), tablePrefix)).toEqual([expect.stringContaining(mend)]);
    },
  );

  it("of whatever engine: Aria and MEMORY cannot, InnoDB can", async () => {
    expect(await readEngineTrouble("en")).toEqual([]);
    await become("Aria", `${tablePrefix}access`, `${tablePrefix}locks`);
    expect(await readEngineTrouble("en")).toHaveLength(2);
    await engine(`${tablePrefix}locks`, "MEMORY");
    expect((await readEngineTrouble("ar")).length).toBe(2);
  });

  it("keeps nobody from making private: it is done and told as ever", async () => {
    const site = await aSite();
    await publish(anna, [site]);
    await become("MyISAM", `${tablePrefix}access`, `${tablePrefix}locks`);
    expect(await makePrivate(anna, [site])).toMatchObject({ ok: true, data: { revokedCount: 1 } });
    expect(await accessRows()).toEqual([]);
    expect(await mails("made-private")).toHaveLength(2);
    expect(await rawSql("SELECT * FROM `matomo_locks`")).toEqual([]);
  });

  it("what breaks off half way is never called unchanged, holds no lock, and the watch tells of it", async () => {
    const site = await aSite();
    await publish(anna, [site]);
    await become("MyISAM", `${tablePrefix}access`, `${tablePrefix}locks`);
    await rawRun("CREATE TRIGGER broken BEFORE INSERT ON portal_outbox FOR EACH ROW SIGNAL SQLSTATE '45000'");
    expect(await makePrivate(anna, [site])).toMatchObject({ ok: false, code: "change_not_undone" });
    expect(await accessRows()).toEqual([]);
    expect(await rawSql("SELECT * FROM `matomo_locks`")).toEqual([]);
    await rawRun("DROP TRIGGER broken");
    // At the second watch at the latest.
    freezeClock(new Date().toISOString());
    await runWatch();
    advance(2 * MINUTE_MS);
    await runWatch();
    expect(await auditOf("public-access.revoked-outside")).toHaveLength(1);
    expect(await mails("private-outside")).toHaveLength(2);
  });

  it("a refusal before anything was changed stays what it is", async () => {
    await become("MyISAM", `${tablePrefix}access`);
    expect(await makePrivate(anna, [4_000_000])).toMatchObject({ ok: false, code: "unknown_sites" });
    await anonymousAccess(await aSite());
  });
});
