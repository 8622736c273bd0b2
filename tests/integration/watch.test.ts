import { describe, expect, it } from "vitest";
import { runWithRecentAuth } from "@/lib/auth/command";
import { blockCommand } from "@/lib/domain/public-access/commands";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { DAY_MS, HOUR_MS } from "@/lib/platform/clock";
import { statementsOf } from "@/tests/bench/count-statements";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { hasInvites, rawRun, testDb, useDatabase } from "@/tests/support/database";
import { leaseOf } from "@/tests/support/leases";
import { publish, signIn } from "@/tests/support/people";
import { accessRows, auditOf, everything, expectChainHolds, mailFacts, mails } from "@/tests/support/state";
import { watchUntilBelieved } from "@/tests/support/watch";

useDatabase();

const watch = () => runWatch();

/** Everything a watch counts, when it found nothing. */
const NOTHING = {
  ...{ public: 0, baseline: 0, appeared: 0, vanished: 0, expired: 0, blocked: 0 },
  ...{ opened: 0, changed: 0, closed: 0, roster: 0, warned: 0 },
};

async function twoSuperUsers() {
  await aSuperUser({ login: "anna" });
  await aSuperUser({ login: "jonas" });
}

describe("the first watch", () => {
  it("records what is public already as before-portal and announces it once", async () => {
    await twoSuperUsers();
    const ids = [await aSite({ name: "B" }), await aSite({ name: "A" })];
    await aSite();
    for (const id of ids) await anonymousAccess(id);

    expect(await watch()).toEqual({ ...NOTHING, public: 2, baseline: 2 });
    expect(await watch()).toEqual({ ...NOTHING, public: 2 });

    expect(await testDb().publication.findMany()).toMatchObject(
      ids.map((idsite) => ({ idsite, channel: "before-portal" })),
    );
    expect(await mails()).toMatchObject([{ kind: "baseline" }, { kind: "baseline" }]);
    expect(await mailFacts("baseline")).toMatchObject([{ total: 2, sites: [{ name: "A" }, { name: "B" }] }]);
    expect(await auditOf("public-access.baseline")).toHaveLength(1);
    await expectChainHolds();
  });

  it("tells of what is wrong already, and asks nobody about what was public before the portal", async () => {
    await twoSuperUsers();
    const [spelled, twice, plain] = [await aSite(), await aSite(), await aSite()];
    await anonymousAccess(spelled, { login: "Anonymous" });
    await anonymousAccess(twice);
    await anonymousAccess(twice);
    await anonymousAccess(plain);

    expect(await watch()).toEqual({ ...NOTHING, public: 3, baseline: 3, opened: 2 });
    expect(await watch()).toEqual({ ...NOTHING, public: 3 });

    expect(await testDb().finding.findMany({ orderBy: { kind: "asc" } })).toMatchObject([
      { kind: "duplicate-rows", subject: String(twice), detail: "2 rows" },
      { kind: "other-spelling", subject: String(spelled), detail: '"Anonymous"' },
    ]);
    expect((await mails()).map((mail) => mail.kind).sort()).toEqual([
      "baseline",
      "baseline",
      ...Array(2).fill("finding"),
    ]);
  });

  it("sends no mail when nothing is public", async () => {
    await twoSuperUsers();
    await aSite();
    await watch();
    expect(await mails()).toEqual([]);
    expect(await auditOf("public-access.baseline")).toMatchObject([{ siteIds: [] }]);
  });

  it("is made up for by the portal's first change: what was public before is before-portal", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    const [old, fresh] = [await aSite(), await aSite()];
    await anonymousAccess(old);
    await publish(anna, [fresh]);
    expect(await testDb().publication.findMany({ orderBy: { idsite: "asc" } })).toMatchObject([
      { channel: "before-portal" },
      { channel: "portal" },
    ]);
    expect((await mails()).map((mail) => mail.kind).sort()).toEqual(["baseline", "made-public"]);
    expect(await watch()).toMatchObject({ baseline: 0, appeared: 0 });
  });
});

describe("what changes outside the portal", () => {
  it("is announced once to every Super User when a site becomes public, in any spelling and level", async () => {
    await twoSuperUsers();
    const ids = [await aSite(), await aSite(), await aSite()];
    await watch();
    await anonymousAccess(ids[0] ?? 0);
    await anonymousAccess(ids[1] ?? 0, { login: "ANONYMOUS" });
    await anonymousAccess(ids[2] ?? 0, { access: "admin" });

    expect(await watch()).toMatchObject({ appeared: 3 });
    expect(await watch()).toMatchObject({ appeared: 0 });

    expect(await mails("public-outside")).toHaveLength(2);
    expect(await auditOf("public-access.granted-outside")).toMatchObject([{ siteIds: ids }]);
    expect(await testDb().publication.findMany()).toMatchObject(
      ids.map(() => ({ channel: "outside", grantedBy: null })),
    );
    expect(await testDb().finding.findMany({ where: { kind: "public-outside" } })).toMatchObject(
      ids.map((id) => ({ subject: String(id), acknowledgedAt: null })),
    );
  });

  it("is announced once when a site becomes private", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    const id = await aSite({ name: "Shop" });
    await publish(anna, [id]);
    await rawRun("DELETE FROM `matomo_access`");

    expect(await watchUntilBelieved()).toMatchObject({ vanished: 1 });
    expect(await watch()).toMatchObject({ vanished: 0 });

    expect(await mailFacts("private-outside")).toMatchObject([{ sites: [{ id, name: "Shop" }] }]);
    expect(await testDb().publication.count()).toBe(0);
    expect(await mails("private-outside")).toHaveLength(1);
  });

  it("is announced when a public site was deleted in Matomo", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    const id = await aSite();
    await publish(anna, [id]);
    await rawRun("DELETE FROM `matomo_site`");
    expect(await watchUntilBelieved()).toMatchObject({ vanished: 1 });
    expect(await mailFacts("private-outside")).toMatchObject([
      { sites: [{ id, name: `Site ${id} (deleted in Matomo)` }] },
    ]);
  });

  it("is announced once though five watches run at once", async () => {
    await twoSuperUsers();
    const id = await aSite();
    await watch();
    await anonymousAccess(id);
    const counts = await Promise.all([watch(), watch(), watch(), watch(), watch()]);
    expect(counts.map((count) => count.appeared).sort()).toEqual([0, 0, 0, 0, 1]);
    expect(await mails("public-outside")).toHaveLength(2);
    await expectChainHolds();
  });

  it("never takes a grant made in the portal at the same moment for drift", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    await watch();
    for (let round = 0; round < 5; round++) {
      const id = await aSite();
      await Promise.all([publish(anna, [id]), watch(), watch()]);
    }
    expect(await mails("public-outside")).toEqual([]);
    expect(await mails("private-outside")).toEqual([]);
    expect(await mails("made-public")).toHaveLength(5);
  });

  it("is recorded before a site that vanished unseen is published again, whose alert says what is so now", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    const id = await aSite();
    await publish(anna, [id], { endsOn: "2030-12-31" });
    await rawRun("DELETE FROM `matomo_access`");
    await publish(anna, [id]);
    expect(await auditOf("public-access.revoked-outside")).toMatchObject([{ siteIds: [id] }]);
    expect(await mails("private-outside")).toEqual([]);
    expect(await mails("made-public")).toHaveLength(2);
    expect(await testDb().publication.findMany()).toMatchObject([{ idsite: id, until: null, missingSince: null }]);
    expect(await watchUntilBelieved()).toMatchObject({ appeared: 0, vanished: 0 });
  });
});

describe("end dates", () => {
  it("make a site private when they come, with an alert, and not a moment earlier", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    const [ending, staying] = [await aSite(), await aSite()];
    await publish(anna, [ending], { endsOn: "2026-11-24" });
    await publish(anna, [staying]);

    advance(DAY_MS + 12 * 3_600_000 - 1);
    expect(await watch()).toMatchObject({ expired: 0, public: 2 });
    advance(1);
    expect(await watch()).toMatchObject({ expired: 1, public: 1 });
    expect(await watch()).toMatchObject({ expired: 0 });

    expect(await accessRows()).toEqual([[staying, "anonymous", "view"]]);
    expect(await auditOf("public-access.revoked")).toMatchObject([{ siteIds: [ending], cause: "expired" }]);
    expect(await mailFacts("made-private")).toMatchObject([{ actor: null, sites: [{ id: ending }] }]);
  });
});

describe("ends that are near", () => {
  it("are warned of by the watch, once, and make it quiet again", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    await publish(anna, [await aSite()], { endsOn: "2026-12-20" });
    expect(await watch()).toEqual({ ...NOTHING, public: 1 });
    advance(21 * DAY_MS);
    expect(await watch()).toEqual({ ...NOTHING, public: 1, warned: 1 });
    expect(await watch()).toEqual({ ...NOTHING, public: 1 });
    expect(await mails("end-near")).toHaveLength(1);
  });
});

describe("the block", () => {
  it("makes private what appears while it is on, after it was heard, and leaves no finding behind", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    await aSuperUser({ login: "jonas" });
    const [id, other] = [await aSite({ name: "Shop" }), await aSite()];
    await watch();
    expect(await runWithRecentAuth(blockCommand, anna.context, {})).toMatchObject({ ok: true });
    expect(await watch()).toEqual(NOTHING);
    await anonymousAccess(id, { access: "admin" });
    await anonymousAccess(other);

    expect(await watch()).toEqual({ ...NOTHING, appeared: 2, opened: 1, blocked: 2 });
    expect(await watch()).toEqual(NOTHING);

    expect(await accessRows()).toEqual([]);
    expect(await testDb().finding.count()).toBe(0);
    expect(await auditOf("public-access.granted-outside")).toMatchObject([{ siteIds: [id, other] }]);
    expect(await auditOf("finding.opened")).toMatchObject([{ finding: "writable", siteIds: [id] }]);
    expect(await auditOf("public-access.revoked")).toMatchObject([{ siteIds: [id, other], cause: "locked" }]);
    expect(await mailFacts("made-private")).toMatchObject([{ total: 2, actor: null, cause: "locked" }]);
    expect(await mails("public-outside")).toHaveLength(2);
  });
});

describe("the roster", () => {
  it("is guarded by the watch: a Super User who came is heard of, and a quiet look after that writes nothing", async () => {
    await twoSuperUsers();
    await watch();
    await aSuperUser({ login: "samira" });
    expect(await watch()).toEqual({ ...NOTHING, roster: 1 });
    expect(await watch()).toEqual(NOTHING);
    expect(await mails("roster-changed")).toHaveLength(3);
  });
});

describe("the lease", () => {
  it("E37: a watch that was overtaken writes nothing, and the one that holds it tells all", async () => {
    await twoSuperUsers();
    await watch();
    await anonymousAccess(await aSite());
    const late = await leaseOf("watch");
    const lease = await leaseOf("watch", new Date(Date.now() + HOUR_MS));
    const before = await everything();
    await expect(runWatch({ lease: late })).rejects.toMatchObject({
      code: "lease_lost",
    });
    expect(await everything()).toEqual(before);
    expect(await runWatch({ lease })).toMatchObject({
      appeared: 1,
    });
  });
});

describe("a quiet watch", () => {
  it("only reads, with as many statements over 300 public sites as over 1", async () => {
    await twoSuperUsers();
    const first = await aSite();
    await anonymousAccess(first);
    await watch();
    const overOne = await statementsOf(watch);
    for (let more = 1; more < 300; more++) await aSite();
    await rawRun(
      "INSERT INTO `matomo_access` (login, idsite, access) SELECT 'anonymous', idsite, 'admin' FROM `matomo_site` WHERE idsite > ?",
      [first],
    );
    expect(await watch()).toMatchObject({ appeared: 299, opened: 299 });
    const overAll = await statementsOf(watch);
    expect(overAll.length).toBe(overOne.length);
    expect(overAll.filter((sql) => !/^\s*(SELECT|SHOW|PRAGMA)/i.test(sql))).toEqual([]);
  });

  it("takes as many statements to hear of 300 sites as of 2", async () => {
    await twoSuperUsers();
    await watch();
    const hear = async (count: number) => {
      const first = await aSite();
      for (let more = 1; more < count; more++) await aSite();
      await rawRun(
        "INSERT INTO `matomo_access` (login, idsite, access) SELECT 'Anonymous', idsite, 'write' FROM `matomo_site` WHERE idsite >= ?",
        [first],
      );
      return (await statementsOf(watch)).length;
    };
    const two = await hear(2);
    expect(await hear(300)).toBe(two);
  });
});

describe("a watch that cannot read", () => {
  it.each(["`matomo_access`", "`matomo_site`", "`matomo_user`", "`portal_publication`", "`portal_finding`"])(
    "%s fails; it is never an empty watch",
    async (table) => {
      const anna = await signIn(await aSuperUser({ login: "anna" }));
      await publish(anna, [await aSite()]);
      await watch();
      const before = await everything();
      const away = table.replace(/`$/, "_away`");
      await rawRun(`ALTER TABLE ${table} RENAME TO ${away}`);
      await expect(watch().finally(() => rawRun(`ALTER TABLE ${away} RENAME TO ${table}`))).rejects.toMatchObject({
        code: "schema_not_understood",
      });
      expect(await everything()).toEqual(before);
    },
  );

  it.each([
    ["access", "access"],
    ["access", "login"],
    ["site", "idsite"],
    ["user", "superuser_access"],
    ["user", "twofactor_secret"],
    ...(hasInvites ? [["user", "invite_token"]] : []),
  ])("the table %s without its column %s fails too", async (table, column) => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    await publish(anna, [await aSite()]);
    await watch();
    const before = await everything();
    const rename = (from: string, to: string) =>
      rawRun(`ALTER TABLE \`matomo_${table}\` RENAME COLUMN \`${from}\` TO \`${to}\``);
    await rename(column, `${column}_away`);
    await expect(watch().finally(() => rename(`${column}_away`, column))).rejects.toMatchObject({
      code: "schema_not_understood",
    });
    expect(await everything()).toEqual(before);
  });
});
