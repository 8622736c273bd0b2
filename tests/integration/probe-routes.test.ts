import { beforeEach, describe, expect, it } from "vitest";
import { GET as ofSite } from "@/app/api/outside/[id]/route";
import { GET as outside } from "@/app/api/outside/route";
import { runWithRecentAuth } from "@/lib/auth/command";
import { requestProbeCommand } from "@/lib/domain/probe/commands";
import { personalCounts } from "@/lib/domain/probe/personal-counts";
import { readOutsideOfSite as readOfSite, readOutside, readOutsidePreview } from "@/lib/domain/probe/queries";
import { runProbe } from "@/lib/domain/probe/run-probe";
import { scheduleProbe } from "@/lib/domain/probe/schedule-probe";
import { outsideOfSiteSchema, outsidePreviewSchema, outsideSchema } from "@/lib/domain/probe/schema";
import { revokePublicAccessAction } from "@/lib/domain/public-access/actions";
import { reminderFacts } from "@/lib/domain/reminders/reminder-facts";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { housekeep } from "@/lib/jobs/housekeep";
import { releaseLease } from "@/lib/ledger/jobs/lease";
import { DAY_MS, MINUTE_MS, now, plus } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { siteIdSchema } from "@/lib/platform/site-id";
import { aSite, aSuperUser, aUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { leaseOf } from "@/tests/support/leases";
import { type MatomoFace, startMatomoFace } from "@/tests/support/matomo-stub";
import { useHeaders } from "@/tests/support/next-headers";
import { afterTheAnswer } from "@/tests/support/next-server";
import { type SignedIn, signIn } from "@/tests/support/people";
import { published } from "@/tests/support/published";
import { getAs } from "@/tests/support/signed-in-request";
import { auditOf, everything } from "@/tests/support/state";

useDatabase();

const readOutsideOfSite = (id: number) => readOfSite(siteIdSchema.parse(id));

let face: MatomoFace;
let anna: SignedIn;
let shop: number;
let secret: number;
beforeEach(async () => {
  anna = await signIn(await aSuperUser({ login: "anna" }));
  await runWatch();
  shop = await published("Shop");
  secret = await aSite({ name: "Secret" });
  face = await startMatomoFace();
  Object.assign(env(), { MATOMO_URL: face.url, CANARY_SITE_ID: undefined });
});

const reminder = () =>
  reminderFacts(testDb(), { cadence: "weekly", everySite: false, periodLabel: "2026-11-23", total: 1, at: now() });

const routes: [string, (who: SignedIn | null) => Promise<Response>][] = [
  [
    "/api/outside",
    async (who) => {
      await getAs(who, "/api/outside");
      return outside();
    },
  ],
  [
    "/api/outside/[id]",
    async (who) => ofSite(await getAs(who, `/api/outside/${shop}`), { params: Promise.resolve({ id: String(shop) }) }),
  ],
];

describe.each(routes)("%s", (_, call) => {
  it("answers a Super User, and nobody else", async () => {
    await runProbe();
    expect((await call(anna)).status).toBe(200);
    expect((await call(null)).status).toBe(401);
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'");
    expect((await call(anna)).status).toBe(401);
  });
});

describe("what is seen from outside", () => {
  it("is not known before the first probe", async () => {
    const seen = outsideSchema.parse(await readOutside());
    expect(seen).toMatchObject({
      isConfigured: true,
      newest: null,
      newestSeen: null,
      configuredCount: 1,
      isProbing: false,
    });
    expect(outsideOfSiteSchema.parse(await readOutsideOfSite(shop))).toMatchObject({ probe: null, isStale: false });
    expect(outsidePreviewSchema.parse(await readOutsidePreview())).toMatchObject({ lookedAtCount: 0, newestAt: null });
  });

  it("is the newest probe beside the newest that could tell, and since when it cannot be told", async () => {
    freezeClock(now().toISOString());
    face.alsoShown.add(secret);
    face.hidden.add(shop);
    await runProbe({ askedBy: "anna" });
    const first = now().toISOString();
    face.fault = (_, response) => response.writeHead(503).end();
    advance(MINUTE_MS);
    const troubleSince = now().toISOString();
    await runProbe();
    advance(MINUTE_MS);
    await runProbe();
    expect(outsideSchema.parse(await readOutside())).toMatchObject({
      newest: { outcome: "trouble", trouble: "maintenance", likelyReason: "maintenance", readableCount: null },
      newestSeen: {
        ...{ at: first, askedBy: "anna", readableCount: 1, configuredCount: 1 },
        unexpected: { total: 1, sites: [{ id: secret, name: "Secret" }] },
        unreadable: { total: 1, sites: [{ id: shop, name: "Shop", reason: "unknown" }] },
      },
      troubleSince,
    });
    expect(await readOutsideOfSite(secret)).toMatchObject({ isUnexpected: true });
    expect(await readOutsideOfSite(shop)).toMatchObject({ isUnexpected: false, unreadableReason: "unknown" });
  });

  it("says that a probe is going on, and what the canary is", async () => {
    env().CANARY_SITE_ID = secret;
    await runProbe();
    await leaseOf("probe");
    expect(await readOutside()).toMatchObject({
      isProbing: true,
      canary: { id: secret, name: "Secret", state: "closed" },
    });
    expect(await readOutsideOfSite(secret)).toMatchObject({ isCanary: true });
  });

  it("foretells what strangers get from what they get already", async () => {
    const other = await published("Other");
    face.state = {
      readable: [shop, other],
      pages: { [other]: [{ url: "https://other.example/?mail=lea@people.example", title: "Mail" }] },
      visitsLogOff: [shop],
    };
    await runProbe();
    expect(await readOutsidePreview()).toMatchObject({
      ...{ lookedAtCount: 2, dashboardShownCount: 2, visitsLogOpenCount: 1, userIdsOpenCount: 2 },
      ...{ personalCount: 1, personalUnknownCount: 0 },
    });
  });

  it("of a site published after its probe is stale", async () => {
    await runProbe();
    await rawRun("UPDATE portal_publication SET since = ? WHERE idsite = ?", [plus(now(), MINUTE_MS), shop]);
    expect(await readOutsideOfSite(shop)).toMatchObject({ isPublic: true, isStale: true });
  });

  it("is older than the last change of a site, until the check that starts with the change has answered", async () => {
    freezeClock(now().toISOString());
    face.state = {
      readable: [shop],
      pages: { [shop]: [{ url: "https://a.example/?m=lea@people.example", title: "x" }] },
    };
    await runProbe();
    expect(await readOutsideOfSite(shop)).toMatchObject({ isStale: false, isChecking: false });
    advance(5_000);
    await getAs(anna, "/public-access");
    useHeaders({ origin: "http://localhost:3000" });
    expect(await revokePublicAccessAction({ siteIds: [shop] })).toMatchObject({ ok: true });
    const changedAt = now().toISOString();
    face.state = { readable: [] };
    advance(1_000);
    expect(outsideSchema.parse(await readOutside())).toMatchObject({ changedAt, configuredCount: 0 });
    const changed = await readOutsideOfSite(shop);
    expect(changed).toMatchObject({ isPublic: false, isStale: true, isChecking: true, confirmedAt: null });
    expect(await readOutsidePreview()).toMatchObject({ lookedAtCount: 0 });
    expect(await reminder()).toMatchObject({ outside: { readable: null } });
    await afterTheAnswer();
    const checkedAt = now().toISOString();
    expect(await reminder()).toMatchObject({ outside: { readable: 0 } });
    expect(await readOutside()).toMatchObject({ newest: { at: checkedAt, readableCount: 0, configuredCount: 0 } });
    expect(await readOutsideOfSite(shop)).toMatchObject({ isChecking: false, confirmedAt: checkedAt });
  });

  it("says nothing of the reports of a site that is public again and was not looked at since", async () => {
    face.state = {
      readable: [shop],
      pages: { [shop]: [{ url: "https://a.example/?m=lea@people.example", title: "x" }] },
    };
    await runProbe();
    expect(await personalCounts(testDb(), [shop])).toEqual(new Map([[shop, 1]]));
    await rawRun("UPDATE portal_publication SET since = ? WHERE idsite = ?", [plus(now(), MINUTE_MS), shop]);
    expect(await personalCounts(testDb(), [shop])).toEqual(new Map());
    expect(await readOutsidePreview()).toMatchObject({ lookedAtCount: 0 });
  });

  it("a check waits for the one that began before the change", async () => {
    freezeClock(now().toISOString());
    await runProbe();
    const lease = await leaseOf("probe");
    advance(1_000);
    scheduleProbe({ askedBy: null });
    const looked = afterTheAnswer();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await testDb().probe.count()).toBe(1);
    await releaseLease(testDb(), lease);
    await looked;
    expect(await readOutside()).toMatchObject({ newest: { at: now().toISOString() } });
  });
});

describe("asking for a probe", () => {
  const probe = (person: SignedIn) => runWithRecentAuth(requestProbeCommand, person.context, {});

  it("is written down with who asked", async () => {
    expect(await probe(anna)).toEqual({ ok: true, data: { askedBy: "anna" } });
    expect(await auditOf("outside.asked")).toHaveLength(1);
  });

  it("takes a recent proof and a Super User; refused, nothing is written and nothing asked", async () => {
    const before = await everything();
    freezeClock(plus(now(), 16 * MINUTE_MS).toISOString());
    expect(await probe(anna)).toMatchObject({ ok: false, code: "step_up_required" });
    await aUser({ login: "mira" });
    expect(await probe({ ...anna, context: { ...anna.context, sessionId: null } })).toMatchObject({
      code: "session_ended",
    });
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'");
    expect(await probe(anna)).toMatchObject({ ok: false, code: "session_ended" });
    expect(await auditOf("outside.asked")).toEqual([]);
    expect((await everything()).publications).toEqual(before.publications);
    expect(face.asked).toEqual([]);
  });
});

it("a reminder says what strangers see, and of what was published lately each by itself", async () => {
  expect(await reminder()).toMatchObject({ outside: null, sites: [{ outside: { seen: "unknown", personal: 0 } }] });
  face.state = {
    readable: [shop],
    pages: { [shop]: [{ url: "https://a.example/?m=lea@people.example", title: "x" }] },
  };
  await runProbe();
  expect(await reminder()).toMatchObject({
    outside: { readable: 1, unexpected: 0 },
    sites: [{ outside: { seen: "shown", personal: 1 } }],
  });
});

it("probes are kept for 90 days", async () => {
  await runProbe();
  await housekeep(testDb());
  expect([await testDb().probe.count(), await testDb().probeSite.count()]).toEqual([1, 1]);
  freezeClock(plus(now(), 91 * DAY_MS).toISOString());
  await housekeep(testDb());
  expect([await testDb().probe.count(), await testDb().probeSite.count()]).toEqual([0, 0]);
});
