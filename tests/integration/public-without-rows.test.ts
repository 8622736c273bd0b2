import { beforeEach, describe, expect, it } from "vitest";
import { GET as metricsRoute } from "@/app/api/metrics/route";
import { GET as readyzRoute } from "@/app/api/readyz/route";
import { readFindings } from "@/lib/domain/findings/queries";
import { readOutside } from "@/lib/domain/probe/queries";
import { runProbe } from "@/lib/domain/probe/run-probe";
import { readPublishConsequences } from "@/lib/domain/public-access/consequences";
import { readLanding } from "@/lib/domain/public-access/landing";
import { listSites, matchingSiteIds } from "@/lib/domain/public-access/queries";
import { sitesQuerySchema } from "@/lib/domain/public-access/schema";
import { readSiteDetails } from "@/lib/domain/public-access/site-details";
import { runReminders } from "@/lib/domain/reminders/run-reminders";
import { readReview } from "@/lib/domain/review/queries";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { siteIdSchema } from "@/lib/platform/site-id";
import { checkAnonymous } from "@/lib/reports/doctor/check-matomo";
import { listExposure } from "@/lib/reports/exposure/queries";
import { readStatement } from "@/lib/reports/statement/queries";
import { statementSchema } from "@/lib/reports/statement/schema";
import { statementsOf } from "@/tests/bench/count-statements";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { aRun } from "@/tests/support/builders-portal";
import { freezeClock } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { ask } from "@/tests/support/emergency";
import { manySites } from "@/tests/support/many-sites";
import { type MatomoFace, startMatomoFace } from "@/tests/support/matomo-stub";
import { makePrivate, publish, type SignedIn, signIn, superUserOf } from "@/tests/support/people";
import { accessRows, auditOf, everything, mailFacts, mails } from "@/tests/support/state";

process.env.METRICS_TOKEN = "metrics-token-of-the-tests";
useDatabase();

let anna: SignedIn;
let ids: number[];
let face: MatomoFace;

/** Friday, and the Monday after it. */
const FRIDAY = "2026-11-20T12:00:00Z";
const MONDAY = "2026-11-23T12:00:00Z";

beforeEach(async () => {
  freezeClock(FRIDAY);
  const user = await aSuperUser({ login: "anna" });
  await aSuperUser({ login: "jonas" });
  ids = [
    await aSite({ name: "A" }),
    await aSite({ name: "B" }),
    await aSite({ name: "C" }),
    await aSite({ name: "D" }),
  ];
  await watch();
  anna = await signIn(user);
  face = await startMatomoFace();
  env().MATOMO_URL = face.url;
  env().CANARY_SITE_ID = undefined;
});

const watch = () => runWatch();
const setFlag = (value: number) =>
  rawRun("UPDATE `matomo_user` SET superuser_access = ? WHERE login = 'anonymous'", [value]);
const rename = (login: string) => rawRun("UPDATE `matomo_user` SET login = ? WHERE login = 'anonymous'", [login]);
const list = (query: Record<string, unknown> = {}) => listSites(sitesQuerySchema.parse(query));

async function metric(name: string): Promise<number> {
  const headers = { authorization: "Bearer metrics-token-of-the-tests" };
  const text = await (await metricsRoute(new Request("https://portal.example/api/metrics", { headers }))).text();
  return Number(new RegExp(`^${name} (\\d+)$`, "m").exec(text)?.[1]);
}

async function readiness(): Promise<{ status: number; problems: string[] }> {
  const headers = { authorization: "Bearer cron-secret-of-the-tests" };
  const response = await readyzRoute(new Request("http://localhost:3000/api/readyz", { headers }));
  return { ...(await response.json()), status: response.status };
}

/** The day after the reminder's hour: queued once for everybody. */
async function remind(): Promise<number> {
  freezeClock(MONDAY);
  const { sites } = await runReminders();
  return sites;
}

/** Each place that says how many sites are public. */
const PLACES: Record<string, () => Promise<number>> = {
  "the headline": async () => (await list()).totals.public,
  "the list, row by row": async () => (await list()).rows.filter(({ isPublic }) => isPublic).length,
  "the tab of the public sites": async () => (await list({ state: "public" })).matching,
  "what the tab of the private sites leaves": async () => ids.length - (await list({ state: "private" })).rows.length,
  "a search among the public sites": async () => (await list({ state: "public", q: "site-" })).matching,
  "the sites that need attention": async () => (await list({ attention: "needs-attention" })).matching,
  "select all": async () => (await matchingSiteIds(sitesQuerySchema.parse({}))).publicSiteIds.length,
  "the panels of the sites": async () => {
    let open = 0;
    for (const id of ids) if ((await readSiteDetails(siteIdSchema.parse(id))).site?.isPublic) open += 1;
    return open;
  },
  "the publish dialog": async () => (await readPublishConsequences(await superUserOf(anna), ids)).alreadyPublicCount,
  "the review": async () => (await readReview({ page: 1 })).total,
  "the exposure history": async () => (await listExposure({ range: "90" })).publicNow,
  "the last day of the exposure history": async () => (await listExposure({ range: "90" })).days.at(-1)?.public ?? -1,
  "the metric": () => metric("public_sites"),
  "the reminder": remind,
};
const places = Object.keys(PLACES);
const inEveryPlace = (count: number) => Object.fromEntries(places.map((place) => [place, count]));
async function askEveryPlace(): Promise<Record<string, number>> {
  const answers: Record<string, number> = {};
  for (const place of places) answers[place] = (await PLACES[place]?.()) ?? Number.NaN;
  return answers;
}

describe("anonymous is a Super User: every site is public, with or without a row", () => {
  it.each([1, 2, 255])("in every place that says what is public, with superuser_access = %i", async (flag) => {
    await setFlag(flag);
    await watch();
    expect(await askEveryPlace()).toEqual(inEveryPlace(4));
    expect(await list()).toMatchObject({
      totals: { sites: 4, public: 4 },
      reach: { granted: 0, everySite: true },
    });
    expect(await mailFacts("reminder")).toMatchObject([
      { total: 4, everySite: true, sites: [{ name: "A" }, { name: "B" }, { name: "C" }, { name: "D" }] },
    ]);
    expect(await mails("reminder")).toHaveLength(2);
  });

  it("and of the row that there is, it is not said twice; once the flag is gone everything is as before", async () => {
    await anonymousAccess(ids[1] ?? 0);
    await watch();
    await setFlag(1);
    await watch();
    expect(await list()).toMatchObject({
      totals: { sites: 4, public: 4 },
      reach: { granted: 1, everySite: true },
    });
    await setFlag(0);
    await watch();
    expect(await list()).toMatchObject({
      totals: { sites: 4, public: 1 },
      reach: { granted: 1, everySite: false },
    });
    expect(await testDb().publication.count()).toBe(1);
    expect(await askEveryPlace()).toEqual({ ...inEveryPlace(1), "the sites that need attention": 1 });
  });

  it("is alerted to everybody when it begins and when it ends, and nobody can say that it is meant", async () => {
    await setFlag(2);
    expect(await watch()).toMatchObject({ opened: 1, appeared: 0 });
    expect(await testDb().publication.count()).toBe(0);
    expect(await mailFacts("finding")).toMatchObject([
      { finding: "anonymous-super-user", phase: "found", detail: { texts: "superuser_access = 2" } },
    ]);
    await rawRun("UPDATE portal_finding SET acknowledged_at = since, acknowledged_by = 'anna', ack_reason = 'old'");
    expect(await readFindings()).toMatchObject({ needAttention: 1, findings: [{ kind: "anonymous-super-user" }] });
    await setFlag(0);
    await watch();
    expect((await mailFacts("finding"))[1]).toMatchObject({ finding: "anonymous-super-user", phase: "mended" });
    expect(await mails("finding")).toHaveLength(4);
  });

  it("stands first on the page, before every other finding", async () => {
    await anonymousAccess(ids[0] ?? 0, { access: "admin" });
    await setFlag(1);
    await watch();
    expect((await readFindings()).findings[0]?.kind).toBe("anonymous-super-user");
  });

  it("makes the readiness red, and says what to run", async () => {
    await aRun({ job: "watch" });
    expect((await readiness()).status).toBe(200);
    await setFlag(255);
    const { status, problems } = await readiness();
    expect(status).toBe(503);
    expect(problems.join()).toContain("UPDATE matomo_user SET superuser_access = 0 WHERE login = 'anonymous'");
  });

  it("is what the external check expects to see: no plugin and no cache is blamed", async () => {
    await setFlag(1);
    for (const id of ids) face.alsoShown.add(id);
    expect(await runProbe()).toMatchObject({ configured: 4, readable: 4, unexpected: 0, opened: 0 });
    expect(await readOutside()).toMatchObject({ configuredCount: 4, newest: { unexpected: { total: 0 } } });
    await setFlag(0);
    expect(await runProbe()).toMatchObject({ configured: 0, readable: 4, unexpected: 4, opened: 4 });
  });

  it("is told to who sets the landing page to a site", async () => {
    await rawRun("UPDATE `matomo_option` SET option_value = '5.2.0' WHERE option_name = 'version_core'");
    await rawRun("INSERT INTO `matomo_option` (option_name, option_value) VALUES ('anonymous_defaultReport', ?)", [
      String(ids[0]),
    ]);
    await setFlag(1);
    expect((await readLanding()).report).toMatchObject({ kind: "site", isPublic: true });
  });

  it("is read with as many statements for 4 sites as for 1,000", async () => {
    await setFlag(1);
    const few = await statementsOf(() => list({ pageSize: 10 }));
    await manySites(1_000);
    const many = await statementsOf(() => list({ pageSize: 200 }));
    expect(many.length).toBe(few.length);
    expect((await list()).totals).toMatchObject({ sites: 1_004, public: 1_004 });
  });
});

it("a reminder and the review say since when a site is known to be public without a row, not that it is so since now", async () => {
  await setFlag(1);
  await watch();
  await remind();
  expect((await mailFacts("reminder"))[0]?.sites).toMatchObject(ids.map(() => ({ since: "2026-11-20" })));
  const { rows } = await readReview({ page: 1 });
  expect(rows.map(({ since, isConfirmed }) => [since, isConfirmed])).toEqual(
    ids.map(() => ["2026-11-20T12:00:00.000Z", false]),
  );
});

describe("what blocking and making private cannot undo", () => {
  const everySite = { count: 4, everySite: true };
  async function flaggedWithOneRow(): Promise<number> {
    const id = ids[0] ?? 0;
    await publish(anna, [id]);
    await setFlag(2);
    await watch();
    return id;
  }

  it("is said by the block, which takes away what it can: the answer and every mail", async () => {
    await flaggedWithOneRow();
    expect(await ask.block(anna)).toMatchObject({ data: { madePrivateCount: 1, stillPublic: everySite } });
    expect(await mailFacts("block-changed")).toMatchObject([{ total: 1, stillPublic: everySite }]);
    expect(await accessRows()).toEqual([]);
    expect(await ask.block(anna)).toMatchObject({ data: { madePrivateCount: 0, stillPublic: everySite } });
    const before = await everything();
    expect(await watch()).toMatchObject({ blocked: 0 });
    expect(await everything()).toEqual(before);
  });

  it("is said by making private, of the sites that were chosen alone", async () => {
    const id = await flaggedWithOneRow();
    const [, other = 0] = ids;
    const two = { revokedCount: 1, alreadyPrivateCount: 1, stillPublic: { count: 2, everySite: true } };
    expect(await makePrivate(anna, [id, other])).toMatchObject({ data: two });
    expect(await mailFacts("made-private")).toMatchObject([{ stillPublic: { count: 1, everySite: true } }]);
    expect(await makePrivate(anna, [other])).toMatchObject({ data: { revokedCount: 0, stillPublic: { count: 1 } } });
  });

  it("is said of what the external check saw, too, and of nothing once nothing is left", async () => {
    const [shown = 0, other = 0] = ids;
    face.alsoShown.add(shown);
    await runProbe();
    expect(await makePrivate(anna, [shown])).toMatchObject({ data: { stillPublic: { count: 1, everySite: false } } });
    expect(await makePrivate(anna, [other])).not.toHaveProperty("data.stillPublic.count");
    face.alsoShown.clear();
    await runProbe();
    expect(await ask.block(anna)).toEqual({ ok: true, data: { madePrivateCount: 0, mailCount: 2 } });
  });
});

describe("the time in which every site was public", () => {
  it("stands in the exposure history and in the monthly report, from the alert that it began to the one that it ended", async () => {
    await setFlag(1);
    await watch();
    freezeClock("2026-11-22T12:00:00Z");
    await setFlag(0);
    await watch();
    freezeClock(MONDAY);

    const { days, publicNow, unseen } = await listExposure({ range: "90" });
    expect(days.map(({ day, public: count, marks }) => [day, count, marks])).toEqual([
      ["2026-11-20", 4, ["every-site"]],
      ["2026-11-21", 4, ["every-site"]],
      ["2026-11-22", 0, ["every-site"]],
      ["2026-11-23", 0, []],
    ]);
    expect([publicNow, unseen]).toEqual([0, 0]);
    const [opened, closed] = await testDb().auditEvent.findMany({
      where: { type: { startsWith: "finding." } },
      orderBy: { seq: "asc" },
    });
    const statement = await readStatement("2026-11");
    expect(statement?.everySite).toEqual([
      {
        since: "2026-11-20T12:00:00.000Z",
        until: "2026-11-22T12:00:00.000Z",
        seqs: [Number(opened?.seq), Number(closed?.seq)],
      },
    ]);
    expect(statement?.limits[0]).toMatchObject({ code: "every-site-public", count: 1 });
    expect(statementSchema.parse(statement)).toEqual(statement);
  });

  it("is in each report that it touches, open in one that it goes on after, and in no other", async () => {
    await setFlag(1);
    await watch();
    freezeClock("2027-01-10T12:00:00Z");
    await setFlag(0);
    await watch();
    freezeClock("2027-02-10T12:00:00Z");
    const since = "2026-11-20T12:00:00.000Z";
    const times = async (month: string) =>
      (await readStatement(month))?.everySite?.map((time) => [time.since, time.until]);
    expect(await times("2026-11")).toEqual([[since, null]]);
    expect(await times("2026-12")).toEqual([[since, null]]);
    expect(await times("2027-01")).toEqual([[since, "2027-01-10T12:00:00.000Z"]]);
    expect(await times("2027-02")).toBeUndefined();
  });
});

describe("what the last external check saw readable is public, though no row says so", () => {
  it("in every place, until a check finds it closed", async () => {
    await anonymousAccess(ids[0] ?? 0);
    await watch();
    face.alsoShown.add(ids[2] ?? 0);
    await runProbe();
    await watch();
    expect(await askEveryPlace()).toEqual(inEveryPlace(2));
    expect(await list()).toMatchObject({
      totals: { sites: 4, public: 2 },
      reach: { granted: 1, everySite: false },
    });
    await aRun({ job: "watch" });
    expect((await readiness()).status).toBe(503);

    face.alsoShown.clear();
    await runProbe();
    expect(await list()).toMatchObject({ totals: { public: 1 }, reach: { granted: 1 } });
    expect(await testDb().publication.count()).toBe(1);
  });
});

describe("each state of the user anonymous has its own words, and refuses to publish where rows would not do what they say", () => {
  const invite = "UPDATE `matomo_user` SET password = 'x', twofactor_secret = 'ABC' WHERE login = 'anonymous'";
  const states = [
    ["as Matomo makes it", () => {}, "present", ["ok"], null],
    [
      "missing",
      () => rawRun("DELETE FROM `matomo_user` WHERE login = 'anonymous'"),
      "missing",
      ["anonymousMissing"],
      "anonymous_user_missing",
    ],
    ["another spelling", () => rename("Anonymous"), "renamed", ["anonymousRenamed"], "anonymous_user_renamed"],
    ["flagged", () => setFlag(2), "super-user", ["anonymousSuperUser"], "anonymous_is_super_user"],
    ["with a password and a second factor", () => rawRun(invite), "present", ["anonymousSignsIn"], null],
    [
      "another spelling, flagged",
      async () => [await setFlag(1), await rename("Anonymous")],
      "super-user",
      ["anonymousRenamed", "anonymousSuperUser"],
      "anonymous_is_super_user",
    ],
  ] as const;
  it.each(states)("%s", async (_, make, state, codes, refusal) => {
    await make();
    await watch();
    expect((await list()).anonymousUser).toBe(state);
    expect((await checkAnonymous(db())).map(({ code }) => code)).toEqual(codes);
    const outcome = await publish(anna, [ids[0] ?? 0]);
    expect(outcome).toMatchObject(refusal === null ? { ok: true } : { ok: false, code: refusal });
    expect(await auditOf("public-access.granted")).toHaveLength(refusal === null ? 1 : 0);
  });

  it("the flag on a renamed row makes every site readable as well", async () => {
    await setFlag(1);
    await rename("Anonymous");
    expect(await list()).toMatchObject({ totals: { public: 4 }, reach: { everySite: true } });
  });
});
