import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBlockView } from "@/lib/domain/public-access/block-view";
import { listSites } from "@/lib/domain/public-access/queries";
import { sitesQuerySchema } from "@/lib/domain/public-access/schema";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { DAY_MS, MINUTE_MS } from "@/lib/platform/clock";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { emptyTables, rawRun, testDb, useDatabase } from "@/tests/support/database";
import { ask, blockedIds, currentBlock, expectRefused, unblock, unblockSubject } from "@/tests/support/emergency";
import { makePrivate, publish, type SignedIn, signIn, stepUp } from "@/tests/support/people";
import { accessRows, auditOf, expectChainHolds, mailFacts, mails } from "@/tests/support/state";

useDatabase();

const NOON = "2026-11-23T12:00:00Z";

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

describe("turning the block off and restoring", () => {
  it("brings back exactly the sites as view, as they were: who, when, why, until when, and who kept them", async () => {
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
    await ask.block(anna);
    advance(DAY_MS);
    const back = await signIn(jonas.user);

    expect(await unblock(back)).toEqual({
      ok: true,
      data: { restoredCount: 2, leftCount: 0, endedCount: 0, mailCount: 2 },
    });

    expect(await accessRows()).toEqual([
      [dated, "anonymous", "view"],
      [kept, "anonymous", "view"],
    ]);
    const after = await testDb().publication.findMany({ orderBy: { idsite: "asc" } });
    const event = await testDb().auditEvent.findFirstOrThrow({ where: { type: "public-access.resumed" } });
    expect(after).toEqual(before.map((publication) => ({ ...publication, eventSeq: event.seq })));
    expect(await blockedIds()).toEqual([]);
    expect((await listSites(sitesQuerySchema.parse({}))).block).toBeNull();
    expect(await auditOf("public-access.resumed")).toMatchObject([{ siteIds: [dated, kept], left: 0 }]);
    expect((await mailFacts("block-changed")).at(-1)).toMatchObject({
      ...{ on: false, left: 0, total: 2, actor: { login: "jonas" } },
    });
    await expectChainHolds();
  });

  it("brings back those chosen alone; one that the block does not remember is refused", async () => {
    const { anna } = await annaAndJonas();
    const [one = 0, other = 0] = await publicSites(anna, 2);
    const never = await aSite();
    await ask.block(anna);
    const id = await currentBlock();
    await stepUp(anna, "unblock", [one, never]);
    await expectRefused("unknown_sites", () => ask.unblock(anna, id, [one, never]));
    await stepUp(anna, "unblock", [one]);
    await expectRefused("proof_foreign", () => ask.unblock(anna, id, [other]));
    await expectRefused("proof_foreign", () => ask.unblock(anna, id, "all"));
    expect(await ask.unblock(anna, id, [one])).toMatchObject({ data: { restoredCount: 1, leftCount: 1 } });
    expect(await accessRows()).toEqual([[one, "anonymous", "view"]]);
    expect(await auditOf("public-access.resumed")).toMatchObject([{ siteIds: [one], left: 1 }]);
    expect(await blockedIds()).toEqual([]);
  });

  it("leaves what is deleted, over or public already, counts it, and says before which they are", async () => {
    freezeClock(NOON);
    const { anna } = await annaAndJonas();
    const [back, deleted, already, over] = [
      await aSite({ name: "Back" }),
      await aSite(),
      await aSite(),
      await aSite({ name: "Over" }),
    ];
    await publish(anna, [back, deleted, already]);
    await publish(anna, [over], { endsOn: "2026-11-23" });
    await ask.block(anna);
    await rawRun("DELETE FROM `matomo_site` WHERE idsite = ?", [deleted]);
    await anonymousAccess(already, { access: "write" });
    advance(12 * 60 * MINUTE_MS);
    const again = await signIn(anna.user);

    const stays = new Map((await readBlockView()).sites.map(({ id, stays }) => [id, stays]));
    expect([back, deleted, already, over].map((id) => stays.get(id))).toEqual([null, "deleted", "public", "ended"]);
    expect(await unblock(again)).toMatchObject({
      ok: true,
      data: { restoredCount: 1, leftCount: 3, endedCount: 1 },
    });

    expect(await accessRows()).toEqual([
      [back, "anonymous", "view"],
      [already, "anonymous", "write"],
    ]);
    expect(await auditOf("public-access.resumed")).toMatchObject([{ siteIds: [back], left: 3 }]);
    expect((await mailFacts("block-changed")).at(-1)).toMatchObject({ left: 3, total: 1 });
    expect(await blockedIds()).toEqual([]);
  });

  it("of sites that all stay private is a block that ended and restored nothing", async () => {
    freezeClock(NOON);
    const { anna } = await annaAndJonas();
    await publish(anna, [await aSite()], { endsOn: "2026-11-23" });
    await ask.block(anna);
    advance(DAY_MS);
    expect(await unblock(await signIn(anna.user))).toMatchObject({ data: { restoredCount: 0, endedCount: 1 } });
    expect(await auditOf("public-access.resumed")).toEqual([]);
    expect(await auditOf("public-access.unlocked")).toMatchObject([{ left: 1 }]);
    expect(await accessRows()).toEqual([]);
  });

  it("records that a site made public outside meanwhile was private again, and tells what is so now", async () => {
    const { anna } = await annaAndJonas();
    const [id = 0] = await publicSites(anna, 1);
    await ask.block(anna);
    await anonymousAccess(id);
    await rawRun("UPDATE portal_setting SET value = '' WHERE name = 'publishing.block'");
    const block = (await auditOf("public-access.locked")).length;
    expect(block).toBe(1);
    await runWatch();
    await rawRun("DELETE FROM `matomo_access`");
    await rawRun(
      'UPDATE portal_setting SET value = \'{"id":7,"by":"anna","at":"2026-11-23T12:00:00.000Z","reason":null}\' WHERE name = \'publishing.block\'',
    );
    expect(await unblock(anna)).toMatchObject({ ok: true, data: { restoredCount: 1 } });
    expect(await auditOf("public-access.revoked-outside")).toMatchObject([{ siteIds: [id] }]);
    expect(await mails("private-outside")).toEqual([]);
    expect(await testDb().publication.findMany()).toMatchObject([{ idsite: id, channel: "portal" }]);
    expect(await testDb().finding.count()).toBe(0);
  });

  it("takes a fresh proof for exactly this block, of a Super User", async () => {
    freezeClock(NOON);
    const { anna, jonas } = await annaAndJonas();
    const [id = 0] = await publicSites(anna, 1);
    await ask.block(anna);
    const blockId = await currentBlock();
    const all = (of: number) => unblockSubject(of, "all");
    anna.context.proofId = null;
    await expectRefused("step_up_required", () => ask.unblock(anna, blockId, "all"));
    await stepUp(anna, "unblock", all(blockId + 1));
    await expectRefused("proof_foreign", () => ask.unblock(anna, blockId, "all"));
    await stepUp(anna, "unblock", [blockId]);
    await expectRefused("proof_foreign", () => ask.unblock(anna, blockId, "all"));
    await stepUp(anna, "unblock", []);
    await expectRefused("proof_foreign", () => ask.unblock(anna, blockId, "all"));
    await stepUp(anna, "grant", all(blockId));
    await expectRefused("proof_foreign", () => ask.unblock(anna, blockId, "all"));
    await stepUp(anna, "unblock", all(blockId));
    await stepUp(jonas, "unblock", all(blockId));
    advance(2 * MINUTE_MS);
    await expectRefused("proof_expired", () => ask.unblock(anna, blockId, "all"));
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'jonas'");
    await expectRefused("session_ended", () => ask.unblock(jonas, blockId, "all"));
    expect(await unblock(anna)).toMatchObject({ ok: true });
    expect(await accessRows()).toEqual([[id, "anonymous", "view"]]);
    await expectRefused("proof_used", () => ask.unblock(anna, blockId, "all"));
  });

  it("needs a second factor where publishing does, and the user anonymous; turning it off alone needs neither", async () => {
    const { anna } = await annaAndJonas();
    await publicSites(anna, 1);
    await ask.block(anna);
    const blockId = await currentBlock();
    await stepUp(anna, "unblock", unblockSubject(blockId, "all"));
    await rawRun(
      "INSERT INTO portal_setting (name, value, updated_at, updated_by) VALUES ('publishing.second-factor', 'required', '2026-01-01 00:00:00', 'jonas')",
    );
    await expectRefused("second_factor_missing", () => ask.unblock(anna, blockId, "all"));
    await rawRun("UPDATE portal_setting SET value = 'optional' WHERE name = 'publishing.second-factor'");
    await rawRun("DELETE FROM `matomo_user` WHERE login = 'anonymous'");
    await expectRefused("anonymous_user_missing", () => ask.unblock(anna, blockId, "all"));
    await rawRun("UPDATE portal_setting SET value = 'required' WHERE name = 'publishing.second-factor'");
    expect(await unblock(anna, [])).toMatchObject({ ok: true, data: { restoredCount: 0 } });
  });

  it("is refused when nobody at all could be told", async () => {
    const { anna } = await annaAndJonas();
    await publicSites(anna, 1);
    await ask.block(anna);
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'jonas'");
    await rawRun("UPDATE `matomo_user` SET email = 'anna@example.org' WHERE login = 'anna'");
    const blockId = await currentBlock();
    await stepUp(anna, "unblock", unblockSubject(blockId, "all"));
    await expectRefused("nobody_to_alert", () => ask.unblock(anna, blockId, "all"));
  });

  it.each(["portal_publication", "portal_paused", "portal_message", "portal_outbox"])(
    "writes nothing when %s fails",
    async (table) => {
      const { anna } = await annaAndJonas();
      await publicSites(anna, 2);
      await ask.block(anna);
      const blockId = await currentBlock();
      await stepUp(anna, "unblock", unblockSubject(blockId, "all"));
      await rawRun(`ALTER TABLE ${table} RENAME TO ${table}_away`);
      const failed = await ask
        .unblock(anna, blockId, "all")
        .finally(() => rawRun(`ALTER TABLE ${table}_away RENAME TO ${table}`));
      expect(failed).toMatchObject({ ok: false, code: "schema_not_understood" });
      expect(await accessRows()).toEqual([]);
      expect(await blockedIds()).toHaveLength(2);
      expect(await ask.unblock(anna, blockId, "all")).toMatchObject({ ok: true, data: { restoredCount: 2 } });
    },
  );

  it("by two Super Users at once, or beside another block, happens once or not at all", async () => {
    const { anna, jonas } = await annaAndJonas();
    await publicSites(anna, 3);
    await ask.block(anna);
    const blockId = await currentBlock();
    for (const person of [anna, jonas]) await stepUp(person, "unblock", unblockSubject(blockId, "all"));
    const both = await Promise.all([ask.unblock(anna, blockId, "all"), ask.unblock(jonas, blockId, "all")]);
    expect(both.map((result) => (result.ok ? result.data.restoredCount : result.code)).sort()).toEqual([
      3,
      "block_changed",
    ]);
    expect(await accessRows()).toHaveLength(3);
    expect(await auditOf("public-access.resumed")).toHaveLength(1);

    await ask.block(anna);
    const next = await currentBlock();
    await stepUp(anna, "unblock", unblockSubject(next, "all"));
    await Promise.all([ask.unblock(anna, next, "all"), ask.block(jonas)]);
    // Whichever came first: it is public and not blocked, or blocked and not public.
    const isBlocked = (await listSites(sitesQuerySchema.parse({}))).block !== null;
    expect(await accessRows()).toHaveLength(isBlocked ? 0 : 3);
    await expectChainHolds();
  });

  it("lets the sites be made private and published one by one", async () => {
    const { anna } = await annaAndJonas();
    const [id = 0] = await publicSites(anna, 1);
    await ask.block(anna);
    await unblock(anna);
    await makePrivate(anna, [id]);
    expect(await publish(anna, [id])).toMatchObject({ ok: true });
  });
});

/** What happens to one site between the block and its end. */
const fates = ["nothing", "deleted", "granted outside", "granted and revoked outside"] as const;
const COUNT = 6;
const story = fc.record({
  public: fc.uniqueArray(fc.integer({ min: 0, max: COUNT - 1 }), { minLength: 1 }),
  endsToday: fc.uniqueArray(fc.integer({ min: 0, max: COUNT - 1 })),
  fates: fc.array(fc.constantFrom(...fates), { minLength: COUNT, maxLength: COUNT }),
  daysLater: fc.integer({ min: 0, max: 1 }),
});

it("whatever is public, deleted, over or changed outside between: exactly the rest is restored", async () => {
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
      await ask.block(anna);
      for (const [index, fate] of told.fates.entries()) {
        if (fate === "deleted") await rawRun("DELETE FROM `matomo_site` WHERE idsite = ?", [idOf(index)]);
        if (fate.startsWith("granted")) await anonymousAccess(idOf(index), { login: "Anonymous" });
        if (fate.endsWith("revoked outside"))
          await rawRun("DELETE FROM `matomo_access` WHERE idsite = ?", [idOf(index)]);
      }
      advance(told.daysLater * DAY_MS);
      const back = await signIn(anna.user);

      const expected = told.public.filter(
        (index) =>
          !["deleted", "granted outside"].includes(told.fates[index] ?? "") &&
          (told.daysLater === 0 || !told.endsToday.includes(index)),
      );
      expect(await unblock(back)).toMatchObject({
        ok: true,
        data: { restoredCount: expected.length, leftCount: told.public.length - expected.length },
      });
      const rows = await accessRows();
      expect(rows.filter(([, login]) => login === "anonymous").map(([id]) => id)).toEqual(
        expected.map(idOf).sort((a, b) => a - b),
      );
      const outside = told.fates.flatMap((fate, index) => (fate === "granted outside" ? [idOf(index)] : []));
      expect(rows.filter(([, login]) => login !== "anonymous").map(([id]) => id)).toEqual(outside);
      expect(await blockedIds()).toEqual([]);
      const known = await testDb().publication.findMany({ orderBy: { idsite: "asc" } });
      expect(known.map((publication) => publication.idsite)).toEqual(expected.map(idOf).sort((a, b) => a - b));
      await expectChainHolds();
    }),
    { numRuns: 25 },
  );
}, 120_000);
