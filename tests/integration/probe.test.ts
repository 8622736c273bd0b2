import { beforeEach, describe, expect, it } from "vitest";
import { readOutside } from "@/lib/domain/probe/queries";
import { runProbe } from "@/lib/domain/probe/run-probe";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { followUp } from "@/lib/jobs/follow-up";
import { env } from "@/lib/platform/env";
import { answerAsMatomo, type FaceState } from "@/scripts/matomo-stub.mjs";
import { statementsOf } from "@/tests/bench/count-statements";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { leaseOf } from "@/tests/support/leases";
import { manySites } from "@/tests/support/many-sites";
import { type MatomoFace, send, startMatomoFace, stateOf } from "@/tests/support/matomo-stub";
import { published } from "@/tests/support/published";
import { auditOf, everything, expectChainHolds, mailFacts, mails } from "@/tests/support/state";
import { watchUntilBelieved } from "@/tests/support/watch";

useDatabase();

let face: MatomoFace;
let shop: number;
let secret: number;
beforeEach(async () => {
  await aSuperUser({ login: "anna" });
  await aSuperUser({ login: "jonas" });
  shop = await aSite({ name: "Shop" });
  secret = await aSite({ name: "Secret" });
  await anonymousAccess(shop);
  await runWatch();
  face = await startMatomoFace();
  env().MATOMO_URL = face.url;
  env().CANARY_SITE_ID = undefined;
});

const probe = () => runProbe();
const findings = () => testDb().finding.findMany({ orderBy: [{ kind: "asc" }, { subject: "asc" }] });
const newest = () => testDb().probe.findFirstOrThrow({ orderBy: { id: "desc" } });

/** Does `work` once, after the table was read and before the first question is answered. */
function beforeTheList(work: () => Promise<unknown>): void {
  let isDone = false;
  face.fault = async (_, response, url) => {
    if (!isDone) await work();
    isDone = true;
    send(response, answerAsMatomo(url.searchParams, await stateOf(face)));
  };
}

describe("a probe from outside", () => {
  it("that agrees with the table writes nothing but itself", async () => {
    const before = await everything();
    expect(await probe()).toEqual({
      ...{ seen: 1, configured: 1, readable: 1, unexpected: 0, unreadable: 0, looked: 1, opened: 0, closed: 0 },
    });
    expect(await everything()).toEqual(before);
    expect(await newest()).toMatchObject({ outcome: "seen", readable: 1, configured: 1, trouble: null, canary: null });
    expect(await testDb().probeSite.findMany()).toMatchObject([
      { idsite: shop, dashboard: "shown", reports: "shown", visitsLog: "shown", userIds: "empty", personal: "[]" },
    ]);
  });

  it("a site that is readable though private is alerted to each Super User once, and once more when it is mended", async () => {
    face.alsoShown.add(secret);
    expect(await probe()).toMatchObject({ readable: 2, unexpected: 1, opened: 1 });
    for (let more = 0; more < 3; more += 1)
      expect(await probe()).toMatchObject({ unexpected: 1, opened: 0, closed: 0 });
    expect(await findings()).toMatchObject([{ kind: "readable-though-private", subject: String(secret) }]);
    expect(await mails("finding")).toHaveLength(2);
    expect(await mailFacts("finding")).toMatchObject([
      { finding: "readable-though-private", phase: "found", total: 1, sites: [{ id: secret, name: "Secret" }] },
    ]);
    expect(await auditOf("finding.opened")).toMatchObject([{ finding: "readable-though-private", siteIds: [secret] }]);
    const [event] = await testDb().auditEvent.findMany({ where: { type: "finding.opened" } });
    expect(event).toMatchObject({ actorType: "system", actorName: "probe" });

    face.alsoShown.delete(secret);
    expect(await probe()).toMatchObject({ unexpected: 0, closed: 1 });
    expect(await findings()).toEqual([]);
    expect(await mails("finding")).toHaveLength(4);
    expect((await mailFacts("finding"))[1]).toMatchObject({ phase: "mended", sites: [{ id: secret }] });
    await expectChainHolds();
  });

  it("the watch neither opens nor closes what was seen from outside, and nor does making a site private", async () => {
    face.alsoShown.add(secret);
    await probe();
    expect(await runWatch()).toMatchObject({ opened: 0, closed: 0 });
    await anonymousAccess(secret);
    await runWatch();
    await rawRun("DELETE FROM `matomo_access` WHERE idsite = ?", [secret]);
    await watchUntilBelieved();
    expect(await findings()).toMatchObject([{ kind: "readable-though-private", subject: String(secret) }]);
  });

  it("a site made public in the table meanwhile is no longer readable though private: closed without a mail", async () => {
    face.alsoShown.add(secret);
    await probe();
    const told = (await mails("finding")).length;
    await anonymousAccess(secret);
    expect(await probe()).toMatchObject({ unexpected: 0, closed: 1 });
    expect(await findings()).toEqual([]);
    expect(await mails("finding")).toHaveLength(told);
  });

  it("a site that is listed once and not the second time is not believed", async () => {
    let asked = 0;
    face.fault = async (_, response, url) => {
      const state = await stateOf(face);
      const readable = asked === 0 ? [shop, secret] : state.readable;
      asked += 1;
      send(response, answerAsMatomo(url.searchParams, { ...state, readable }));
    };
    expect(await probe()).toMatchObject({ seen: 1, unexpected: 0, opened: 0 });
    expect(asked).toBeGreaterThan(1);
  });

  it.each([
    ["published", () => anonymousAccess(secret)],
    ["made private", () => rawRun("DELETE FROM `matomo_access` WHERE idsite = ?", [shop])],
  ])("a site that is %s in the middle of a probe is no contradiction", async (_, change) => {
    beforeTheList(change);
    expect(await probe()).toMatchObject({ seen: 1, unexpected: 0, unreadable: 0, opened: 0 });
    expect(await findings()).toEqual([]);
  });

  it("what is public by the table and not readable is named with the likely reason, and alerts nobody", async () => {
    face.hidden.add(shop);
    expect(await probe()).toMatchObject({ readable: 0, unreadable: 1, opened: 0 });
    expect(JSON.parse((await newest()).differences)).toEqual({
      ...{ unexpected: [], unreadable: [{ id: shop, reason: "unknown" }] },
    });
  });

  it("a user anonymous of another spelling: the API lists, pages refuse", async () => {
    face.state = { anonymous: "renamed" };
    await probe();
    expect(await testDb().probeSite.findMany()).toMatchObject([{ dashboard: "refused", reports: "shown" }]);
  });

  it("what looks personal is kept masked, what is switched off is refused", async () => {
    face.state = {
      pages: {
        [shop]: [{ url: "https://shop.example/confirm?email=lea%40people.example", title: "Hello lea@people.example" }],
      },
      userIds: { [shop]: ["lea@people.example"] },
      visitsLogOff: [shop],
    };
    await probe();
    const [kept] = await testDb().probeSite.findMany();
    expect(kept).toMatchObject({ visitsLog: "refused", userIds: "shown", personalCount: 2, trouble: null });
    expect(JSON.stringify(kept, (_, value) => (typeof value === "bigint" ? String(value) : value))).not.toMatch(
      /lea|people/,
    );
  });

  it("runs under its lease: without it any more nothing is written", async () => {
    face.alsoShown.add(secret);
    await leaseOf("probe");
    await expect(runProbe({ lease: { name: "probe", holder: "stalled" } })).rejects.toMatchObject({
      code: "lease_lost",
    });
    expect(await findings()).toEqual([]);
    expect(await testDb().probe.count()).toBe(0);
  });

  it("new publications are looked at first, the newest first; then those whose look is the oldest", async () => {
    await rawRun("DELETE FROM `matomo_access`");
    await rawRun("DELETE FROM portal_publication");
    const ids: number[] = [];
    for (let hour = 0; hour < 24; hour += 1) {
      ids.push(
        await published(`Site ${hour}`, { since: new Date(`2026-11-01T${String(hour).padStart(2, "0")}:00:00Z`) }),
      );
    }
    const looked = async () => (await testDb().probeSite.findMany()).map(({ idsite }) => idsite).sort((a, b) => a - b);
    expect(await probe()).toMatchObject({ looked: 20 });
    expect(await looked()).toEqual(ids.slice(4));
    await probe();
    expect(await looked()).toEqual(ids);
  });

  it("what became public since the last probe is looked at after the next watch, and only then", async () => {
    const watched = async () => {
      await runWatch();
      await followUp("watch", { outcome: "done", counts: {} });
      return testDb().probe.count();
    };
    expect(await watched()).toBe(1);
    expect(await watched()).toBe(1);
    await anonymousAccess(secret);
    expect(await watched()).toBe(2);
    expect(await testDb().probeSite.findUnique({ where: { idsite: secret } })).toMatchObject({ dashboard: "shown" });
    expect(await watched()).toBe(2);
  });

  it("10,000 public sites take the statements of one", async () => {
    await rawRun("DELETE FROM `matomo_access`");
    await anonymousAccess(shop);
    const one = await statementsOf(probe);
    const ids = await manySites(10_000);
    await rawRun(
      "INSERT INTO `matomo_access` (login, idsite, access) SELECT 'anonymous', idsite, 'view' FROM `matomo_site` WHERE idsite >= ?",
      [ids[0] ?? 0],
    );
    face.state = { readable: [shop, ...ids] };
    const many = await statementsOf(async () => {
      expect(await probe()).toMatchObject({ seen: 1, readable: 10_001, unexpected: 0, unreadable: 0 });
    });
    expect(many.length).toBe(one.length);
  });
});

it("Matomo 4 refuses with 200 what it does not show: refused, not unknown", async () => {
  face.state = { version: 4, pluginsOff: ["Live", "UserId"] };
  await probe();
  expect(await newest()).toMatchObject({ outcome: "seen", likelyReason: null });
  expect(await testDb().probeSite.findUnique({ where: { idsite: shop } })).toMatchObject({
    ...{ dashboard: "shown", reports: "shown", visitsLog: "refused", userIds: "refused", trouble: null },
  });
});

it("annotations are public, and from 5.5 on with their authors' logins: how many is kept, never which", async () => {
  face.state = { annotations: { [shop]: [{ note: "a" }, { note: "b" }] } };
  await probe();
  const siteProbe = () => testDb().probeSite.findUnique({ where: { idsite: shop } });
  expect(await siteProbe()).toMatchObject({ annotations: "shown", annotationAuthors: 0 });
  const user = "lea@people.example";
  face.state = {
    annotations: {
      [shop]: [
        { note: "a", user },
        { note: "b", user },
        { note: "c", user: "jo" },
      ],
    },
  };
  await probe();
  expect(await siteProbe()).toMatchObject({ annotations: "shown", annotationAuthors: 2 });
  expect(
    JSON.stringify(await siteProbe(), (_, value) => (typeof value === "bigint" ? String(value) : value)),
  ).not.toContain("lea");
  face.state = { pluginsOff: ["Annotations"] };
  await probe();
  expect(await siteProbe()).toMatchObject({ annotations: "refused", annotationAuthors: 0 });
  face.state = {};
  await probe();
  expect(await siteProbe()).toMatchObject({ annotations: "empty", annotationAuthors: 0 });
});

describe("the canary", () => {
  beforeEach(() => {
    env().CANARY_SITE_ID = secret;
  });

  it("that strangers are refused is closed", async () => {
    await probe();
    expect(await newest()).toMatchObject({ canary: "closed" });
    expect(await findings()).toEqual([]);
  });

  it("that is readable is the loudest alert, once, and told when it is closed again", async () => {
    face.alsoShown.add(secret);
    expect(await probe()).toMatchObject({ opened: 1 });
    expect(await probe()).toMatchObject({ opened: 0 });
    expect(await newest()).toMatchObject({ canary: "open" });
    expect(await findings()).toMatchObject([{ kind: "canary-readable", subject: String(secret) }]);
    expect(await mails("finding")).toHaveLength(2);
    face.alsoShown.delete(secret);
    expect(await probe()).toMatchObject({ closed: 1 });
    expect((await mailFacts("finding")).map(({ finding, phase }) => [finding, phase])).toEqual([
      ["canary-readable", "found"],
      ["canary-readable", "mended"],
    ]);
  });

  it("that is public by the table is no less readable", async () => {
    await anonymousAccess(secret);
    expect(await probe()).toMatchObject({ opened: 1, unexpected: 0 });
    expect(await findings()).toMatchObject([{ kind: "canary-readable" }]);
  });

  it("that nobody could ask about is unknown: not fine, and not mended", async () => {
    face.alsoShown.add(secret);
    await probe();
    face.fault = (_, response) => response.writeHead(503).end();
    expect(await probe()).toMatchObject({ closed: 0 });
    expect(await newest()).toMatchObject({ canary: "unknown" });
    expect(await findings()).toHaveLength(1);
  });

  it("that shows its dashboard alone, though Matomo does not list it, is readable", async () => {
    face.fault = async (_, response, url) => {
      const state = await stateOf(face);
      const isPage = url.searchParams.get("module") === "CoreHome";
      send(response, answerAsMatomo(url.searchParams, isPage ? { ...state, readable: [shop, secret] } : state));
    };
    expect(await probe()).toMatchObject({ opened: 1 });
  });

  it.each<Partial<FaceState>>([
    { version: 4 },
    { version: 4, pluginsOff: ["VisitsSummary"] },
    { pluginsOff: ["VisitsSummary"] },
  ])("is closed again on Matomo 4 too, and with a plugin switched off (%j)", async (as) => {
    face.state = as;
    face.alsoShown.add(secret);
    expect(await probe()).toMatchObject({ opened: 1 });
    face.alsoShown.delete(secret);
    expect(await probe()).toMatchObject({ closed: 1 });
    expect(await newest()).toMatchObject({ canary: "closed" });
    expect(await findings()).toEqual([]);
  });

  it.each([
    [{ untrustedHost: true }, "untrusted-host"],
    [{ ipList: "pages" }, "ip-list"],
  ] as const)("is unknown, with the reason, where Matomo does not tell this server: %j", async (as, trouble) => {
    face.state = as;
    await probe();
    expect(await newest()).toMatchObject({ outcome: "seen", canary: "unknown" });
    expect((await readOutside()).canary).toMatchObject({ id: secret, state: "unknown", trouble });
  });

  it("that is another site from now on closes without a mail", async () => {
    face.alsoShown.add(secret);
    await probe();
    const told = (await mails("finding")).length;
    env().CANARY_SITE_ID = await aSite();
    face.alsoShown.delete(secret);
    expect(await probe()).toMatchObject({ closed: 1 });
    expect(await mails("finding")).toHaveLength(told);
  });
});
