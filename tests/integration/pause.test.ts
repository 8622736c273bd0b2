import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listSites } from "@/lib/domain/public-access/queries";
import { sitesQuerySchema } from "@/lib/domain/public-access/schema";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { DAY_MS, MINUTE_MS } from "@/lib/platform/clock";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { emptyTables, rawRun, testDb, useDatabase } from "@/tests/support/database";
import { ask, currentPause, expectRefused, pausedIds, resume } from "@/tests/support/emergency";
import { askToPublish, makePrivate, publish, type SignedIn, signIn, stepUp } from "@/tests/support/people";
import { accessRows, auditOf, expectChainHolds, mailFacts, mails } from "@/tests/support/state";

useDatabase();

const NOON = "2026-11-23T12:00:00Z";
const reason = "A visitor's name is in a page title";

async function annaAndJonas() {
  const user = await aSuperUser({ login: "anna" });
  return { anna: await signIn(user), jonas: await signIn(await aSuperUser({ login: "jonas" })) };
}

async function publicSites(person: SignedIn, count: number): Promise<number[]> {
  const ids: number[] = [];
  for (let have = 0; have < count; have++) ids.push(await aSite());
  await publish(person, ids);
  return ids;
}

describe("pausing", () => {
  it("makes everything private, puts the publications aside, records and alerts once", async () => {
    freezeClock(NOON);
    const { anna, jonas } = await annaAndJonas();
    const ids = await publicSites(anna, 2);
    await anonymousAccess(ids[0] ?? 0, { login: "ANONYMOUS", access: "admin" });

    expect(await ask.pause(jonas)).toEqual({ ok: true, data: { pausedCount: 2, mailCount: 2 } });

    expect(await accessRows()).toEqual([]);
    expect(await testDb().publication.count()).toBe(0);
    expect(await testDb().finding.count()).toBe(0);
    expect(await testDb().pausedPublication.findMany({ orderBy: { idsite: "asc" } })).toMatchObject(
      ids.map((idsite) => ({ idsite, channel: "portal", grantedBy: "anna", since: new Date(NOON) })),
    );
    const event = await testDb().auditEvent.findFirstOrThrow({ where: { type: "public-access.paused" } });
    expect((await listSites(sitesQuerySchema.parse({}))).pause).toEqual({
      id: Number(event.seq),
      by: "jonas",
      at: NOON.replace("Z", ".000Z"),
      reason,
      siteCount: 2,
    });
    expect(await auditOf("public-access.paused")).toMatchObject([{ siteIds: ids, reason }]);
    expect(await mailFacts("pause-changed")).toMatchObject([
      { state: "paused", reason, total: 2, actor: { login: "jonas" } },
    ]);
    expect(await mails("pause-changed")).toHaveLength(2);
    await expectChainHolds();
  });

  it("announces what became public outside and unseen first, and puts it aside too", async () => {
    const { anna } = await annaAndJonas();
    await publicSites(anna, 1);
    const unseen = await aSite();
    await anonymousAccess(unseen);
    expect(await ask.pause(anna)).toMatchObject({ data: { pausedCount: 2 } });
    expect(await mailFacts("public-outside")).toMatchObject([{ sites: [{ id: unseen }] }]);
    expect(await pausedIds()).toContain(unseen);
    expect(await resume(anna)).toMatchObject({ data: { resumedCount: 2 } });
    expect(await testDb().publication.findUnique({ where: { idsite: unseen } })).toMatchObject({ channel: "outside" });
  });

  it("again adds what has become public since, under a new id; a proof for the old one is worth nothing", async () => {
    const { anna, jonas } = await annaAndJonas();
    const [first = 0] = await publicSites(anna, 1);
    await ask.pause(anna);
    const old = await currentPause();
    await stepUp(anna, "resume", [old]);
    const appeared = await aSite();
    for (const id of [first, appeared]) await anonymousAccess(id);

    expect(await ask.pause(jonas)).toMatchObject({ data: { pausedCount: 2 } });

    expect(await pausedIds()).toEqual([first, appeared]);
    // As it was when it was put aside first: not as made public outside.
    expect(await testDb().pausedPublication.findUnique({ where: { idsite: first } })).toMatchObject({
      channel: "portal",
    });
    await expectRefused("pause_changed", () => ask.resume(anna, old));
    await expectRefused("proof_foreign", async () => ask.resume(anna, await currentPause()));
    await expectRefused("pause_changed", () => ask.dropPause(anna, old));
  });

  it("when nothing is public is refused, and the refusal says so", async () => {
    const { anna } = await annaAndJonas();
    await expectRefused("nothing_public", () => ask.pause(anna));
    await publicSites(anna, 1);
    await ask.pause(anna);
    await expectRefused("nothing_public", () => ask.pause(anna));
  });

  it("takes a password proven within 15 minutes, of somebody who still is a Super User", async () => {
    freezeClock(NOON);
    const { anna, jonas } = await annaAndJonas();
    await publicSites(anna, 1);
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'jonas'");
    await expectRefused("session_ended", () => ask.pause(jonas));
    advance(15 * MINUTE_MS + 1);
    await expectRefused("step_up_required", () => ask.pause(anna));
  });

  it("by two Super Users at once: the second finds nothing public", async () => {
    const { anna, jonas } = await annaAndJonas();
    await publicSites(anna, 3);
    const results = await Promise.all([ask.pause(anna), ask.pause(jonas)]);
    expect(results.map((result) => (result.ok ? result.data.pausedCount : result.code)).sort()).toEqual([
      3,
      "nothing_public",
    ]);
    expect(await mails("pause-changed")).toHaveLength(2);
    expect(await pausedIds()).toHaveLength(3);
  });
});

describe("while paused", () => {
  it("granting is refused, and what appears outside is let be", async () => {
    const { anna } = await annaAndJonas();
    const [id = 0] = await publicSites(anna, 1);
    await ask.pause(anna);
    await stepUp(anna, "grant", [id]);
    await expectRefused("access_paused", () => askToPublish(anna, [id]));
    await resume(anna);
    await makePrivate(anna, [id]);
    expect(await publish(anna, [id])).toMatchObject({ ok: true });
  });
});

describe("resuming", () => {
  it("brings back exactly the set as view, as it was: who, when, why, until when, and who kept it", async () => {
    freezeClock(NOON);
    const { anna, jonas } = await annaAndJonas();
    const [dated, kept] = [await aSite(), await aSite()];
    await publish(anna, [dated], { endsOn: "2026-12-24" });
    await publish(anna, [kept]);
    await rawRun(
      "UPDATE portal_publication SET reviewed_at = '2026-11-23 11:00:00', reviewed_by = 'jonas', review_note = 'yes' WHERE idsite = ?",
      [kept],
    );
    await rawRun("UPDATE `matomo_access` SET access = 'superuser', login = 'Anonymous'");
    const before = await testDb().publication.findMany({ orderBy: { idsite: "asc" } });
    await ask.pause(anna);
    advance(DAY_MS);
    const back = await signIn(jonas.user);

    expect(await resume(back)).toEqual({ ok: true, data: { resumedCount: 2, leftCount: 0, mailCount: 2 } });

    expect(await accessRows()).toEqual([
      [dated, "anonymous", "view"],
      [kept, "anonymous", "view"],
    ]);
    const after = await testDb().publication.findMany({ orderBy: { idsite: "asc" } });
    const event = await testDb().auditEvent.findFirstOrThrow({ where: { type: "public-access.resumed" } });
    expect(after).toEqual(before.map((publication) => ({ ...publication, eventSeq: event.seq })));
    expect(await pausedIds()).toEqual([]);
    expect((await listSites(sitesQuerySchema.parse({}))).pause).toBeNull();
    expect(await auditOf("public-access.resumed")).toMatchObject([{ siteIds: [dated, kept], left: 0 }]);
    expect((await mailFacts("pause-changed")).at(-1)).toMatchObject({
      state: "resumed",
      left: 0,
      total: 2,
      actor: { login: "jonas" },
    });
    await expectChainHolds();
  });

  it("leaves what is deleted, over or public already, and counts it", async () => {
    freezeClock(NOON);
    const { anna } = await annaAndJonas();
    const [back, deleted, already, over] = [await aSite(), await aSite(), await aSite(), await aSite()];
    await publish(anna, [back, deleted, already]);
    await publish(anna, [over], { endsOn: "2026-11-23" });
    await ask.pause(anna);
    await rawRun("DELETE FROM `matomo_site` WHERE idsite = ?", [deleted]);
    await anonymousAccess(already, { access: "write" });
    advance(12 * 60 * MINUTE_MS);
    const again = await signIn(anna.user);

    expect(await resume(again)).toMatchObject({ ok: true, data: { resumedCount: 1, leftCount: 3 } });

    expect(await accessRows()).toEqual([
      [back, "anonymous", "view"],
      [already, "anonymous", "write"],
    ]);
    expect(await auditOf("public-access.resumed")).toMatchObject([{ siteIds: [back], left: 3 }]);
    expect((await mailFacts("pause-changed")).at(-1)).toMatchObject({ left: 3, total: 1 });
    expect(await pausedIds()).toEqual([]);
  });

  it("records that a site made public outside meanwhile was private again, and tells what is so now", async () => {
    const { anna } = await annaAndJonas();
    const [id = 0] = await publicSites(anna, 1);
    await ask.pause(anna);
    await anonymousAccess(id);
    await runWatch();
    await rawRun("DELETE FROM `matomo_access`");
    expect(await resume(anna)).toMatchObject({ ok: true, data: { resumedCount: 1 } });
    expect(await auditOf("public-access.revoked-outside")).toMatchObject([{ siteIds: [id] }]);
    expect(await mails("private-outside")).toEqual([]);
    expect(await testDb().publication.findMany()).toMatchObject([{ idsite: id, channel: "portal" }]);
    expect(await testDb().finding.count()).toBe(0);
  });

  it("takes a fresh proof for exactly this pause, of a Super User", async () => {
    freezeClock(NOON);
    const { anna, jonas } = await annaAndJonas();
    const [id = 0] = await publicSites(anna, 1);
    await ask.pause(anna);
    const pauseId = await currentPause();
    anna.context.proofId = null;
    await expectRefused("step_up_required", () => ask.resume(anna, pauseId));
    await stepUp(anna, "resume", [pauseId + 1]);
    await expectRefused("proof_foreign", () => ask.resume(anna, pauseId));
    await stepUp(anna, "grant", [pauseId]);
    await expectRefused("proof_foreign", () => ask.resume(anna, pauseId));
    await stepUp(anna, "resume", [pauseId]);
    await stepUp(jonas, "resume", [pauseId]);
    advance(2 * MINUTE_MS);
    await expectRefused("proof_expired", () => ask.resume(anna, pauseId));
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'jonas'");
    await expectRefused("session_ended", () => ask.resume(jonas, pauseId));
    expect(await resume(anna)).toMatchObject({ ok: true });
    expect(await accessRows()).toEqual([[id, "anonymous", "view"]]);
    await expectRefused("proof_used", () => ask.resume(anna, pauseId));
  });

  it("needs a second factor where publishing does, and the user anonymous", async () => {
    const { anna } = await annaAndJonas();
    await publicSites(anna, 1);
    await ask.pause(anna);
    const pauseId = await currentPause();
    await stepUp(anna, "resume", [pauseId]);
    await rawRun(
      "INSERT INTO portal_setting (name, value, updated_at, updated_by) VALUES ('publishing.second-factor', 'required', '2026-01-01 00:00:00', 'jonas')",
    );
    await expectRefused("second_factor_missing", () => ask.resume(anna, pauseId));
    await rawRun("UPDATE portal_setting SET value = 'optional' WHERE name = 'publishing.second-factor'");
    await rawRun("DELETE FROM `matomo_user` WHERE login = 'anonymous'");
    await expectRefused("anonymous_user_missing", () => ask.resume(anna, pauseId));
  });

  it("is refused when nobody at all could be told", async () => {
    const { anna } = await annaAndJonas();
    await publicSites(anna, 1);
    await ask.pause(anna);
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'jonas'");
    await rawRun("UPDATE `matomo_user` SET email = 'anna@example.org' WHERE login = 'anna'");
    await stepUp(anna, "resume", [await currentPause()]);
    await expectRefused("nobody_to_alert", async () => ask.resume(anna, await currentPause()));
  });

  it.each(["portal_publication", "portal_paused", "portal_message", "portal_outbox"])(
    "writes nothing when %s fails",
    async (table) => {
      const { anna } = await annaAndJonas();
      await publicSites(anna, 2);
      await ask.pause(anna);
      const pauseId = await currentPause();
      await stepUp(anna, "resume", [pauseId]);
      await rawRun(`ALTER TABLE ${table} RENAME TO ${table}_away`);
      const failed = await ask
        .resume(anna, pauseId)
        .finally(() => rawRun(`ALTER TABLE ${table}_away RENAME TO ${table}`));
      expect(failed).toMatchObject({ ok: false, code: "schema_not_understood" });
      expect(await accessRows()).toEqual([]);
      expect(await pausedIds()).toHaveLength(2);
      expect(await ask.resume(anna, pauseId)).toMatchObject({ ok: true, data: { resumedCount: 2 } });
    },
  );

  it("by two Super Users at once, or beside the lock, happens once or not at all", async () => {
    const { anna, jonas } = await annaAndJonas();
    await publicSites(anna, 3);
    await ask.pause(anna);
    const pauseId = await currentPause();
    for (const person of [anna, jonas]) await stepUp(person, "resume", [pauseId]);
    const both = await Promise.all([ask.resume(anna, pauseId), ask.resume(jonas, pauseId)]);
    expect(both.map((result) => (result.ok ? result.data.resumedCount : result.code)).sort()).toEqual([
      3,
      "pause_changed",
    ]);
    expect(await accessRows()).toHaveLength(3);
    expect(await auditOf("public-access.resumed")).toHaveLength(1);

    await ask.pause(anna);
    const next = await currentPause();
    await stepUp(anna, "resume", [next]);
    const [resumed] = await Promise.all([ask.resume(anna, next), ask.lock(jonas)]);
    // Whichever came first: nothing is public under the lock.
    expect(await accessRows()).toEqual([]);
    expect(resumed.ok || resumed.code).toSatisfy((outcome) => outcome === true || outcome === "access_locked");
    await expectChainHolds();
  });
});

describe("letting go of a pause", () => {
  it("keeps the sites private, records and alerts, and sites can be published again", async () => {
    const { anna, jonas } = await annaAndJonas();
    const ids = await publicSites(anna, 2);
    await ask.pause(anna);
    expect(await ask.dropPause(jonas, await currentPause())).toEqual({
      ok: true,
      data: { droppedCount: 2, mailCount: 2 },
    });
    expect(await accessRows()).toEqual([]);
    expect(await pausedIds()).toEqual([]);
    expect(await auditOf("public-access.pause-dropped")).toMatchObject([{ siteIds: ids }]);
    expect((await mailFacts("pause-changed")).at(-1)).toMatchObject({ state: "dropped", total: 2, left: 2 });
    expect(await publish(anna, ids)).toMatchObject({ ok: true, data: { grantedCount: 2 } });
    await expectChainHolds();
  });

  it("takes a password proven within 15 minutes, of a Super User, and writes nothing when a part of it fails", async () => {
    freezeClock(NOON);
    const { anna, jonas } = await annaAndJonas();
    await publicSites(anna, 1);
    await ask.pause(anna);
    const pauseId = await currentPause();
    await rawRun("ALTER TABLE portal_outbox RENAME TO portal_outbox_away");
    const failed = await ask
      .dropPause(anna, pauseId)
      .finally(() => rawRun("ALTER TABLE portal_outbox_away RENAME TO portal_outbox"));
    expect(failed).toMatchObject({ ok: false });
    expect(await pausedIds()).toHaveLength(1);
    expect(await currentPause()).toBe(pauseId);
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'jonas'");
    await expectRefused("session_ended", () => ask.dropPause(jonas, pauseId));
    advance(15 * MINUTE_MS + 1);
    await expectRefused("step_up_required", () => ask.dropPause(anna, pauseId));
  });
});

/** What happens to one site between pause and resume. */
const deliveryStatuses = ["nothing", "deleted", "granted outside", "granted and revoked outside"] as const;
const COUNT = 6;
const story = fc.record({
  public: fc.uniqueArray(fc.integer({ min: 0, max: COUNT - 1 }), { minLength: 1 }),
  endsToday: fc.uniqueArray(fc.integer({ min: 0, max: COUNT - 1 })),
  deliveryStatuses: fc.array(fc.constantFrom(...deliveryStatuses), { minLength: COUNT, maxLength: COUNT }),
  daysLater: fc.integer({ min: 0, max: 1 }),
});

it("whatever is public, deleted, over or changed outside between: resuming restores exactly the rest", async () => {
  await fc.assert(
    fc.asyncProperty(story, async (told) => {
      freezeClock(NOON);
      await emptyTables();
      const anna = await signIn(await aSuperUser({ login: "anna" }));
      const ids: number[] = [];
      for (let have = 0; have < COUNT; have++) ids.push(await aSite());
      const idOf = (index: number) => ids[index] ?? 0;
      const ending = told.public.filter((index) => told.endsToday.includes(index));
      const lasting = told.public.filter((index) => !told.endsToday.includes(index));
      if (ending.length > 0) await publish(anna, ending.map(idOf), { endsOn: "2026-11-23" });
      if (lasting.length > 0) await publish(anna, lasting.map(idOf));
      await ask.pause(anna);
      for (const [index, fate] of told.deliveryStatuses.entries()) {
        if (fate === "deleted") await rawRun("DELETE FROM `matomo_site` WHERE idsite = ?", [idOf(index)]);
        if (fate.startsWith("granted")) await anonymousAccess(idOf(index), { login: "Anonymous" });
        if (fate.endsWith("revoked outside"))
          await rawRun("DELETE FROM `matomo_access` WHERE idsite = ?", [idOf(index)]);
      }
      advance(told.daysLater * DAY_MS);
      const back = await signIn(anna.user);

      const expected = told.public.filter(
        (index) =>
          !["deleted", "granted outside"].includes(told.deliveryStatuses[index] ?? "") &&
          (told.daysLater === 0 || !told.endsToday.includes(index)),
      );
      expect(await resume(back)).toMatchObject({
        ok: true,
        data: { resumedCount: expected.length, leftCount: told.public.length - expected.length },
      });
      const rows = await accessRows();
      expect(rows.filter(([, login]) => login === "anonymous").map(([id]) => id)).toEqual(
        expected.map(idOf).sort((a, b) => a - b),
      );
      const outside = told.deliveryStatuses.flatMap((fate, index) => (fate === "granted outside" ? [idOf(index)] : []));
      expect(rows.filter(([, login]) => login !== "anonymous").map(([id]) => id)).toEqual(outside);
      expect(await pausedIds()).toEqual([]);
      const known = await testDb().publication.findMany({ orderBy: { idsite: "asc" } });
      expect(known.map((publication) => publication.idsite)).toEqual(expected.map(idOf).sort((a, b) => a - b));
      await expectChainHolds();
    }),
    { numRuns: 25 },
  );
}, 120_000);
