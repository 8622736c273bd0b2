import { describe, expect, it } from "vitest";
import { revokeByPortal } from "@/lib/domain/public-access/revoke";
import { MINUTE_MS, now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/transaction";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { BROWSER, makePrivate, publish, signIn } from "@/tests/support/people";
import { accessRows, auditOf, everything, expectChainHolds, mailFacts, mails } from "@/tests/support/state";

useDatabase();

async function anna() {
  const user = await aSuperUser({ login: "anna" });
  await aSuperUser({ login: "jonas" });
  return signIn(user);
}

describe("making sites private", () => {
  it("takes every row of anonymous, forgets the publication, records and alerts, in one go", async () => {
    const person = await anna();
    const [one, other] = [await aSite({ name: "Shop" }), await aSite()];
    await publish(person, [one, other]);
    await anonymousAccess(one, { login: "Anonymous", access: "admin" });
    await anonymousAccess(one);
    await rawRun("INSERT INTO `matomo_access` (login, idsite, access) VALUES ('viewer', ?, 'view')", [one]);

    const result = await makePrivate(person, [one]);

    expect(result).toMatchObject({
      ok: true,
      data: { revokedCount: 1, revoked: [{ id: one, name: "Shop" }], mailCount: 2 },
    });
    expect(await accessRows()).toEqual([
      [one, "viewer", "view"],
      [other, "anonymous", "view"],
    ]);
    expect(await testDb().publication.findMany()).toMatchObject([{ idsite: other }]);
    expect(await auditOf("public-access.revoked")).toMatchObject([{ siteIds: [one], cause: "super-user" }]);
    expect(await mailFacts("made-private")).toMatchObject([
      { total: 1, cause: "super-user", actor: { login: "anna", ip: BROWSER.ip } },
    ]);
    expect(await mails("made-private")).toHaveLength(2);
    await expectChainHolds();
  });

  it("takes a password proven within 15 minutes, and is refused a moment later", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    const person = await anna();
    const id = await aSite();
    await publish(person, [id]);
    advance(15 * MINUTE_MS + 1);
    const before = await everything();
    expect(await makePrivate(person, [id])).toMatchObject({ ok: false, code: "step_up_required" });
    expect(await everything()).toEqual(before);
    expect(await auditOf("action.refused")).toMatchObject([{ action: "revoke", code: "step_up_required" }]);
    advance(-1);
    expect(await makePrivate(person, [id])).toMatchObject({ ok: true });
  });

  it("is refused for somebody who is no Super User any more, with nothing written", async () => {
    const person = await anna();
    const id = await aSite();
    await publish(person, [id]);
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'");
    const before = await everything();
    expect(await makePrivate(person, [id])).toMatchObject({ ok: false, code: "session_ended" });
    expect(await everything()).toEqual(before);
  });

  it("is refused as a whole when a site does not exist, naming it", async () => {
    const person = await anna();
    const id = await aSite();
    await publish(person, [id]);
    expect(await makePrivate(person, [id, id + 77])).toMatchObject({
      ok: false,
      code: "unknown_sites",
      siteIds: [id + 77],
    });
    expect(await accessRows()).toHaveLength(1);
  });

  it("says when a site was private already, and sends nothing", async () => {
    const person = await anna();
    const id = await aSite();
    expect(await makePrivate(person, [id])).toMatchObject({
      ok: true,
      data: { revokedCount: 0, alreadyPrivateCount: 1, mailCount: 0 },
    });
    expect(await mails()).toEqual([]);
  });

  it("announces a grant from outside that the watch has not seen yet before it undoes it", async () => {
    const person = await anna();
    await publish(person, [await aSite()]);
    const id = await aSite({ name: "Granted by SQL" });
    await anonymousAccess(id);
    expect(await makePrivate(person, [id])).toMatchObject({ ok: true, data: { revokedCount: 1 } });
    expect(await mailFacts("public-outside")).toMatchObject([{ sites: [{ id, name: "Granted by SQL" }] }]);
    expect(await mailFacts("made-private")).toMatchObject([{ sites: [{ id }] }]);
  });

  it("takes rows that give no access along, and forgets what was found wrong on the site", async () => {
    const person = await anna();
    const [id, other] = [await aSite(), await aSite()];
    await publish(person, [id]);
    for (const access of [null, "noaccess", "tagmanager_write"]) await anonymousAccess(id, { access });
    await anonymousAccess(other, { access: null });
    for (const site of [id, other]) {
      await rawRun(
        "INSERT INTO portal_finding (kind, subject, detail, since, event_seq) VALUES ('null-access', ?, '', '2026-11-23 12:00:00', 1)",
        [String(site)],
      );
    }
    expect(await makePrivate(person, [id])).toMatchObject({ ok: true, data: { revokedCount: 1 } });
    expect(await accessRows()).toEqual([[other, "anonymous", null]]);
    expect(await testDb().finding.findMany()).toMatchObject([{ subject: String(other) }]);
  });

  it("writes nothing when a part of it fails", async () => {
    const person = await anna();
    const id = await aSite();
    await publish(person, [id]);
    const before = await everything();
    await rawRun("ALTER TABLE portal_outbox RENAME TO portal_outbox_away");
    const result = await makePrivate(person, [id]).finally(() =>
      rawRun("ALTER TABLE portal_outbox_away RENAME TO portal_outbox"),
    );
    expect(result).toMatchObject({ ok: false });
    expect(await everything()).toEqual(before);
  });
});

describe("sites that the portal makes private by itself", () => {
  it.each([
    ["expired", "watch"],
    ["locked", "watch"],
    ["unconfirmed", "reminders"],
  ] as const)("because %s say so in event and mail, with the job that did it and no person", async (cause, job) => {
    const person = await anna();
    const [id, staying] = [await aSite({ name: "Shop" }), await aSite()];
    await publish(person, [id, staying]);

    const outcome = await inTransaction((tx) => revokeByPortal(tx, [id], cause, now()));

    expect(outcome).toMatchObject({ revokedCount: 1, revoked: [{ id, name: "Shop" }], mailCount: 2 });
    expect(await accessRows()).toEqual([[staying, "anonymous", "view"]]);
    expect(await testDb().publication.findMany()).toMatchObject([{ idsite: staying }]);
    expect(await auditOf("public-access.revoked")).toMatchObject([{ siteIds: [id], cause }]);
    expect(await testDb().auditEvent.findFirst({ where: { type: "public-access.revoked" } })).toMatchObject({
      actorType: "system",
      actorName: job,
    });
    expect(await mailFacts("made-private")).toMatchObject([{ cause, actor: null, sites: [{ id }] }]);
    await expectChainHolds();
  });

  it("and that were private already are left without a word; who is no Super User any more hears of that first", async () => {
    const person = await anna();
    const id = await aSite();
    await publish(person, [id]);
    await makePrivate(person, [id]);
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'jonas'");
    const before = (await mails("made-private")).length;
    expect(await inTransaction((tx) => revokeByPortal(tx, [id], "unconfirmed", now()))).toMatchObject({
      revokedCount: 0,
      alreadyPrivateCount: 1,
      mailCount: 0,
    });
    expect(await mails("made-private")).toHaveLength(before);
    expect((await mails("roster-changed")).map((mail) => mail.logins)).toContainEqual(["jonas"]);
  });
});
