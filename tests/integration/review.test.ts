import { describe, expect, it } from "vitest";
import { runWithRecentAuth } from "@/lib/auth/command";
import { runReminders } from "@/lib/domain/reminders/run-reminders";
import { keepPublicCommand } from "@/lib/domain/review/commands";
import { readReview } from "@/lib/domain/review/queries";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { DAY_MS, MINUTE_MS } from "@/lib/platform/clock";
import { statementsOf } from "@/tests/bench/count-statements";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { BROWSER, publish, type SignedIn, signIn } from "@/tests/support/people";
import { auditOf, everything, expectChainHolds, mailFacts, mails, originsOf } from "@/tests/support/state";

useDatabase();

const FRIDAY = "2026-11-20T12:00:00Z";
const TUESDAY = "2026-11-24T12:00:00Z";

const keep = (person: SignedIn, siteIds: number[], note = "") =>
  runWithRecentAuth(keepPublicCommand, person.context, { siteIds, note });

/** Anna, who published Shop and Blog last week and is signed in again on Tuesday; Jonas is a Super User too. */
async function lastWeek() {
  freezeClock(FRIDAY);
  const user = await aSuperUser({ login: "anna" });
  await aSuperUser({ login: "jonas" });
  await runWatch();
  const [shop, blog] = [
    await aSite({ name: "Shop &amp; Co", url: "https://shop.example" }),
    await aSite({ name: "Blog" }),
  ];
  await publish(await signIn(user), [shop, blog], { reason: "campaign", endsOn: "2026-12-24" });
  freezeClock(TUESDAY);
  return { anna: await signIn(user), shop, blog };
}

describe("keeping sites public", () => {
  it("records who, when and why on each, with one audit event and no mail; the next reminder shows it", async () => {
    const { anna, shop, blog } = await lastWeek();
    const mailsBefore = await mails();
    expect(await keep(anna, [shop], "open data")).toEqual({ ok: true, data: { keptCount: 1, notPublicCount: 0 } });
    expect(await testDb().publication.findMany({ orderBy: { idsite: "asc" } })).toMatchObject([
      { idsite: shop, reviewedAt: new Date(TUESDAY), reviewedBy: "anna", reviewNote: "open data" },
      { idsite: blog, reviewedAt: null, reviewedBy: null },
    ]);
    expect(await auditOf("public-access.kept")).toMatchObject([
      { siteIds: [shop], sites: [{ name: "Shop & Co" }], note: "open data" },
    ]);
    const event = await testDb().auditEvent.findFirstOrThrow({ where: { type: "public-access.kept" } });
    expect(event).toMatchObject({ actorType: "superUser", actorName: "anna" });
    expect(await originsOf("public-access.kept")).toMatchObject([{ ip: BROWSER.ip }]);
    expect(await mails()).toEqual(mailsBefore);
    await runReminders();
    const [facts] = await mailFacts("reminder");
    expect(facts?.sites.map(({ name, kept }) => [name, kept])).toEqual([
      ["Blog", null],
      ["Shop & Co", { by: "anna", on: "2026-11-24" }],
    ]);
    await expectChainHolds();
  });

  it("counts sites that are private, gone or never were, and keeps the others", async () => {
    const { anna, shop, blog } = await lastWeek();
    await rawRun("DELETE FROM `matomo_access` WHERE idsite = ?", [blog]);
    const result = await keep(anna, [shop, blog, await aSite(), 4_000_000]);
    expect(result).toEqual({ ok: true, data: { keptCount: 1, notPublicCount: 3 } });
    expect(await auditOf("public-access.kept")).toMatchObject([{ siteIds: [shop] }]);
  });

  it("writes no event when none of them is public", async () => {
    const { anna } = await lastWeek();
    expect(await keep(anna, [4_000_000])).toMatchObject({ data: { keptCount: 0, notPublicCount: 1 } });
    expect(await auditOf("public-access.kept")).toEqual([]);
  });

  it("one that the watch has not seen yet is told of as made public outside, and kept", async () => {
    const { anna } = await lastWeek();
    const id = await aSite();
    await anonymousAccess(id, { login: "Anonymous", access: "admin" });
    expect(await keep(anna, [id])).toMatchObject({ data: { keptCount: 1, notPublicCount: 0 } });
    expect(await auditOf("public-access.granted-outside")).toMatchObject([{ siteIds: [id] }]);
    expect(await mails("public-outside")).toHaveLength(2);
  });

  it("is refused without a recent proof, and nothing is written", async () => {
    const { anna, shop } = await lastWeek();
    advance(15 * MINUTE_MS + 1);
    const before = await everything();
    expect(await keep(anna, [shop])).toMatchObject({ ok: false, code: "step_up_required" });
    expect(await everything()).toEqual(before);
    expect(await auditOf("action.refused")).toMatchObject([{ action: "keep-public", code: "step_up_required" }]);
  });

  it("is refused for somebody who is no Super User any more", async () => {
    const { anna, shop } = await lastWeek();
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'");
    const before = await everything();
    expect(await keep(anna, [shop])).toMatchObject({ ok: false, code: "session_ended" });
    expect(await everything()).toEqual(before);
  });

  it.each([{ siteIds: [] }, { siteIds: [1], note: "x".repeat(501) }, { siteIds: ["1"] }, null])(
    "is refused for %j",
    async (raw) => {
      const { anna } = await lastWeek();
      expect(await runWithRecentAuth(keepPublicCommand, anna.context, raw)).toMatchObject({
        ok: false,
        code: "invalid_input",
      });
    },
  );

  it("writes nothing when a part of it fails", async () => {
    const { anna, shop } = await lastWeek();
    const before = await everything();
    await rawRun("ALTER TABLE portal_audit_event RENAME TO portal_audit_event_away");
    const result = await keep(anna, [shop]).finally(() =>
      rawRun("ALTER TABLE portal_audit_event_away RENAME TO portal_audit_event"),
    );
    expect(result.ok).toBe(false);
    expect(await everything()).toEqual(before);
  });
});

describe("the review", () => {
  it("asks about sites that nobody confirmed in this period first, then by name, with their story", async () => {
    const { anna, shop, blog } = await lastWeek();
    const fresh = await aSite({ name: "A fresh one" });
    await publish(anna, [fresh]);
    await keep(anna, [blog], "still ours");
    const outside = await aSite({ name: "Outside" });
    await anonymousAccess(outside);
    const page = await readReview({ page: 1 });
    expect(page).toMatchObject({
      total: 4,
      open: 1,
      page: 1,
      pageSize: 50,
      periodLabel: "2026-11-23",
      rule: "off",
      timeZone: "UTC",
      asOf: new Date(TUESDAY).toISOString(),
    });
    expect(page.rows.map(({ id, isConfirmed }) => [id, isConfirmed])).toEqual([
      [shop, false],
      [fresh, true],
      [blog, true],
      [outside, true],
    ]);
    expect(page.rows[0]).toEqual({
      id: shop,
      name: "Shop & Co",
      url: "https://shop.example",
      channel: "portal",
      since: new Date(FRIDAY).toISOString(),
      by: "anna",
      reason: "campaign",
      until: "2026-12-25T00:00:00.000Z",
      kept: null,
      isConfirmed: false,
      lapsesAt: null,
      personalCount: null,
    });
    expect(page.rows[2]?.kept).toEqual({ by: "anna", at: new Date(TUESDAY).toISOString(), note: "still ours" });
    expect(page.rows[3]).toMatchObject({ channel: "outside", by: null, since: new Date(TUESDAY).toISOString() });
  });

  it("says how much looked personal from outside, and keeps apart what is not known from nothing found", async () => {
    const { shop, blog } = await lastWeek();
    const unread = await aSite({ name: "Unread" });
    await anonymousAccess(unread);
    const seen = {
      lookedAt: new Date(TUESDAY),
      dashboard: "shown",
      reports: "shown",
      visitsLog: "shown",
      userIds: "shown",
    };
    await testDb().probeSite.createMany({
      data: [
        { ...seen, idsite: shop, personal: "[]", personalCount: 3 },
        { ...seen, idsite: blog, personal: "[]", personalCount: 0 },
        { ...seen, idsite: unread, personal: null, personalCount: null },
      ],
    });
    const { rows } = await readReview({ page: 1 });
    const counts = new Map(rows.map(({ id, personalCount }) => [id, personalCount]));
    expect([shop, blog, unread].map((id) => counts.get(id))).toEqual([3, 0, null]);
  });

  it("asks again when another period begins", async () => {
    const { anna, shop, blog } = await lastWeek();
    await keep(anna, [shop, blog]);
    expect((await readReview({ page: 1 })).open).toBe(0);
    advance(7 * DAY_MS);
    expect(await readReview({ page: 1 })).toMatchObject({ open: 2, periodLabel: "2026-11-30" });
  });

  it("shows 50 on a page, each site once over all pages, in the same number of statements", async () => {
    const { anna } = await lastWeek();
    const few = await statementsOf(() => readReview({ page: 1 }));
    const ids: number[] = [];
    for (let n = 0; n < 70; n++) ids.push(await aSite());
    await publish(anna, ids);
    await keep(anna, ids.slice(0, 35));
    const pages = [await readReview({ page: 1 }), await readReview({ page: 2 }), await readReview({ page: 3 })];
    expect(pages.map(({ rows }) => rows.length)).toEqual([50, 22, 0]);
    expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(72);
    expect(pages[0]).toMatchObject({ total: 72, open: 2 });
    expect((await statementsOf(() => readReview({ page: 1 }))).length).toBe(few.length);
  });

  it("fails when it cannot read, and never shows an empty page instead", async () => {
    await lastWeek();
    await rawRun("ALTER TABLE `matomo_access` RENAME TO `matomo_access_away`");
    await expect(
      readReview({ page: 1 }).finally(() => rawRun("ALTER TABLE `matomo_access_away` RENAME TO `matomo_access`")),
    ).rejects.toMatchObject({ code: "schema_not_understood" });
  });
});
