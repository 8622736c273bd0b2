import { describe, expect, it } from "vitest";
import { readLock } from "@/lib/domain/public-access/lock-state";
import { listSites } from "@/lib/domain/public-access/queries";
import { revokeByPortal } from "@/lib/domain/public-access/revoke";
import { sitesQuerySchema } from "@/lib/domain/public-access/schema";
import { MINUTE_MS, now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/transaction";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { ask, currentPause, expectRefused, extend, resume, unlock } from "@/tests/support/emergency";
import { askToPublish, BROWSER, publish, signIn, stepUp } from "@/tests/support/people";
import { accessRows, auditOf, expectChainHolds, mailFacts, mails } from "@/tests/support/state";

useDatabase();

async function annaAndJonas() {
  const user = await aSuperUser({ login: "anna" });
  return { anna: await signIn(user), jonas: await signIn(await aSuperUser({ login: "jonas" })) };
}

describe("locking public access", () => {
  it("makes everything private at once, with one event and one mail to every Super User", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    const { anna } = await annaAndJonas();
    const ids = [await aSite({ name: "A" }), await aSite({ name: "B" })];
    await publish(anna, ids);
    await anonymousAccess(ids[0] ?? 0, { login: "Anonymous", access: null });
    await anonymousAccess(ids[1] ?? 0, { access: "admin" });

    expect(await ask.lock(anna)).toEqual({
      ok: true,
      data: { locked: true, madePrivateCount: 2, mailCount: 2 },
    });

    expect(await accessRows()).toEqual([]);
    expect(await testDb().publication.count()).toBe(0);
    expect(await testDb().finding.count()).toBe(0);
    const reason = "A visitor's name is in a page title";
    expect(await readLock(testDb())).toEqual({ by: "anna", at: "2026-11-23T12:00:00.000Z", reason });
    expect((await listSites(sitesQuerySchema.parse({}))).lock).toMatchObject({ by: "anna" });
    expect(await auditOf("public-access.locked")).toMatchObject([{ siteIds: ids, reason }]);
    expect(await mailFacts("lock-changed")).toMatchObject([
      {
        locked: true,
        reason,
        total: 2,
        sites: [{ name: "A" }, { name: "B" }],
        actor: { login: "anna", ip: BROWSER.ip },
      },
    ]);
    expect(await mails("lock-changed")).toHaveLength(2);
    await expectChainHolds();
  });

  it("announces what became public outside and unseen, and makes private, too, what Matomo may be about to write again", async () => {
    const { anna } = await annaAndJonas();
    const [seen, unseen] = [await aSite(), await aSite()];
    await publish(anna, [seen]);
    await rawRun("DELETE FROM `matomo_access`");
    await anonymousAccess(unseen);
    expect(await ask.lock(anna)).toMatchObject({ data: { madePrivateCount: 2 } });
    expect(await mailFacts("public-outside")).toMatchObject([{ sites: [{ id: unseen }] }]);
    expect(await mails("private-outside")).toEqual([]);
    expect((await auditOf("public-access.locked"))[0]?.siteIds).toEqual([seen, unseen]);
    expect(await testDb().finding.count()).toBe(0);
    expect(await testDb().publication.count()).toBe(0);
  });

  it("is possible when nothing is public; locking twice changes nothing and says locked", async () => {
    const { anna, jonas } = await annaAndJonas();
    expect(await ask.lock(anna)).toMatchObject({ data: { locked: true, madePrivateCount: 0, mailCount: 2 } });
    expect(await ask.lock(jonas)).toEqual({ ok: true, data: { locked: true, madePrivateCount: 0, mailCount: 0 } });
    expect(await readLock(testDb())).toMatchObject({ by: "anna" });
    expect(await auditOf("public-access.locked")).toHaveLength(1);
  });

  it("by two Super Users at once is one lock and one alert", async () => {
    const { anna, jonas } = await annaAndJonas();
    await publish(anna, [await aSite()]);
    const counts = (await Promise.all([ask.lock(anna), ask.lock(jonas)])).map(
      (result) => result.ok && result.data.madePrivateCount,
    );
    expect(counts.sort()).toEqual([0, 1]);
    expect(await mails("lock-changed")).toHaveLength(2);
  });

  it("takes a password proven within 15 minutes", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    const { anna } = await annaAndJonas();
    await publish(anna, [await aSite()]);
    advance(15 * MINUTE_MS + 1);
    await expectRefused("step_up_required", () => ask.lock(anna));
  });

  it("is refused for somebody who is no Super User any more", async () => {
    const { anna } = await annaAndJonas();
    await publish(anna, [await aSite()]);
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'");
    await expectRefused("session_ended", () => ask.lock(anna));
  });

  it("writes nothing when a part of it fails", async () => {
    const { anna } = await annaAndJonas();
    await publish(anna, [await aSite()]);
    await rawRun("ALTER TABLE portal_outbox RENAME TO portal_outbox_away");
    const result = await ask.lock(anna).finally(() => rawRun("ALTER TABLE portal_outbox_away RENAME TO portal_outbox"));
    expect(result).toMatchObject({ ok: false });
    expect(await readLock(testDb())).toBeNull();
    expect(await accessRows()).toHaveLength(1);
    expect(await testDb().publication.count()).toBe(1);
  });
});

describe("while public access is locked", () => {
  it("granting, extending and resuming are refused", async () => {
    const { anna } = await annaAndJonas();
    const [aside, outside] = [await aSite(), await aSite()];
    await publish(anna, [aside]);
    await ask.pause(anna);
    await ask.lock(anna);
    await anonymousAccess(outside);
    await stepUp(anna, "grant", [aside]);
    await expectRefused("access_locked", () => askToPublish(anna, [aside]));
    await stepUp(anna, "extend", [outside]);
    await expectRefused("access_locked", () => ask.extend(anna, [outside], null));
    const pauseId = await currentPause();
    await stepUp(anna, "resume", [pauseId]);
    await expectRefused("access_locked", () => ask.resume(anna, pauseId));
  });

  it("what becomes public outside is made private by the portal, which says so", async () => {
    const { anna } = await annaAndJonas();
    await ask.lock(anna);
    const id = await aSite();
    await anonymousAccess(id, { access: "write" });
    await inTransaction((tx) => revokeByPortal(tx, [id], "locked", now()));
    expect(await accessRows()).toEqual([]);
    expect(await mailFacts("public-outside")).toMatchObject([{ sites: [{ id }] }]);
    expect(await mailFacts("made-private")).toMatchObject([{ cause: "locked", actor: null, sites: [{ id }] }]);
    expect(await auditOf("public-access.revoked")).toMatchObject([{ siteIds: [id], cause: "locked" }]);
    expect(await testDb().finding.count()).toBe(0);
  });

  it("a stored lock that cannot be understood is not taken for none", async () => {
    const { anna } = await annaAndJonas();
    await ask.lock(anna);
    const id = await aSite();
    await rawRun("UPDATE portal_setting SET value = '{\"by\":1}' WHERE name = 'publishing.lock'");
    await stepUp(anna, "grant", [id]);
    expect(await askToPublish(anna, [id])).toMatchObject({ ok: false, code: "unexpected" });
    await expect(listSites(sitesQuerySchema.parse({}))).rejects.toThrow();
    expect(await accessRows()).toEqual([]);
  });
});

describe("lifting the lock", () => {
  it("brings nothing back, is recorded and alerted, and sites can be published again", async () => {
    const { anna, jonas } = await annaAndJonas();
    const id = await aSite();
    await publish(anna, [id]);
    await ask.lock(anna);

    expect(await unlock(jonas)).toEqual({ ok: true, data: { locked: false, madePrivateCount: 0, mailCount: 2 } });

    expect(await accessRows()).toEqual([]);
    expect(await readLock(testDb())).toBeNull();
    expect(await auditOf("public-access.unlocked")).toHaveLength(1);
    expect((await mailFacts("lock-changed")).at(-1)).toMatchObject({
      locked: false,
      total: 0,
      actor: { login: "jonas" },
    });
    expect(await publish(anna, [id])).toMatchObject({ ok: true, data: { grantedCount: 1 } });
    expect(await extend(anna, [id], null)).toMatchObject({ ok: true });
    await expectChainHolds();
  });

  it("takes a fresh proof of its own, used once", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    const { anna } = await annaAndJonas();
    await ask.lock(anna);
    await expectRefused("step_up_required", () => ask.unlock(anna));
    await stepUp(anna, "tighten", []);
    await expectRefused("proof_foreign", () => ask.unlock(anna));
    await stepUp(anna, "unlock", []);
    advance(2 * MINUTE_MS);
    await expectRefused("proof_expired", () => ask.unlock(anna));
    expect(await unlock(anna)).toMatchObject({ ok: true });
    await ask.lock(anna);
    await expectRefused("proof_used", () => ask.unlock(anna));
  });

  it("is refused for somebody who is no Super User any more, and writes nothing when a part of it fails", async () => {
    const { anna, jonas } = await annaAndJonas();
    await ask.lock(anna);
    await stepUp(anna, "unlock", []);
    await stepUp(jonas, "unlock", []);
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'");
    await expectRefused("session_ended", () => ask.unlock(anna));
    await rawRun("ALTER TABLE portal_outbox RENAME TO portal_outbox_away");
    const failed = await ask
      .unlock(jonas)
      .finally(() => rawRun("ALTER TABLE portal_outbox_away RENAME TO portal_outbox"));
    expect(failed).toMatchObject({ ok: false });
    expect(await readLock(testDb())).toMatchObject({ by: "anna" });
    expect(await ask.unlock(jonas)).toMatchObject({ ok: true });
  });

  it("that is not on changes nothing; a pause from before can then be resumed", async () => {
    const { anna } = await annaAndJonas();
    const id = await aSite();
    await publish(anna, [id]);
    await ask.pause(anna);
    await ask.lock(anna);
    await unlock(anna);
    expect(await unlock(anna)).toEqual({ ok: true, data: { locked: false, madePrivateCount: 0, mailCount: 0 } });
    expect(await resume(anna)).toMatchObject({ ok: true, data: { resumedCount: 1 } });
    expect(await accessRows()).toEqual([[id, "anonymous", "view"]]);
  });
});
