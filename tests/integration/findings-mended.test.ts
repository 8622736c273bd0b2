import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { runWithRecentAuth } from "@/lib/auth/command";
import { cleanOrphansCommand, reduceToViewCommand, removeUnclearRowsCommand } from "@/lib/domain/findings/commands";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { deleteOrphanRows, deleteUnclearRows } from "@/lib/matomo/anonymous-access";
import { MINUTE_MS } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/transaction";
import { statementsOf } from "@/tests/bench/count-statements";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { connectOwner, dialect, rawRun, tablePrefix, testDb, useDatabase } from "@/tests/support/database";
import { BROWSER, publish, type SignedIn, signIn } from "@/tests/support/people";
import { accessRows, auditOf, everything, expectChainHolds, mailFacts, mails } from "@/tests/support/state";

useDatabase();

const watch = () => runWatch();
const mend = (command: typeof reduceToViewCommand, person: SignedIn, siteIds: number[]) =>
  runWithRecentAuth(command, person.context, { siteIds });
const kinds = async () => (await testDb().finding.findMany({ orderBy: { kind: "asc" } })).map(({ kind }) => kind);

async function anna(): Promise<SignedIn> {
  const person = await signIn(await aSuperUser({ login: "anna" }));
  await aSuperUser({ login: "jonas" });
  await watch();
  return person;
}

describe("reducing to view", () => {
  it("leaves one row `view` of exactly anonymous, keeps the publication, and tells every Super User", async () => {
    const person = await anna();
    const [id, other] = [await aSite({ name: "Shop" }), await aSite()];
    await publish(person, [id, other]);
    await anonymousAccess(id, { login: "Anonymous", access: "admin" });
    await anonymousAccess(id, { access: null });
    await rawRun("INSERT INTO `matomo_access` (login, idsite, access) VALUES ('viewer', ?, 'admin')", [id]);
    await watch();
    expect(await kinds()).toEqual(["duplicate-rows", "null-access", "other-spelling", "writable"]);

    const result = await mend(reduceToViewCommand, person, [id]);

    expect(result).toMatchObject({ ok: true, data: { mendedCount: 1, mailCount: 2 } });
    expect(await accessRows()).toEqual([
      [id, "viewer", "admin"],
      [id, "anonymous", "view"],
      [other, "anonymous", "view"],
    ]);
    expect(await kinds()).toEqual([]);
    expect(await auditOf("public-access.reduced-to-view")).toMatchObject([{ siteIds: [id] }]);
    expect(await mailFacts("rows-mended")).toMatchObject([
      { what: "reduced-to-view", total: 1, sites: [{ name: "Shop" }], actor: { login: "anna", ip: BROWSER.ip } },
    ]);
    expect(await mails("rows-mended")).toHaveLength(2);
    expect(await testDb().publication.count()).toBe(2);
    expect(await watch()).toMatchObject({ public: 2, appeared: 0, vanished: 0, opened: 0, closed: 0 });
    await expectChainHolds();
  });

  it("makes nothing public: sites that are private stay so, with whatever rows they have", async () => {
    const person = await anna();
    const [unclear, empty, plain] = [await aSite(), await aSite(), await aSite()];
    await anonymousAccess(unclear, { access: "VIEW" });
    await anonymousAccess(unclear, { access: null });
    await publish(person, [plain]);
    const before = await everything();
    const result = await mend(reduceToViewCommand, person, [unclear, empty, plain]);
    expect(result).toMatchObject({ ok: true, data: { mendedCount: 0, mailCount: 0 } });
    expect(await everything()).toEqual(before);
  });

  it("tells first of the worse level that the watch has not seen yet", async () => {
    const person = await anna();
    const id = await aSite();
    await publish(person, [id]);
    await rawRun("UPDATE `matomo_access` SET access = 'superuser'");
    await mend(reduceToViewCommand, person, [id]);
    expect(await mailFacts("finding")).toMatchObject([
      { finding: "writable", phase: "found", sites: [{ detail: { type: "texts", texts: "superuser", more: 0 } }] },
    ]);
    expect(await watch()).toMatchObject({ opened: 0, closed: 0 });
    expect(await kinds()).toEqual([]);
  });

  it("leaves the question whether an outside grant is meant", async () => {
    const person = await anna();
    const id = await aSite();
    await anonymousAccess(id, { access: "admin" });
    await watch();
    await mend(reduceToViewCommand, person, [id]);
    expect(await kinds()).toEqual(["public-outside"]);
    expect(await watch()).toMatchObject({ public: 1, closed: 0 });
  });

  it("takes the same number of statements for 1 site and for 300", async () => {
    const person = await anna();
    const manySites = async (count: number) => {
      const ids: number[] = [];
      for (let more = 0; more < count; more++) {
        const id = await aSite();
        await anonymousAccess(id, { access: "write" });
        ids.push(id);
      }
      await watch();
      return ids;
    };
    const of = async (ids: number[]) =>
      (
        await statementsOf(async () => {
          const result = await mend(reduceToViewCommand, person, ids);
          expect(result).toMatchObject({ ok: true, data: { mendedCount: ids.length } });
        })
      ).length;
    const one = await of(await manySites(1));
    expect(await of(await manySites(300))).toBe(one);
  });
});

describe("removing rows that give nothing", () => {
  it("takes NULL and unknown values, and never a row that gives access or says none", async () => {
    const person = await anna();
    const id = await aSite({ name: "Shop" });
    await anonymousAccess(id);
    await anonymousAccess(id, { access: null });
    await anonymousAccess(id, { login: "Anonymous", access: "VIEW" });
    await anonymousAccess(id, { access: "view " });
    await anonymousAccess(id, { access: "noaccess" });
    await watch();

    expect(await mend(removeUnclearRowsCommand, person, [id])).toMatchObject({ ok: true, data: { mendedCount: 1 } });

    expect(await accessRows()).toEqual([
      [id, "anonymous", "view"],
      [id, "anonymous", "noaccess"],
    ]);
    expect(await kinds()).toEqual(["public-outside"]);
    expect(await auditOf("public-access.rows-removed")).toMatchObject([{ siteIds: [id], rows: "unclear" }]);
    expect(await mailFacts("rows-mended")).toMatchObject([{ what: "unclear-removed", sites: [{ name: "Shop" }] }]);
    expect(await watch()).toMatchObject({ public: 1, closed: 0, opened: 0 });
    expect((await mailFacts("finding")).filter(({ phase }) => phase === "mended")).toEqual([]);
  });

  it("says when there was nothing to remove, and sends nothing", async () => {
    const person = await anna();
    const id = await aSite();
    await anonymousAccess(id, { access: "admin" });
    const result = await mend(removeUnclearRowsCommand, person, [id]);
    expect(result).toMatchObject({ ok: true, data: { mendedCount: 0, mailCount: 0 } });
    expect(await accessRows()).toEqual([[id, "anonymous", "admin"]]);
    expect(await mails("rows-mended")).toEqual([]);
  });
});

describe("cleaning up after deleted sites", () => {
  it("takes every row of anonymous of ids without a site, and touches no site that exists", async () => {
    const person = await anna();
    const id = await aSite();
    await anonymousAccess(id, { access: "admin" });
    await anonymousAccess(4711);
    await anonymousAccess(4711, { login: "ANONYMOUS", access: null });
    await rawRun("INSERT INTO `matomo_access` (login, idsite, access) VALUES ('viewer', 4711, 'view')");
    await watch();

    expect(await mend(cleanOrphansCommand, person, [id, 4711])).toMatchObject({ ok: true, data: { mendedCount: 1 } });

    expect(await accessRows()).toEqual([
      [id, "anonymous", "admin"],
      [4711, "viewer", "view"],
    ]);
    expect(await kinds()).toEqual(["public-outside", "writable"]);
    expect(await auditOf("public-access.rows-removed")).toMatchObject([{ siteIds: [4711], rows: "orphan" }]);
    expect(await mailFacts("rows-mended")).toMatchObject([
      { what: "orphans-removed", total: 1, sites: [{ id: 4711 }] },
    ]);
    expect(await watch()).toMatchObject({ closed: 0, opened: 0 });
  });
});

describe("a row that became another one just before it is deleted", () => {
  it("stays when its site exists now, or when it gives access now", async () => {
    const id = await aSite();
    await anonymousAccess(id);
    await inTransaction((tx) => deleteOrphanRows(tx, [id]));
    await inTransaction((tx) => deleteUnclearRows(tx, [id]));
    expect(await accessRows()).toEqual([[id, "anonymous", "view"]]);
  });

  it.runIf(dialect === "mysql")(
    "is not put back as view when its site was made private at the same moment",
    async () => {
      const person = await anna();
      const id = await aSite();
      await publish(person, [id]);
      await anonymousAccess(id, { login: "Anonymous", access: "admin" });
      await watch();
      const other = await connectOwner();
      await other.run("BEGIN");
      await other.run(`DELETE FROM \`${tablePrefix}access\``);
      const reducing = mend(reduceToViewCommand, person, [id]);
      await sleep(400);
      await other.run("COMMIT");
      await other.close();
      expect(await reducing).toMatchObject({ ok: true, data: { mendedCount: 0 } });
      expect(await accessRows()).toEqual([]);
    },
  );
});

describe.each([
  ["reducing to view", reduceToViewCommand],
  ["removing rows that give nothing", removeUnclearRowsCommand],
  ["cleaning up after deleted sites", cleanOrphansCommand],
])("%s", (_, command) => {
  async function everythingWrong() {
    freezeClock("2026-11-23T12:00:00Z");
    const person = await anna();
    const id = await aSite();
    await anonymousAccess(id, { access: "admin" });
    await anonymousAccess(id, { access: null });
    const gone = await aSite();
    await anonymousAccess(gone);
    await rawRun("DELETE FROM `matomo_site` WHERE idsite = ?", [gone]);
    await watch();
    return { person, ids: command === cleanOrphansCommand ? [gone] : [id] };
  }

  it("takes a password proven within 15 minutes, and is refused a moment later", async () => {
    const { person, ids } = await everythingWrong();
    advance(15 * MINUTE_MS + 1);
    const before = await everything();
    expect(await mend(command, person, ids)).toMatchObject({ ok: false, code: "step_up_required" });
    expect(await everything()).toEqual(before);
    expect(await auditOf("action.refused")).toMatchObject([{ action: command.name, code: "step_up_required" }]);
    advance(-1);
    expect(await mend(command, person, ids)).toMatchObject({ ok: true, data: { mendedCount: 1, mailCount: 2 } });
  });

  it("is refused for somebody who is no Super User any more, with nothing written", async () => {
    const { person, ids } = await everythingWrong();
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'");
    const before = await everything();
    expect(await mend(command, person, ids)).toMatchObject({ ok: false, code: "session_ended" });
    expect(await everything()).toEqual(before);
  });

  it("waits while Matomo itself changes permissions of anonymous", async () => {
    const { person, ids } = await everythingWrong();
    const rows = await accessRows();
    await rawRun("INSERT INTO `matomo_locks` (`key`, `value`, expiry_time) VALUES (?, 'matomo', ?)", [
      "UsersManager.changePermissionsanonymous",
      Math.floor(Date.now() / 1000) + 60,
    ]);
    const mending = mend(command, person, ids);
    await sleep(400);
    expect(await accessRows()).toEqual(rows);
    await rawRun("DELETE FROM `matomo_locks`");
    expect(await mending).toMatchObject({ ok: true, data: { mendedCount: 1 } });
  });

  it("writes nothing when a part of it fails", async () => {
    const { person, ids } = await everythingWrong();
    const before = { ...(await everything()), kinds: await kinds() };
    await rawRun("ALTER TABLE portal_outbox RENAME TO portal_outbox_away");
    const result = await mend(command, person, ids).finally(() =>
      rawRun("ALTER TABLE portal_outbox_away RENAME TO portal_outbox"),
    );
    expect(result).toMatchObject({ ok: false });
    expect({ ...(await everything()), kinds: await kinds() }).toEqual(before);
  });
});
