import { describe, expect, it } from "vitest";
import { blockPublicAccess } from "@/lib/domain/public-access/block";
import { readBlock } from "@/lib/domain/public-access/block-state";
import { readBlockView } from "@/lib/domain/public-access/block-view";
import { listSites } from "@/lib/domain/public-access/queries";
import { revokeByPortal } from "@/lib/domain/public-access/revoke";
import { sitesQuerySchema } from "@/lib/domain/public-access/schema";
import { MINUTE_MS, now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/transaction";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { ask, blockedIds, currentBlock, expectRefused, extend, unblock } from "@/tests/support/emergency";
import { askToPublish, BROWSER, publish, signIn, stepUp } from "@/tests/support/people";
import { runScript } from "@/tests/support/run-script";
import { accessRows, auditOf, expectChainHolds, mailFacts, mails } from "@/tests/support/state";

useDatabase();

const NOON = "2026-11-23T12:00:00Z";

async function annaAndJonas() {
  const user = await aSuperUser({ login: "anna" });
  return { anna: await signIn(user), jonas: await signIn(await aSuperUser({ login: "jonas" })) };
}

describe("blocking public access", () => {
  it("makes everything private at once and remembers it, with one event and one mail to every Super User", async () => {
    freezeClock(NOON);
    const { anna, jonas } = await annaAndJonas();
    const ids = [await aSite({ name: "A" }), await aSite({ name: "B" })];
    await publish(anna, ids);
    await anonymousAccess(ids[0] ?? 0, { login: "Anonymous", access: null });
    await anonymousAccess(ids[1] ?? 0, { access: "admin" });

    expect(await ask.block(jonas)).toEqual({ ok: true, data: { madePrivateCount: 2, mailCount: 2 } });

    expect(await accessRows()).toEqual([]);
    expect(await testDb().publication.count()).toBe(0);
    expect(await testDb().finding.count()).toBe(0);
    expect(await testDb().blockedPublication.findMany({ orderBy: { idsite: "asc" } })).toMatchObject(
      ids.map((idsite) => ({ idsite, channel: "portal", grantedBy: "anna", since: new Date(NOON) })),
    );
    const event = await testDb().auditEvent.findFirstOrThrow({ where: { type: "public-access.locked" } });
    const block = { id: Number(event.seq), by: "jonas", at: NOON.replace("Z", ".000Z"), reason: null };
    expect(await readBlock(testDb())).toEqual(block);
    expect((await listSites(sitesQuerySchema.parse({}))).block).toEqual(block);
    expect(await auditOf("public-access.locked")).toMatchObject([{ siteIds: ids, reason: null }]);
    expect(await mailFacts("block-changed")).toMatchObject([
      {
        ...{ on: true, reason: null, left: 0, total: 2, sites: [{ name: "A" }, { name: "B" }] },
        actor: { login: "jonas", ip: BROWSER.ip },
      },
    ]);
    expect(await mails("block-changed")).toHaveLength(2);
    await expectChainHolds();
  });

  it("announces what became public outside and unseen, and makes private, too, what Matomo may be about to write again", async () => {
    const { anna } = await annaAndJonas();
    const [seen, unseen] = [await aSite(), await aSite()];
    await publish(anna, [seen]);
    await rawRun("DELETE FROM `matomo_access`");
    await anonymousAccess(unseen);
    expect(await ask.block(anna)).toMatchObject({ data: { madePrivateCount: 2 } });
    expect(await mailFacts("public-outside")).toMatchObject([{ sites: [{ id: unseen }] }]);
    expect(await mails("private-outside")).toEqual([]);
    expect((await auditOf("public-access.locked"))[0]?.siteIds).toEqual([seen, unseen]);
    expect(await testDb().finding.count()).toBe(0);
    expect(await testDb().publication.count()).toBe(0);
    expect(await unblock(anna)).toMatchObject({ data: { restoredCount: 2 } });
    expect(await testDb().publication.findUnique({ where: { idsite: unseen } })).toMatchObject({ channel: "outside" });
  });

  it("is possible when nothing is public; blocking twice changes nothing", async () => {
    const { anna, jonas } = await annaAndJonas();
    expect(await ask.block(anna)).toMatchObject({ data: { madePrivateCount: 0, mailCount: 2 } });
    expect(await ask.block(jonas)).toEqual({ ok: true, data: { madePrivateCount: 0, mailCount: 0 } });
    expect(await readBlock(testDb())).toMatchObject({ by: "anna" });
    expect(await auditOf("public-access.locked")).toHaveLength(1);
  });

  it("again makes private what has appeared since, and neither forgets nor remembers anything", async () => {
    const { anna, jonas } = await annaAndJonas();
    const [first, appeared] = [await aSite(), await aSite()];
    await publish(anna, [first]);
    await ask.block(anna);
    for (const id of [first, appeared]) await anonymousAccess(id);
    expect(await ask.block(jonas)).toMatchObject({ data: { madePrivateCount: 2, mailCount: 2 } });
    expect(await accessRows()).toEqual([]);
    expect(await auditOf("public-access.revoked")).toMatchObject([{ siteIds: [first, appeared], cause: "locked" }]);
    expect(await blockedIds()).toEqual([first]);
    // As it was when it was blocked: not as made public outside.
    expect(await testDb().blockedPublication.findFirst()).toMatchObject({ channel: "portal" });
  });

  it("remembers nothing of a block that is over", async () => {
    const { anna } = await annaAndJonas();
    const [first, second] = [await aSite(), await aSite()];
    await publish(anna, [first]);
    await ask.block(anna);
    await unblock(anna, []);
    await publish(anna, [second]);
    await ask.block(anna);
    expect(await blockedIds()).toEqual([second]);
  });

  it("by two Super Users at once is one block and one alert", async () => {
    const { anna, jonas } = await annaAndJonas();
    const ids = [await aSite(), await aSite(), await aSite()];
    await publish(anna, ids);
    const counts = (await Promise.all([ask.block(anna), ask.block(jonas)])).map(
      (result) => result.ok && result.data.madePrivateCount,
    );
    expect(counts.sort()).toEqual([0, 3]);
    expect(await mails("block-changed")).toHaveLength(2);
    expect(await blockedIds()).toEqual(ids);
  });

  it("takes a password proven within 15 minutes, of somebody who still is a Super User", async () => {
    freezeClock(NOON);
    const { anna, jonas } = await annaAndJonas();
    await publish(anna, [await aSite()]);
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'jonas'");
    await expectRefused("session_ended", () => ask.block(jonas));
    advance(15 * MINUTE_MS + 1);
    await expectRefused("step_up_required", () => ask.block(anna));
  });

  it.each(["portal_outbox", "portal_paused"])("writes nothing when %s fails", async (table) => {
    const { anna } = await annaAndJonas();
    await publish(anna, [await aSite()]);
    await rawRun(`ALTER TABLE ${table} RENAME TO ${table}_away`);
    const result = await ask.block(anna).finally(() => rawRun(`ALTER TABLE ${table}_away RENAME TO ${table}`));
    expect(result).toMatchObject({ ok: false });
    expect(await readBlock(testDb())).toBeNull();
    expect(await accessRows()).toHaveLength(1);
    expect(await testDb().publication.count()).toBe(1);
    expect(await blockedIds()).toEqual([]);
  });

  it("by the command needs nobody: it is recorded as such and mailed to every Super User", async () => {
    const { anna } = await annaAndJonas();
    const id = await aSite();
    await publish(anna, [id]);
    const block = () => inTransaction((tx) => blockPublicAccess(tx, { by: "command", now: now() }));
    expect(await block()).toEqual({ madePrivateCount: 1, mailCount: 2 });
    expect(await block()).toEqual({ madePrivateCount: 0, mailCount: 0 });
    expect(await accessRows()).toEqual([]);
    expect(await readBlock(testDb())).toMatchObject({ by: null });
    expect(await testDb().auditEvent.findFirst({ where: { type: "public-access.locked" } })).toMatchObject({
      ...{ actorType: "system", actorName: "block" },
    });
    expect(await mailFacts("block-changed")).toMatchObject([{ on: true, actor: null, total: 1 }]);
    expect(await unblock(anna)).toMatchObject({ data: { restoredCount: 1 } });
  });

  it("is done by bin/public-access block, a process of its own, which says what it did", {
    timeout: 240_000,
  }, async () => {
    const { anna } = await annaAndJonas();
    await publish(anna, [await aSite()]);
    const mailed = await testDb().outboxMail.count();
    const { code, said } = await runScript("block", [], { ...process.env, MATOMO_URL: undefined });
    expect({ code, said }).toEqual({ code: 0, said: "Public access is blocked. 1 site made private, 2 mails queued." });
    expect(await accessRows()).toEqual([]);
    expect(await readBlock(testDb())).toMatchObject({ by: null });
    expect(await testDb().outboxMail.count()).toBe(mailed + 2);
  });
});

describe("while public access is blocked", () => {
  it("granting and extending are refused", async () => {
    const { anna } = await annaAndJonas();
    const [remembered, outside] = [await aSite(), await aSite()];
    await publish(anna, [remembered]);
    await ask.block(anna);
    await anonymousAccess(outside);
    await stepUp(anna, "grant", [remembered]);
    await expectRefused("access_blocked", () => askToPublish(anna, [remembered]));
    await stepUp(anna, "extend", [outside]);
    await expectRefused("access_blocked", () => ask.extend(anna, [outside], null));
  });

  it("what becomes public outside is made private by the portal, which says so", async () => {
    const { anna } = await annaAndJonas();
    await ask.block(anna);
    const id = await aSite();
    await anonymousAccess(id, { access: "write" });
    await inTransaction((tx) => revokeByPortal(tx, [id], "locked", now()));
    expect(await accessRows()).toEqual([]);
    expect(await mailFacts("public-outside")).toMatchObject([{ sites: [{ id }] }]);
    expect(await mailFacts("made-private")).toMatchObject([{ cause: "locked", actor: null, sites: [{ id }] }]);
    expect(await auditOf("public-access.revoked")).toMatchObject([{ siteIds: [id], cause: "locked" }]);
    expect(await testDb().finding.count()).toBe(0);
  });

  it("a stored block that cannot be understood is not taken for none", async () => {
    const { anna } = await annaAndJonas();
    await ask.block(anna);
    const id = await aSite();
    await rawRun("UPDATE portal_setting SET value = '{\"by\":1}' WHERE name = 'publishing.block'");
    await stepUp(anna, "grant", [id]);
    expect(await askToPublish(anna, [id])).toMatchObject({ ok: false, code: "unexpected" });
    await expect(listSites(sitesQuerySchema.parse({}))).rejects.toThrow();
    await expect(readBlockView()).rejects.toThrow();
    expect(await accessRows()).toEqual([]);
  });

  it("a reason can be given, by whoever proved the password within 15 minutes; who and when stay", async () => {
    freezeClock(NOON);
    const { anna, jonas } = await annaAndJonas();
    await ask.block(anna);
    const id = await currentBlock();
    const before = await readBlock(testDb());
    await expectRefused("block_changed", () => ask.explain(jonas, id + 1, "A name in a page title"));
    expect(await ask.explain(jonas, id, "A name in a page title")).toMatchObject({ ok: true });
    expect(await readBlock(testDb())).toEqual({ ...before, reason: "A name in a page title" });
    expect(await auditOf("public-access.block-explained")).toEqual([
      { type: "public-access.block-explained", reason: "A name in a page title" },
    ]);
    await unblock(jonas, []);
    expect((await mailFacts("block-changed")).at(-1)).toMatchObject({ on: false, reason: "A name in a page title" });
    await expectRefused("block_changed", () => ask.explain(anna, id, "Too late"));
    advance(15 * MINUTE_MS + 1);
    await expectRefused("step_up_required", () => ask.explain(anna, id, "Too late"));
  });
});

describe("turning the block off", () => {
  it("restores nothing unless asked, is recorded and alerted, and sites can be published again", async () => {
    const { anna, jonas } = await annaAndJonas();
    const id = await aSite();
    await publish(anna, [id]);
    await ask.block(anna);

    expect(await unblock(jonas, [])).toEqual({
      ok: true,
      data: { restoredCount: 0, leftCount: 1, endedCount: 0, mailCount: 2 },
    });

    expect(await accessRows()).toEqual([]);
    expect(await readBlock(testDb())).toBeNull();
    expect(await blockedIds()).toEqual([]);
    expect(await auditOf("public-access.unlocked")).toMatchObject([{ left: 1 }]);
    expect((await mailFacts("block-changed")).at(-1)).toMatchObject({
      ...{ on: false, total: 0, left: 1, actor: { login: "jonas" } },
    });
    expect(await publish(anna, [id])).toMatchObject({ ok: true, data: { grantedCount: 1 } });
    expect(await extend(anna, [id], null)).toMatchObject({ ok: true });
    await expectChainHolds();
  });

  it("takes a fresh proof of its own, used once", async () => {
    freezeClock(NOON);
    const { anna } = await annaAndJonas();
    await ask.block(anna);
    const off = async () => ask.unblock(anna, await currentBlock(), []);
    await expectRefused("step_up_required", off);
    await stepUp(anna, "tighten", []);
    await expectRefused("proof_foreign", off);
    await stepUp(anna, "unblock", []);
    advance(2 * MINUTE_MS);
    await expectRefused("proof_expired", off);
    expect(await unblock(anna, [])).toMatchObject({ ok: true });
    await ask.block(anna);
    await expectRefused("proof_used", off);
  });

  it("is refused for somebody who is no Super User any more, and writes nothing when a part of it fails", async () => {
    const { anna, jonas } = await annaAndJonas();
    await ask.block(anna);
    await stepUp(anna, "unblock", []);
    await stepUp(jonas, "unblock", []);
    const id = await currentBlock();
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'");
    await expectRefused("session_ended", () => ask.unblock(anna, id, []));
    await rawRun("ALTER TABLE portal_outbox RENAME TO portal_outbox_away");
    const failed = await ask
      .unblock(jonas, id, [])
      .finally(() => rawRun("ALTER TABLE portal_outbox_away RENAME TO portal_outbox"));
    expect(failed).toMatchObject({ ok: false });
    expect(await readBlock(testDb())).toMatchObject({ by: "anna" });
    expect(await ask.unblock(jonas, id, [])).toMatchObject({ ok: true });
  });

  it("that is not on, or is another one, is refused", async () => {
    const { anna } = await annaAndJonas();
    await ask.block(anna);
    const old = await currentBlock();
    await unblock(anna, []);
    await stepUp(anna, "unblock", []);
    await expectRefused("block_changed", () => ask.unblock(anna, old, []));
    await ask.block(anna);
    await expectRefused("block_changed", () => ask.unblock(anna, old, []));
  });
});
