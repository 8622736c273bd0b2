import { describe, expect, it } from "vitest";
import { runWithRecentAuth } from "@/lib/auth/command";
import { listSites } from "@/lib/domain/public-access/queries";
import { sitesQuerySchema } from "@/lib/domain/public-access/schema";
import { keepPublicCommand } from "@/lib/domain/review/commands";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { housekeep } from "@/lib/jobs/housekeep";
import { auditQuerySchema } from "@/lib/ledger/audit/filter-schema";
import { listAudit } from "@/lib/ledger/audit/queries";
import { DAY_MS, HOUR_MS } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { statementsOf } from "@/tests/bench/count-statements";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { ask, extend, unblock } from "@/tests/support/emergency";
import { makePrivate, publish, type SignedIn, signIn } from "@/tests/support/people";
import { accessRows, auditOf, expectChainHolds, mailFacts, mails } from "@/tests/support/state";
import { watchUntilBelieved } from "@/tests/support/watch";

useDatabase();

const START = "2026-11-23T12:00:00Z";
const END = new Date("2027-01-01T00:00:00Z");
const REASON = "Sponsors follow the visits";

/** A site that anna published until 31 December, and that the watch has seen. */
async function sponsored(): Promise<{ anna: SignedIn; id: number }> {
  freezeClock(START);
  const anna = await signIn(await aSuperUser({ login: "anna" }));
  const id = await aSite({ name: "Shop", url: "https://shop.example" });
  await publish(anna, [id], { endsOn: "2026-12-31", reason: REASON });
  await runWatch();
  return { anna, id };
}

async function revokedInMatomo(id: number): Promise<void> {
  await rawRun("DELETE FROM `matomo_access` WHERE idsite = ?", [id]);
  expect(await watchUntilBelieved()).toMatchObject({ vanished: 1 });
}

const publicationOf = (idsite: number) => testDb().publication.findUnique({ where: { idsite } });

describe("a site that comes back after it was made private outside", () => {
  it("is a new event with its alert, and the end date that was promised holds again", async () => {
    const { id } = await sponsored();
    const other = await aSite({ name: "Blog" });
    await revokedInMatomo(id);
    advance(29 * DAY_MS);
    await anonymousAccess(id);
    await anonymousAccess(other);
    expect(await runWatch()).toMatchObject({ appeared: 2, expired: 0 });

    const [back, fresh] = [await publicationOf(id), await publicationOf(other)];
    expect(back).toMatchObject({ channel: "outside", grantedBy: null, reason: null, until: END });
    expect(back).toMatchObject({ earlierBy: "anna", earlierReason: REASON, earlierUntil: END });
    expect(fresh).toMatchObject({ channel: "outside", until: null, earlierBy: null, earlierUntil: null });
    expect(await auditOf("public-access.granted-outside")).toMatchObject([
      { siteIds: [id, other], ends: [{ until: END.toISOString(), siteIds: [id] }] },
    ]);
    const { entries } = await listAudit(auditQuerySchema.parse({ site: other }));
    expect(entries.map(({ facts }) => facts.type)).toContain("public-access.granted-outside");
    const [facts] = await mailFacts("public-outside");
    expect(facts).toMatchObject({ total: 2, earlierEnds: 1 });
    expect(facts?.sites.map(({ name, earlier }) => [name, earlier])).toEqual([
      ["Blog", undefined],
      ["Shop", { by: "anna", reason: REASON, until: "2026-12-31" }],
    ]);
    advance(11 * DAY_MS);
    expect(await runWatch()).toMatchObject({ expired: 1 });
    expect(await accessRows()).toEqual([[other, "anonymous", "view"]]);
    await expectChainHolds();
  });

  it("has the promise again each time, and what a Super User makes of it", async () => {
    const { anna, id } = await sponsored();
    await revokedInMatomo(id);
    await anonymousAccess(id);
    await runWatch();
    expect(await extend(anna, [id], "2027-02-28")).toMatchObject({ ok: true });
    await revokedInMatomo(id);
    await anonymousAccess(id);
    await runWatch();
    expect(await publicationOf(id)).toMatchObject({
      ...{ channel: "outside", until: new Date("2027-03-01T00:00:00Z"), earlierBy: "anna", earlierReason: REASON },
    });
  });

  it("is made private at once when that end has passed", async () => {
    const { id } = await sponsored();
    advance(30 * DAY_MS);
    await revokedInMatomo(id);
    advance(20 * DAY_MS);
    await anonymousAccess(id);
    expect(await runWatch()).toMatchObject({ appeared: 1, expired: 1, public: 0 });
    expect(await accessRows()).toEqual([]);
    expect(await mails("public-outside")).toHaveLength(1);
    expect((await mailFacts("made-private")).at(-1)).toMatchObject({ actor: null, cause: "expired" });
    // By its end, and so for good: there is no promise any more.
    await anonymousAccess(id);
    expect(await runWatch()).toMatchObject({ appeared: 1, expired: 0 });
    expect(await publicationOf(id)).toMatchObject({ until: null, earlierUntil: null });
  });

  it("after 30 days has no end, and what was kept of it is forgotten", async () => {
    const { id } = await sponsored();
    await revokedInMatomo(id);
    advance(30 * DAY_MS - HOUR_MS);
    await housekeep(db());
    expect(await testDb().formerPublication.count()).toBe(1);
    advance(HOUR_MS);
    await anonymousAccess(id);
    await runWatch();
    expect(await publicationOf(id)).toMatchObject({ channel: "outside", until: null, earlierBy: null });
    await housekeep(db());
    expect(await testDb().formerPublication.count()).toBe(0);
  });

  it("published again in the portal ends when its Super User says", async () => {
    const { anna, id } = await sponsored();
    await revokedInMatomo(id);
    await publish(anna, [id], { endsOn: null });
    expect(await publicationOf(id)).toMatchObject({ channel: "portal", until: null, earlierUntil: null });
    await revokedInMatomo(id);
    await anonymousAccess(id);
    await runWatch();
    expect(await publicationOf(id)).toMatchObject({ channel: "outside", until: null, earlierBy: "anna" });
  });

  it.each<[string, (anna: SignedIn, id: number) => Promise<unknown>]>([
    ["made private here", (anna, id) => makePrivate(anna, [id])],
    [
      "blocked",
      (anna) => ask.block(anna).then(() => rawRun("DELETE FROM portal_setting WHERE name = 'publishing.block'")),
    ],
  ])("has no promise once it was %s", async (_, end) => {
    const { anna, id } = await sponsored();
    await revokedInMatomo(id);
    await anonymousAccess(id);
    await runWatch();
    await end(anna, id);
    await anonymousAccess(id);
    expect(await runWatch()).toMatchObject({ appeared: 1 });
    expect(await publicationOf(id)).toMatchObject({ channel: "outside", until: null, earlierUntil: null });
  });

  it("takes as many statements for 200 sites as for 2", async () => {
    freezeClock(START);
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    const comeBack = async (count: number) => {
      const ids: number[] = [];
      for (let site = 0; site < count; site++) ids.push(await aSite());
      await publish(anna, ids, { endsOn: "2026-12-31" });
      await runWatch();
      await rawRun(`DELETE FROM \`matomo_access\` WHERE idsite IN (${ids.join(",")})`);
      expect(await watchUntilBelieved()).toMatchObject({ vanished: count });
      const values = ids.map((id) => `('anonymous', ${id}, 'view')`).join(",");
      await rawRun(`INSERT INTO \`matomo_access\` (login, idsite, access) VALUES ${values}`);
      return (await statementsOf(runWatch)).length;
    };
    const two = await comeBack(2);
    expect(await comeBack(200)).toBe(two);
  });
});

describe("an id that Matomo gives to another site", () => {
  const another = async (id: number, changes: Parameters<typeof aSite>[0] = {}) => {
    await rawRun("DELETE FROM `matomo_site` WHERE idsite = ?", [id]);
    await aSite({ idsite: id, name: "Staff intranet", createdAt: new Date("2026-11-23T12:01:00Z"), ...changes });
  };

  it("between two watches: the other site is public outside, alerted, and inherits nothing", async () => {
    const { id } = await sponsored();
    await rawRun("UPDATE `matomo_access` SET access = 'admin' WHERE idsite = ?", [id]);
    await runWatch();
    await another(id);
    expect(await runWatch()).toMatchObject({ appeared: 1, vanished: 1, opened: 1, public: 1 });
    expect(await runWatch()).toMatchObject({ appeared: 0, vanished: 0, opened: 0 });

    expect(await publicationOf(id)).toMatchObject({
      ...{ channel: "outside", grantedBy: null, reason: null, until: null },
      ...{ earlierBy: null, earlierReason: null, siteName: "Staff intranet" },
    });
    expect(await mailFacts("public-outside")).toMatchObject([{ total: 1, sites: [{ id, name: "Staff intranet" }] }]);
    expect(await mailFacts("private-outside")).toMatchObject([{ total: 1, sites: [{ id, name: "Shop" }] }]);
    expect(await auditOf("public-access.revoked-outside")).toMatchObject([{ sites: [{ name: "Shop" }] }]);
    expect(await testDb().finding.findMany({ orderBy: { kind: "asc" } })).toMatchObject([
      { kind: "public-outside" },
      { kind: "writable" },
    ]);
    await expectChainHolds();
  });

  it("while it was private has no promise of the site before", async () => {
    const { id } = await sponsored();
    await revokedInMatomo(id);
    await another(id);
    await anonymousAccess(id);
    await runWatch();
    expect(await publicationOf(id)).toMatchObject({ channel: "outside", until: null, earlierBy: null });
    expect(await mailFacts("public-outside")).toMatchObject([{ sites: [{ name: "Staff intranet" }] }]);
  });

  it("is not made public by restoring what was blocked before", async () => {
    const { anna, id } = await sponsored();
    await ask.block(anna);
    await another(id);
    expect(await unblock(anna)).toMatchObject({ ok: true, data: { restoredCount: 0, leftCount: 1 } });
    expect(await accessRows()).toEqual([]);
  });

  it.each<[string, (anna: SignedIn, id: number) => Promise<unknown>]>([
    [
      "keeps it public",
      (anna, id) => runWithRecentAuth(keepPublicCommand, anna.context, { siteIds: [id], note: "Still meant" }),
    ],
    ["gives it an end date", (anna, id) => extend(anna, [id], "2027-02-28")],
    ["makes it private", (anna, id) => makePrivate(anna, [id])],
    ["blocks everything", (anna) => ask.block(anna)],
  ])("is heard of before somebody %s", async (_, act) => {
    const { anna, id } = await sponsored();
    await another(id);
    expect(await act(anna, id)).toMatchObject({ ok: true });
    expect(await mailFacts("public-outside")).toMatchObject([{ sites: [{ id, name: "Staff intranet" }] }]);
    expect(await mailFacts("private-outside")).toMatchObject([{ sites: [{ id, name: "Shop" }] }]);
  });

  it.each<[string, string]>([
    ["renamed", "name = 'Web shop'"],
    ["moved to another address", "main_url = 'https://www.shop.example'"],
    ["given an earlier creation by an import", "ts_created = '2019-01-01 00:00:00'"],
    ["rid of its creation", "ts_created = NULL"],
  ])("is not what a site is that was %s: nobody is alerted, and what is known of it stays", async (_, change) => {
    const { id } = await sponsored();
    const before = await mails();
    await rawRun(`UPDATE \`matomo_site\` SET ${change} WHERE idsite = ?`, [id]);
    expect(await runWatch()).toMatchObject({ appeared: 0, vanished: 0 });
    expect(await publicationOf(id)).toMatchObject({ channel: "portal", grantedBy: "anna", until: END });
    // One after the other: what is remembered follows.
    await rawRun("UPDATE `matomo_site` SET name = 'Anders', ts_created = NULL WHERE idsite = ?", [id]);
    expect(await runWatch()).toMatchObject({ appeared: 0, vanished: 0 });
    expect(await mails()).toEqual(before);
  });

  it("is not what a publication is of before sites were remembered: it takes the site there is", async () => {
    const { id } = await sponsored();
    await rawRun("UPDATE portal_publication SET site_name = NULL, site_url = NULL, site_created = NULL");
    expect(await runWatch()).toMatchObject({ appeared: 0, vanished: 0 });
    expect(await publicationOf(id)).toMatchObject({ channel: "portal", siteName: "Shop" });
    expect(await mails("public-outside")).toEqual([]);
  });
});

describe("the list", () => {
  const rowOf = async (id: number) => {
    const { rows, totals } = await listSites(sitesQuerySchema.parse({ site: String(id), state: "public" }));
    return { row: rows[0], totals };
  };

  it("says of a site whose row is away that it is checked, counts it as public, and never calls it private", async () => {
    const { id } = await sponsored();
    await rawRun("DELETE FROM `matomo_access`");
    for (const look of [async () => undefined, runWatch]) {
      await look();
      const { row, totals } = await rowOf(id);
      expect(row).toMatchObject({ isPublic: true, isChecking: true, publication: { grantedBy: "anna" } });
      expect(totals.public).toBe(1);
    }
    await watchUntilBelieved();
    expect((await rowOf(id)).row).toBeUndefined();
  });

  it("shows of a site that came back who published it before, why, and that its end still applies", async () => {
    const { id } = await sponsored();
    await revokedInMatomo(id);
    await anonymousAccess(id);
    await runWatch();
    const { row } = await rowOf(id);
    expect(row?.isChecking).toBeUndefined();
    expect(row?.publication).toMatchObject({
      ...{ channel: "outside", grantedBy: null, until: END.toISOString() },
      earlier: { by: "anna", reason: REASON, endHolds: true },
    });
  });

  it("says nothing of a site that was known of the site before under its id, not even before the watch", async () => {
    const { id } = await sponsored();
    await rawRun("UPDATE `matomo_site` SET name = 'Staff intranet', main_url = 'https://intranet.example'");
    expect((await rowOf(id)).row).toMatchObject({ name: "Staff intranet", isPublic: true, publication: null });
  });
});
