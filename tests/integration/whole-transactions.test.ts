import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { appendEvent } from "@/lib/ledger/audit/append-event";
import { NO_ORIGIN } from "@/lib/ledger/audit/schema";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/transaction";
import { connectOwner, rawRun, rawSql, testDb, useDatabase } from "@/tests/support/database";
import { expectChainHolds } from "@/tests/support/state";

useDatabase();

const setting = (tx: Tx, name: string) =>
  tx.db.setting.create({ data: { name, value: "1", updatedAt: now(), updatedBy: "test" } });
const change = (tx: Tx, name: string, value: string) => tx.db.setting.update({ where: { name }, data: { value } });
const settings = async () =>
  (await rawSql("SELECT name, value FROM portal_setting ORDER BY name")).map(({ name, value }) => `${name}=${value}`);
const note = (tx: Tx) =>
  appendEvent(tx, {
    actor: { type: "system", job: "watch" },
    origin: NO_ORIGIN,
    at: now(),
    facts: { type: "installation.begun" },
  });

describe("a transaction", () => {
  it("that the server ended does nothing more, also when its work goes on over the error", async () => {
    for (const name of ["one", "two"])
      await rawRun(`INSERT INTO portal_setting VALUES ('${name}', '0', '2026-11-23 10:00:00', 'test')`);
    const rival = await connectOwner();
    let runs = 0;
    await inTransaction(async (tx) => {
      const isFirst = ++runs === 1;
      if (isFirst) {
        await rival.script(
          "START TRANSACTION; UPDATE portal_setting SET value = 'rival'; UPDATE portal_setting SET updated_by = 'x' WHERE name = 'two'",
        );
        await rival.script("ROLLBACK");
        await rival.script("START TRANSACTION; UPDATE portal_setting SET value = 'rival' WHERE name = 'two'");
      }
      await change(tx, "one", `run ${runs}`);
      // Each waits for the other now: the server rolls back the one that wrote less.
      const rivals = isFirst
        ? rival.script(
            "INSERT INTO portal_setting SELECT CONCAT('rival', seq), '', NOW(), '' FROM seq_1_to_500; UPDATE portal_setting SET value = 'rival' WHERE name = 'one'; COMMIT",
          )
        : undefined;
      if (isFirst) await sleep(300);
      await change(tx, "two", `run ${runs}`).catch(() => {});
      await setting(tx, `after ${runs}`).catch(() => {});
      await rivals;
    });
    await rival.close();
    expect(runs).toBe(2);
    expect(await settings()).toEqual(expect.arrayContaining(["after 2=1", "one=run 2", "two=run 2"]));
    expect((await settings()).filter((one) => one.startsWith("after"))).toEqual(["after 2=1"]);
  });

  it("whose beginning the server lost is never called done, nor undone", async () => {
    const lost = inTransaction(async (tx) => {
      await note(tx);
      await tx.db.$executeRawUnsafe("ROLLBACK");
      await setting(tx, "what came after");
    });
    await expect(lost).rejects.toMatchObject({ code: "outcome_unknown" });
    expect(await testDb().commit.count()).toBe(0);
    await expectChainHolds();
  });

  it("sends its statements one after another, also when the work does not wait for them", async () => {
    const order = await inTransaction(async (tx) => {
      const done: string[] = [];
      await Promise.all(
        ["a", "b", "c"].map(async (name) => {
          await setting(tx, name);
          done.push(name);
        }),
      );
      return done;
    });
    expect(order).toEqual(["a", "b", "c"]);
  });

  it("changes the head of the chain, and leaves its mark there and among the commits, whatever it was for", async () => {
    const before = await testDb().auditHead.findUniqueOrThrow({ where: { id: 1 } });
    await inTransaction(async () => {});
    const after = await testDb().auditHead.findUniqueOrThrow({ where: { id: 1 } });
    expect(after).toEqual({ ...before, holder: expect.any(String) });
    expect(after.holder).not.toBe(before.holder);
    expect(await testDb().commit.findMany({ select: { id: true } })).toEqual([{ id: after.holder }]);
  });
});
