import { beforeEach, describe, expect, it } from "vitest";
import { readChangesSince } from "@/lib/domain/public-access/changes-since";
import { readSiteDetails } from "@/lib/domain/public-access/site-details";
import { runWatch } from "@/lib/domain/watch/run-watch";
import type { AuditFacts } from "@/lib/ledger/audit/schema";
import { DAY_MS, MINUTE_MS, now, plus } from "@/lib/platform/clock";
import { siteIdSchema } from "@/lib/platform/site-id";
import { asTyped } from "@/lib/platform/typed-text-terms";
import { statementsOf } from "@/tests/bench/count-statements";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { anEvent, eventSites, manyEvents, VISITOR, WATCH } from "@/tests/support/events";
import { makePrivate, publish, signIn } from "@/tests/support/people";
import { publication, published } from "@/tests/support/published";

useDatabase();

const details = (id: number) => readSiteDetails(siteIdSchema.parse(id));
const granted = (ids: number[], reason = "open data"): AuditFacts => ({
  ...eventSites(ids),
  ...{ type: "public-access.granted", reason: asTyped(reason), until: null, unreachable: [] },
});
const revoked = (ids: number[]): AuditFacts => ({
  ...eventSites(ids),
  ...{ type: "public-access.revoked", cause: "super-user", unreachable: [] },
});
const refused = (siteIds: number[], siteCount = siteIds.length): AuditFacts => ({
  ...{ type: "action.refused", action: "grant", code: "stale_proof", siteIds, siteCount },
});

const hide = (idsite: number, name: string) =>
  rawRun(
    "INSERT INTO `matomo_site_setting` (idsite, plugin_name, setting_name, setting_value) VALUES (?, 'Live', ?, '1')",
    [idsite, name],
  );
const alias = (idsite: number, url: string) =>
  rawRun("INSERT INTO `matomo_site_url` (idsite, url) VALUES (?, ?)", [idsite, url]);

/** The event `seq`, the newest one, so many times more, without a chain: each statement doubles them. */
async function repeated(seq: number, more: number): Promise<void> {
  const columns = "at, type, actor_type, actor_name, facts, prev_hash, hash";
  for (let have = 1; have <= more; have *= 2) {
    await rawRun(
      `INSERT INTO portal_audit_event (seq, ${columns})
       SELECT seq + ?, ${columns} FROM portal_audit_event WHERE seq >= ? AND seq < ?`,
      [have, seq, seq + Math.min(have, more + 1 - have)],
    );
  }
  await rawRun("UPDATE portal_audit_head SET seq = ?", [seq + more]);
}

beforeEach(() => freezeClock("2026-11-23T18:20:00Z"));

describe("one site in full", () => {
  it("has its row, its time zone, the first 10 of its alias addresses and how many they are", async () => {
    const id = await aSite({ name: "Shop &amp; Co", timezone: "UTC+5.5" });
    await anonymousAccess(id);
    for (let n = 10; n < 22; n++) await alias(id, `https://alias-${n}.example/?a&amp;b`);
    await alias(await aSite(), "https://other.example");
    const read = await details(id);
    expect(read).toMatchObject({
      site: {
        name: "Shop & Co",
        isPublic: true,
        strangerUrl: `https://matomo.example/index.php?module=CoreHome&action=index&idSite=${id}&period=day&date=yesterday&token_auth=anonymous`,
      },
      timeZone: "UTC+5.5",
      aliasUrls: { count: 12 },
      asOf: "2026-11-23T18:20:00.000Z",
    });
    expect(read.aliasUrls.first).toHaveLength(10);
    expect(read.aliasUrls.first[0]).toBe("https://alias-10.example/?a&b");
  });

  it("has no address for strangers while it is private, and nobody to answer for it", async () => {
    const id = await aSite();
    expect(await details(id)).toMatchObject({ site: { strangerUrl: null, publication: null }, answersFor: null });
  });

  it("is being checked, with what is known of it, while the row of a public site is away", async () => {
    const id = await aSite();
    await publication(id);
    expect(await details(id)).toMatchObject({
      site: { isPublic: true, isChecking: true, strangerUrl: null, publication: { grantedBy: "anna" } },
      answersFor: { how: "granted", login: "anna" },
    });
  });

  it.each([
    ["nothing hides it", [], null, "shown"],
    ["the site hides the visitor profile alone", ["disable_visitor_profile"], null, "shown"],
    ["the site hides it", ["disable_visitor_log"], null, "hidden"],
    ["all sites hide the profile alone", [], "disable_visitor_profile", "shown"],
    ["all sites hide it", [], "disable_visitor_log", "hidden"],
  ])("says of the visits log what Matomo's settings come to: %s", async (_, own, everywhere, visitsLog) => {
    const id = await aSite();
    for (const name of own) await hide(id, name);
    await hide(await aSite(), "disable_visitor_log");
    if (everywhere) {
      await rawRun(
        "INSERT INTO `matomo_plugin_setting` (plugin_name, setting_name, setting_value, user_login) VALUES ('Live', ?, '1', '')",
        [everywhere],
      );
    }
    expect(await details(id)).toMatchObject({ visitsLog });
  });

  it("says who answers for it: who kept it, else who published it here, else nobody", async () => {
    const portal = await published("Portal", { grantedBy: "anna" });
    const kept = await published("Kept", { reviewedAt: plus(now(), -DAY_MS) });
    const outside = await published("Outside", { channel: "outside", grantedBy: null });
    const unseen = await aSite();
    await anonymousAccess(unseen);
    expect((await details(portal)).answersFor).toEqual({ how: "granted", login: "anna", at: now().toISOString() });
    expect((await details(kept)).answersFor).toMatchObject({ how: "kept", login: "bob" });
    expect((await details(outside)).answersFor).toEqual({ how: "nobody" });
    expect((await details(unseen)).answersFor).toEqual({ how: "nobody" });
  });

  it("has its story when Matomo has deleted it, and an empty one when it never was", async () => {
    await anEvent(granted([4711]));
    expect(await details(4711)).toMatchObject({ site: null, timeZone: null, history: { total: 1 } });
    expect(await details(4712)).toMatchObject({ site: null, history: { total: 0, entries: [], isComplete: true } });
  });
});

describe("the history of a site", () => {
  it("is what was done to it, newest first, as the activity tells it", async () => {
    const user = await aSuperUser({ login: "anna" });
    await runWatch();
    const anna = await signIn(user);
    const [id, other] = [await aSite({ name: "Shop" }), await aSite()];
    await publish(anna, [id, other]);
    await makePrivate(anna, [id]);
    await publish(anna, [other]);
    const { history } = await details(id);
    expect(history.entries.map((entry) => [entry.facts.type, entry.actor])).toEqual([
      ["public-access.revoked", { type: "superUser", login: "anna" }],
      ["public-access.granted", { type: "superUser", login: "anna" }],
    ]);
    expect(history).toMatchObject({ total: 2, unsure: 0, isComplete: true });
  });

  it("takes no number for another, wherever it stands, and no words for facts", async () => {
    const right = [[12], [12, 99], [7, 12], [7, 12, 99]];
    for (const ids of right) await anEvent(granted(ids));
    for (const ids of [[1], [2], [112, 120, 121], [7], []]) await anEvent(granted(ids, 'see "siteIds":[12] or ,12,'));
    await anEvent({ type: "sign-in.refused", login: '"siteIds":[12]', reason: "wrong" }, { actor: VISITOR });
    expect((await details(12)).history).toMatchObject({ total: right.length, isComplete: true });
  });

  it("counts the refusals that name only the first 50 of their sites as not known", async () => {
    const fifty = Array.from({ length: 50 }, (_, index) => index + 100);
    await anEvent(refused(fifty, 70));
    await anEvent(refused(fifty));
    await anEvent(refused([7], 1));
    expect((await details(7)).history).toMatchObject({ total: 1, unsure: 1 });
    expect((await details(100)).history).toMatchObject({ total: 2, unsure: 0 });
  });

  it("shows the last 50 and says how many there are; the same number of statements for 2 events and for 200", async () => {
    const id = await aSite();
    await manyEvents(2, granted([id]));
    const few = await statementsOf(() => details(id));
    await manyEvents(198, granted([id]));
    const many = await statementsOf(() => details(id));
    expect(many.length).toBe(few.length);
    const { history } = await details(id);
    expect([history.entries.length, history.total, history.entries[0]?.seq]).toEqual([50, 200, 200]);
  });

  it("searches the newest 10,000 events about sites, however many others there are, and says when there are more", async () => {
    const id = await aSite();
    await anEvent(granted([id]));
    await anEvent(granted([id + 1]));
    await repeated(2, 9_998);
    await anEvent({ type: "sign-out" });
    expect((await details(id)).history).toMatchObject({ total: 1, isComplete: true, lookedAt: 10_000 });
    await anEvent(granted([id + 1]));
    expect((await details(id)).history).toMatchObject({ total: 0, isComplete: false });
  });
});

describe("what changed since somebody last looked", () => {
  it("counts sites once each, by whomever, and says when the last change was", async () => {
    await anEvent(granted([1, 2]));
    const since = now();
    advance(MINUTE_MS);
    await anEvent(granted([2, 3]));
    await anEvent({ type: "public-access.granted-outside", ...eventSites([3, 4]) }, { actor: WATCH });
    advance(MINUTE_MS);
    await anEvent({ type: "public-access.resumed", ...eventSites([5]), left: 0 });
    await anEvent(revoked([2]));
    await anEvent({ type: "public-access.revoked-outside", ...eventSites([9]) }, { actor: WATCH });
    await anEvent({ type: "public-access.paused", ...eventSites([3, 4]), reason: asTyped("x") });
    advance(MINUTE_MS);
    await anEvent({ type: "public-access.locked", ...eventSites([]), reason: asTyped("x") });
    await anEvent({ type: "public-access.kept", ...eventSites([1]), note: asTyped("") });
    expect(await readChangesSince(since)).toEqual({
      ...{ madePublic: 4, madePrivate: 4, isComplete: true },
      lastMadePublicAt: "2026-11-23T18:22:00.000Z",
      lastMadePrivateAt: "2026-11-23T18:22:00.000Z",
      since: since.toISOString(),
      asOf: "2026-11-23T18:23:00.000Z",
    });
  });

  it("says that nothing changed only when that is so, and does not take what was there before for a change", async () => {
    await aSuperUser();
    await anonymousAccess(await aSite());
    await runWatch();
    expect(await readChangesSince(new Date(0))).toMatchObject({ madePublic: 0, lastMadePublicAt: null });
    await anonymousAccess(await aSite());
    await runWatch();
    expect(await readChangesSince(new Date(0))).toMatchObject({ madePublic: 1, madePrivate: 0 });
    const away = "portal_audit_event_away";
    await rawRun(`ALTER TABLE portal_audit_event RENAME TO ${away}`);
    await expect(
      readChangesSince(new Date(0)).finally(() => rawRun(`ALTER TABLE ${away} RENAME TO portal_audit_event`)),
    ).rejects.toMatchObject({ code: "schema_not_understood" });
  });

  it("counts 500 events in one statement, and says so when there are more", async () => {
    await manyEvents(500, granted([1]));
    const since = plus(now(), -MINUTE_MS);
    const statements = await statementsOf(async () => {
      expect(await readChangesSince(since)).toMatchObject({ madePublic: 1, isComplete: true });
    });
    expect(statements).toHaveLength(1);
    await manyEvents(1, revoked([1]));
    expect(await readChangesSince(since)).toMatchObject({ madePublic: 1, madePrivate: 1, isComplete: false });
    expect(await testDb().auditEvent.count()).toBe(501);
  });
});
