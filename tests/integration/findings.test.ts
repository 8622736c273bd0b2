import { describe, expect, it } from "vitest";
import { runWatch } from "@/lib/domain/watch/run-watch";
import type { FindingKind } from "@/lib/ledger/facts/finding-terms";
import { parseFindingDetail } from "@/lib/ledger/facts/seen-schema";
import { MINUTE_MS } from "@/lib/platform/clock";
import { anonymousAccess, aPendingInvite, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { dialect, hasInvites, rawRun, testDb, useDatabase } from "@/tests/support/database";
import { makePrivate, publish, signIn } from "@/tests/support/people";
import { auditOf, everything, expectChainHolds, mailFacts, mails } from "@/tests/support/state";
import { watchUntilBelieved } from "@/tests/support/watch";

useDatabase();

const watch = () => runWatch();
const findings = (kind?: FindingKind) =>
  testDb().finding.findMany({ where: { kind }, orderBy: [{ kind: "asc" }, { subject: "asc" }] });

/** Whatever was said of findings by mail, in mails of their own and in alerts that sites became public. */
async function told() {
  const alone = (await mailFacts("finding")).flatMap(({ also, ...first }) => [first, ...also]);
  return [...(await mailFacts("public-outside")).flatMap(({ also }) => also), ...alone];
}

/** A portal that watches, with two Super Users who hear. */
async function watching(): Promise<void> {
  await aSuperUser({ login: "anna" });
  await aSuperUser({ login: "jonas" });
  await watch();
}

describe("each kind of what is wrong has its own row, audit event and alert, once", () => {
  const oneSite: [FindingKind, string, (id: number) => Promise<unknown>][] = [
    ["writable", "write", (id) => anonymousAccess(id, { access: "write" })],
    ["writable", "admin", (id) => anonymousAccess(id, { access: "admin" })],
    ["writable", "superuser", (id) => anonymousAccess(id, { access: "superuser" })],
    ["other-spelling", '"Anonymous"', (id) => anonymousAccess(id, { login: "Anonymous" })],
    ["duplicate-rows", "2 rows", async (id) => [await anonymousAccess(id), await anonymousAccess(id)]],
    ["null-access", "1 row", (id) => anonymousAccess(id, { access: null })],
    ["unclear-access", '"VIEW"', (id) => anonymousAccess(id, { access: "VIEW" })],
    ["unclear-access", '"view "', (id) => anonymousAccess(id, { access: "view " })],
    ["unclear-access", '"tagmanager_write"', (id) => anonymousAccess(id, { access: "tagmanager_write" })],
  ];
  it.each(oneSite)("%s: %s", async (kind, detail, doIt) => {
    await watching();
    const id = await aSite({ name: "Shop" });
    await doIt(id);

    expect(await watch()).toMatchObject({ opened: 1 });
    expect(await watch()).toMatchObject({ opened: 0, changed: 0, closed: 0 });

    expect(await findings(kind)).toMatchObject([{ subject: String(id), detail, acknowledgedAt: null }]);
    expect(await auditOf("finding.opened")).toEqual([
      {
        type: "finding.opened",
        finding: kind,
        siteIds: [id],
        sites: [expect.objectContaining({ id, name: "Shop" })],
        details: { [id]: detail },
      },
    ]);
    expect(await told()).toMatchObject([
      {
        finding: kind,
        phase: "found",
        total: 1,
        detail: null,
        sites: [{ id, name: "Shop", detail: parseFindingDetail(detail) }],
      },
    ]);
    expect(await testDb().outboxMail.count()).toBe(2);
    await expectChainHolds();
  });

  it("orphan-rows: rows of a site that is gone, whatever they say, make nothing public", async () => {
    await watching();
    await anonymousAccess(4711, { access: null });
    await anonymousAccess(4711, { login: "ANONYMOUS", access: "admin" });
    expect(await watch()).toMatchObject({ public: 0, appeared: 0, opened: 1 });
    expect(await mailFacts("finding")).toMatchObject([
      {
        finding: "orphan-rows",
        total: 1,
        sites: [{ id: 4711, name: "Site 4711 (deleted in Matomo)", detail: { type: "rows", count: 2 } }],
      },
    ]);
    expect(await findings()).toMatchObject([{ kind: "orphan-rows", subject: "4711", detail: "2 rows" }]);
  });

  const user: [FindingKind, string | null, string][] = [
    ["anonymous-missing", null, "DELETE FROM `matomo_user` WHERE login = 'anonymous'"],
    ["anonymous-missing", null, "UPDATE `matomo_user` SET login = 'nobody' WHERE login = 'anonymous'"],
    ["anonymous-renamed", '"Anonymous"', "UPDATE `matomo_user` SET login = 'Anonymous' WHERE login = 'anonymous'"],
    ["anonymous-can-sign-in", "password", "UPDATE `matomo_user` SET password = ' ' WHERE login = 'anonymous'"],
    [
      "anonymous-can-sign-in",
      "second factor",
      "UPDATE `matomo_user` SET twofactor_secret = 'ABC' WHERE login = 'anonymous'",
    ],
    [
      "anonymous-super-user",
      "superuser_access = 1",
      "UPDATE `matomo_user` SET superuser_access = 1 WHERE login = 'anonymous'",
    ],
  ];
  it.each(user)("%s: %s, by %s, and when it is mended", async (kind, detail, sql) => {
    await watching();
    await rawRun(sql);
    expect(await watch()).toMatchObject({ opened: 1, roster: 0 });
    expect(await watch()).toMatchObject({ opened: 0 });
    expect(await findings()).toMatchObject([{ kind, subject: "", detail: detail ?? "" }]);
    expect(await auditOf("finding.opened")).toMatchObject([
      { finding: kind, siteIds: [], details: { "": detail ?? "" } },
    ]);

    await rawRun("DELETE FROM `matomo_user` WHERE login IN ('anonymous', 'nobody')");
    await rawRun(
      "INSERT INTO `matomo_user` (login, password, email) VALUES ('anonymous', '', 'anonymous@example.org')",
    );
    expect(await watch()).toMatchObject({ closed: 1 });
    expect(await findings()).toEqual([]);
    expect(await auditOf("finding.closed")).toMatchObject([{ finding: kind, siteIds: [] }]);
    expect(await mailFacts("finding")).toMatchObject([
      { finding: kind, phase: "found", sites: [], total: 0, detail: parseFindingDetail(detail ?? "") },
      { finding: kind, phase: "mended", sites: [], total: 0, detail: parseFindingDetail(detail ?? "") },
    ]);
    expect(await mails("finding")).toHaveLength(4);
  });

  it.runIf(hasInvites)("anonymous-can-sign-in: an invitation", async () => {
    await watching();
    await rawRun("DELETE FROM `matomo_user` WHERE login = 'anonymous'");
    await aPendingInvite({ login: "anonymous" });
    expect(await watch()).toMatchObject({ opened: 1 });
    expect(await findings()).toMatchObject([{ kind: "anonymous-can-sign-in", detail: "invitation" }]);
  });

  it("one odd change is one mail for each Super User, which says all of it, the worst first", async () => {
    await watching();
    const ids = [await aSite({ name: "B" }), await aSite({ name: "A" })];
    for (const id of ids) {
      await anonymousAccess(id);
      await anonymousAccess(id, { login: "Anonymous", access: "admin" });
      await anonymousAccess(id, { access: null });
    }
    expect(await watch()).toMatchObject({ appeared: 2, opened: 8 });
    expect(await testDb().outboxMail.count()).toBe(2);
    const [{ also } = { also: [] }] = await mailFacts("public-outside");
    expect(also.map(({ finding, total }) => [finding, total])).toEqual([
      ["writable", 2],
      ["null-access", 2],
      ["other-spelling", 2],
      ["duplicate-rows", 2],
    ]);
    expect(also[0]?.sites.map(({ name, detail }) => [name, detail])).toEqual([
      ["A", parseFindingDetail("admin")],
      ["B", parseFindingDetail("admin")],
    ]);
    expect(await auditOf("finding.opened")).toHaveLength(4);
  });

  it("what one watch finds on sites that were public already is one mail, framed by the worst", async () => {
    await watching();
    const [id, other] = [await aSite({ name: "Shop" }), await aSite({ name: "Blog" })];
    await anonymousAccess(id);
    await watch();
    await anonymousAccess(id, { login: "Anonymous", access: "admin" });
    await anonymousAccess(other, { access: "VIEW" });
    expect(await watch()).toMatchObject({ appeared: 0, opened: 4 });
    expect(await mailFacts("finding")).toMatchObject([
      {
        finding: "writable",
        sites: [{ name: "Shop" }],
        also: [
          { finding: "other-spelling", sites: [{ name: "Shop" }] },
          { finding: "duplicate-rows", sites: [{ name: "Shop" }] },
          { finding: "unclear-access", sites: [{ name: "Blog" }] },
        ],
      },
    ]);
    expect(await mails("finding")).toHaveLength(2);
  });

  it("on a site that appeared is said there, on another one in a mail of its own", async () => {
    await watching();
    const [known, fresh] = [await aSite(), await aSite()];
    await anonymousAccess(known);
    await watch();
    await rawRun("UPDATE `matomo_access` SET access = 'write'");
    await anonymousAccess(fresh, { access: "admin" });
    expect(await watch()).toMatchObject({ appeared: 1, opened: 2 });
    const appeared = (await mailFacts("public-outside")).at(-1);
    expect(appeared?.also).toMatchObject([{ finding: "writable", total: 1, sites: [{ id: fresh }] }]);
    expect(await mailFacts("finding")).toMatchObject([
      { finding: "writable", total: 1, sites: [{ id: known }], also: [] },
    ]);
  });
});

describe("spellings count as the database compares them", () => {
  it.runIf(dialect === "mysql").each(["ANONYMOUS", "ānonymoüs", "anonymous "])(
    "%j gives access, so it is public and another spelling",
    async (login) => {
      await watching();
      await anonymousAccess(await aSite(), { login });
      expect(await watch()).toMatchObject({ public: 1, appeared: 1, opened: 1 });
      expect(await findings("other-spelling")).toMatchObject([{ detail: JSON.stringify(login) }]);
    },
  );

  it.each([" anonymous", "anonymous2", "someone"])("%j is somebody else and no finding", async (login) => {
    await watching();
    await anonymousAccess(await aSite(), { login, access: "admin" });
    await anonymousAccess(4711, { login, access: null });
    expect(await watch()).toMatchObject({ public: 0, appeared: 0, opened: 0 });
  });

  it("a spelled row that gives nothing is no other spelling", async () => {
    await watching();
    await anonymousAccess(await aSite(), { login: "Anonymous", access: "noaccess" });
    expect(await watch()).toMatchObject({ public: 0, opened: 0 });
  });
});

describe("what changes and what ends", () => {
  it("a higher level is told by mail, a lower one is in the audit log alone", async () => {
    await watching();
    const id = await aSite();
    await anonymousAccess(id, { access: "write" });
    await watch();
    const [{ since } = { since: null }] = await findings("writable");

    await rawRun("UPDATE `matomo_access` SET access = 'admin'");
    expect(await watch()).toMatchObject({ opened: 0, changed: 1, closed: 0 });
    await rawRun("UPDATE `matomo_access` SET access = 'write'");
    expect(await watch()).toMatchObject({ changed: 1 });
    expect(await watch()).toMatchObject({ changed: 0 });

    expect(await auditOf("finding.changed")).toMatchObject([
      { finding: "writable", siteIds: [id], details: { [id]: "admin" } },
      { finding: "writable", siteIds: [id], details: { [id]: "write" } },
    ]);
    expect((await told()).map(({ phase, sites }) => [phase, sites[0]?.detail])).toEqual([
      ["found", parseFindingDetail("write")],
      ["worse", parseFindingDetail("admin")],
    ]);
    expect(await findings("writable")).toMatchObject([{ since, detail: "write" }]);
  });

  it("of many sites that changed the mail names those that got worse", async () => {
    await watching();
    const [worse, better] = [await aSite(), await aSite()];
    await anonymousAccess(worse, { access: "write" });
    await anonymousAccess(better, { access: "admin" });
    await watch();
    await rawRun("UPDATE `matomo_access` SET access = CASE access WHEN 'write' THEN 'admin' ELSE 'write' END");
    expect(await watch()).toMatchObject({ changed: 2 });
    expect(await auditOf("finding.changed")).toMatchObject([{ siteIds: [worse, better] }]);
    expect(await told()).toMatchObject([{ phase: "found" }, { phase: "worse", total: 1, sites: [{ id: worse }] }]);
  });

  it("more rows of a duplicate are recorded and not mailed again", async () => {
    await watching();
    const id = await aSite();
    await anonymousAccess(id);
    await anonymousAccess(id);
    await watch();
    await anonymousAccess(id);
    expect(await watch()).toMatchObject({ changed: 1 });
    expect(await auditOf("finding.changed")).toMatchObject([{ details: { [id]: "3 rows" } }]);
    expect(await told()).toHaveLength(1);
  });

  it("a NULL row that is gone is told by mail: Matomo works again; other closings are in the audit log alone", async () => {
    await watching();
    const [broken, unclear] = [await aSite(), await aSite()];
    await anonymousAccess(broken, { access: null });
    await anonymousAccess(unclear, { access: "VIEW" });
    await anonymousAccess(4711);
    await watch();
    await rawRun("DELETE FROM `matomo_access`");
    expect(await watch()).toMatchObject({ closed: 3 });
    expect(await watch()).toMatchObject({ closed: 0 });
    expect(await findings()).toEqual([]);
    expect((await auditOf("finding.closed")).map(({ finding, siteIds }) => [finding, siteIds])).toEqual([
      ["null-access", [broken]],
      ["unclear-access", [unclear]],
      ["orphan-rows", [4711]],
    ]);
    expect((await mailFacts("finding")).filter(({ phase }) => phase === "mended")).toMatchObject([
      { finding: "null-access", total: 1, sites: [{ id: broken }] },
    ]);
  });

  it("a public site's findings end with it, and what comes after is heard anew", async () => {
    await watching();
    const id = await aSite();
    await anonymousAccess(id, { access: "admin" });
    await watch();
    await rawRun("DELETE FROM `matomo_access`");
    expect(await watch()).toMatchObject({ vanished: 0, closed: 0 });
    expect(await watchUntilBelieved()).toMatchObject({ vanished: 1, closed: 1 });
    expect(await findings()).toEqual([]);
    expect(await auditOf("finding.closed")).toMatchObject([{ finding: "writable", siteIds: [id] }]);
    await anonymousAccess(id, { access: "admin" });
    expect(await watch()).toMatchObject({ appeared: 1, opened: 1 });
    expect(await told()).toMatchObject([{ finding: "writable" }, { finding: "writable" }]);
  });

  it("a worse level is heard although the last one ended unseen just before the portal published the site", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    await watch();
    const id = await aSite();
    await anonymousAccess(id, { access: "admin" });
    await watch();
    await rawRun("DELETE FROM `matomo_access`");
    await publish(anna, [id]);
    await rawRun("UPDATE `matomo_access` SET access = 'admin'");
    expect(await watch()).toMatchObject({ opened: 1 });
    expect(await told()).toMatchObject([{ finding: "writable" }, { finding: "writable" }]);
  });

  it("making a site private in the portal leaves no finding about it, and nothing to tell for the watch", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    await watch();
    const id = await aSite();
    await anonymousAccess(id, { login: "Anonymous", access: "admin" });
    await anonymousAccess(id);
    await watch();
    expect((await findings()).map(({ kind }) => kind)).toEqual([
      "duplicate-rows",
      "other-spelling",
      "public-outside",
      "writable",
    ]);
    await makePrivate(anna, [id]);
    expect(await findings()).toEqual([]);
    expect(await watch()).toMatchObject({ opened: 0, closed: 0, vanished: 0 });
    expect(await auditOf("finding.closed")).toEqual([]);
  });
});

describe("at the same moment", () => {
  it("is told once though five watches run at once", async () => {
    await watching();
    await anonymousAccess(await aSite(), { access: "admin" });
    await anonymousAccess(await aSite(), { access: null });
    const counts = await Promise.all([watch(), watch(), watch(), watch(), watch()]);
    expect(counts.map((count) => count.opened).sort()).toEqual([0, 0, 0, 0, 2]);
    expect(await told()).toMatchObject([{ finding: "writable" }, { finding: "null-access" }]);
    expect(await testDb().outboxMail.count()).toBe(4);
    await rawRun("DELETE FROM `matomo_access`");
    expect(await watch()).toMatchObject({ closed: 1, vanished: 0 });
    freezeClock(new Date().toISOString());
    advance(MINUTE_MS);
    const after = await Promise.all([watch(), watch(), watch(), watch(), watch()]);
    expect(after.map((count) => count.closed).sort()).toEqual([0, 0, 0, 0, 1]);
    expect(await auditOf("finding.closed")).toHaveLength(2);
    await expectChainHolds();
  });

  it("nothing of a watch stays when a part of it fails", async () => {
    await watching();
    await anonymousAccess(await aSite(), { access: "admin" });
    const before = await everything();
    await rawRun("ALTER TABLE portal_outbox RENAME TO portal_outbox_away");
    const failed = watch().finally(() => rawRun("ALTER TABLE portal_outbox_away RENAME TO portal_outbox"));
    await expect(failed).rejects.toThrow();
    expect(await everything()).toEqual(before);
    expect(await findings()).toEqual([]);
    expect(await watch()).toMatchObject({ appeared: 1, opened: 1 });
  });
});
