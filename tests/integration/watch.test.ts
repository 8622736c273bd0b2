import { describe, expect, it } from "vitest";
import { DAY_MS } from "@/lib/clock";
import { runWatch } from "@/lib/watch/run-watch";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { publish, signIn } from "@/tests/support/people";
import { accessRows, auditOf, everything, expectChainHolds, mailFacts, mails } from "@/tests/support/state";

useDatabase();

const AT_ONCE = 0;
const watch = () => runWatch(AT_ONCE);

async function twoSuperUsers() {
  await aSuperUser({ login: "anna" });
  await aSuperUser({ login: "jonas" });
}

describe("the first watch", () => {
  it("records what is public already as before-portal and announces it once", async () => {
    await twoSuperUsers();
    const ids = [await aSite({ name: "B" }), await aSite({ name: "A" })];
    await aSite();
    await anonymousAccess(ids[0] ?? 0, { login: "Anonymous" });
    await anonymousAccess(ids[1] ?? 0);
    await anonymousAccess(ids[1] ?? 0);

    expect(await watch()).toEqual({ public: 2, baseline: 2, appeared: 0, vanished: 0, expired: 0 });
    expect(await watch()).toEqual({ public: 2, baseline: 0, appeared: 0, vanished: 0, expired: 0 });

    expect(await testDb().publication.findMany()).toMatchObject(
      ids.map((idsite) => ({ idsite, channel: "before-portal" })),
    );
    expect(await mails()).toMatchObject([{ kind: "baseline" }, { kind: "baseline" }]);
    expect(await mailFacts("baseline")).toMatchObject([{ total: 2, sites: [{ name: "A" }, { name: "B" }] }]);
    expect(await auditOf("public-access.baseline")).toHaveLength(1);
    await expectChainHolds();
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
  });

  it("is announced once when a site becomes private", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    const id = await aSite({ name: "Shop" });
    await publish(anna, [id]);
    await rawRun("DELETE FROM `matomo_access`");

    expect(await watch()).toMatchObject({ vanished: 1 });
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
    expect(await watch()).toMatchObject({ vanished: 1 });
    expect(await mailFacts("private-outside")).toMatchObject([
      { sites: [{ id, name: `Site ${id} (deleted in Matomo)` }] },
    ]);
  });

  it("is not believed to be private when a second look finds it public again", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    const id = await aSite();
    await publish(anna, [id]);
    await rawRun("DELETE FROM `matomo_access`");
    const watching = runWatch(400);
    await new Promise((resolve) => setTimeout(resolve, 150));
    await anonymousAccess(id);
    expect(await watching).toMatchObject({ vanished: 0, appeared: 0 });
    expect(await mails("private-outside")).toEqual([]);
    expect(await testDb().publication.count()).toBe(1);
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

  it("is heard before a site that vanished unseen is published again", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    const id = await aSite();
    await publish(anna, [id]);
    await rawRun("DELETE FROM `matomo_access`");
    await publish(anna, [id]);
    expect(await mails("private-outside")).toHaveLength(1);
    expect(await mails("made-public")).toHaveLength(2);
    expect(await watch()).toMatchObject({ appeared: 0, vanished: 0 });
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

describe("a watch that cannot read", () => {
  it.each(["`matomo_access`", "`matomo_site`", "`portal_publication`"])(
    "%s fails; it is never an empty watch",
    async (table) => {
      const anna = await signIn(await aSuperUser({ login: "anna" }));
      await publish(anna, [await aSite()]);
      const before = await everything();
      const away = table.replace(/`$/, "_away`");
      await rawRun(`ALTER TABLE ${table} RENAME TO ${away}`);
      await expect(watch().finally(() => rawRun(`ALTER TABLE ${away} RENAME TO ${table}`))).rejects.toMatchObject({
        code: "schema_not_understood",
      });
      expect(await everything()).toEqual(before);
    },
  );
});
