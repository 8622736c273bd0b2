import { afterEach, describe, expect, it } from "vitest";
import { GET as remindersRoute } from "@/app/api/cron/reminders/route";
import { GET as watchRoute } from "@/app/api/cron/watch/route";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { followUp } from "@/lib/jobs/follow-up";
import { CRON_JOBS } from "@/lib/jobs/jobs";
import { type CronCall, runJob } from "@/lib/jobs/run-job";
import { readLastGoodRun } from "@/lib/ledger/jobs/runs";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/platform/clock";
import { parseEnv } from "@/lib/platform/env";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { leaseOf } from "@/tests/support/leases";
import { afterTheAnswer } from "@/tests/support/next-server";
import { BROWSER, publish, signIn, stepUp } from "@/tests/support/people";
import { auditOf, everything, mails, originsOf } from "@/tests/support/state";

useDatabase();

const SECRET = "Bearer cron-secret-of-the-tests";
const call = (authorization: string | null = SECRET): CronCall => ({ authorization, from: BROWSER });
const answer = async (response: Response) => ({ status: response.status, body: await response.json() });
const quickWatch = () => runWatch();

afterEach(afterTheAnswer);

/** What Vercel sends: cron jobs and schedules alike. */
function vercelCalls(route: (request: Request) => Promise<Response>, headers: HeadersInit = {}): Promise<Response> {
  const sent = { "user-agent": "vercel-cron/1.0", authorization: SECRET, ...headers };
  return route(new Request("https://portal.example/api/cron/watch", { headers: sent }));
}

describe("a cron route", () => {
  it("E32: answers the GET that Vercel makes, with the secret as its Authorization", async () => {
    for (const route of [watchRoute, remindersRoute]) {
      const { status, body } = await answer(await vercelCalls(route));
      expect([status, body.outcome]).toEqual([200, "done"]);
    }
    expect(await testDb().run.count()).toBe(2);
  });

  it("takes the secret in a second header, too, where a proxy replaced the first; both wrong is 401", async () => {
    const replaced = { authorization: "Basic cHJveHk6cHJveHk=" };
    const right = await vercelCalls(watchRoute, { ...replaced, "x-cron-secret": "cron-secret-of-the-tests" });
    expect(await answer(right)).toMatchObject({ status: 200, body: { outcome: "done" } });
    expect((await vercelCalls(watchRoute, { ...replaced, "x-cron-secret": SECRET })).status).toBe(401);
    expect((await vercelCalls(watchRoute, { "x-cron-secret": "wrong" })).status).toBe(200);
  });

  it("called for another address than the portal's it does its job, and the answer says so; so does a refusal", async () => {
    const other = { ...call(), calledAs: "http://localhost" };
    const { status, body } = await answer(await runJob(other, "watch", async () => ({ sites: 3 })));
    expect({ status, body }).toEqual({
      status: 200,
      body: { job: "watch", outcome: "done", sites: 3, address: expect.stringContaining("http://localhost:3000") },
    });
    expect(body.address).toMatch(/^This call arrived for http:\/\/localhost, /);
    const refused = await answer(await runJob({ ...other, authorization: null }, "watch", async () => ({})));
    expect(refused).toMatchObject({ status: 401, body: { outcome: "refused", address: body.address } });
  });

  it.each([
    [null],
    [""],
    ["Bearer "],
    ["Bearer undefined"],
    ["Bearer cron-secret-of-the-test"],
    ["cron-secret-of-the-tests"],
    ["Basic cron-secret-of-the-tests"],
  ])(
    "E33: is closed to %j: no work is done, and the refusal is recorded with where it came from",
    async (authorization) => {
      let worked = false;
      const work = async () => {
        worked = true;
        return {};
      };
      expect(await answer(await runJob(call(authorization), "watch", work))).toEqual({
        status: 401,
        body: { outcome: "refused" },
      });
      expect(worked).toBe(false);
      expect(await auditOf("cron.refused")).toEqual([{ type: "cron.refused", route: "watch" }]);
      const event = await testDb().auditEvent.findFirstOrThrow({ where: { type: "cron.refused" } });
      expect(event).toMatchObject({ actorType: "visitor" });
      expect(await originsOf("cron.refused")).toMatchObject([BROWSER]);
      expect(await testDb().run.count()).toBe(0);
    },
  );

  it("E33: belongs to a portal that does not start without a secret, with an empty one or with a short one", () => {
    for (const secret of [undefined, "", "fifteen-letters"]) {
      expect(() => parseEnv({ ...process.env, CRON_SECRET: secret })).toThrow(/CRON_SECRET (is missing|must be 16)/);
    }
  });

  it("E34: answers 200 at once with what it did, and sends nobody elsewhere", async () => {
    const response = await vercelCalls(watchRoute);
    expect([response.status, response.redirected, response.headers.get("location")]).toEqual([200, false, null]);
  });

  it("E34: answers 503 when the job failed, and the next tick makes up for it", async () => {
    await aSuperUser();
    await rawRun("ALTER TABLE `matomo_access` RENAME TO `matomo_access_away`");
    const failed = await answer(await runJob(call(), "watch", quickWatch));
    await rawRun("ALTER TABLE `matomo_access_away` RENAME TO `matomo_access`");
    expect(failed).toEqual({ status: 503, body: { job: "watch", outcome: "failed", code: "schema_not_understood" } });
    await anonymousAccess(await aSite());
    expect((await answer(await runJob(call(), "watch", quickWatch))).body).toMatchObject({
      outcome: "done",
      public: 1,
    });
  });

  it("E35: called many times at once lets one do the work; the others answer 200 and say that they skipped", async () => {
    let working = 0;
    let most = 0;
    const work = async () => {
      working += 1;
      most = Math.max(most, working);
      await new Promise((resolve) => setTimeout(resolve, 100));
      working -= 1;
      return {};
    };
    const answers = await Promise.all(
      Array.from({ length: 6 }, async () => answer(await runJob(call(), "watch", work))),
    );
    expect(most).toBe(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const outcomes = answers.map(({ body }) => body.outcome);
    expect(outcomes.filter((outcome) => outcome === "done").length).toBeGreaterThanOrEqual(1);
    expect(outcomes.filter((outcome) => outcome === "skipped").length).toBeGreaterThanOrEqual(1);
  });

  it("E35: called again for the same tick finds nothing left to tell", async () => {
    await aSuperUser();
    await runJob(call(), "watch", quickWatch);
    await anonymousAccess(await aSite());
    for (let time = 0; time < 2; time++) await runJob(call(), "watch", quickWatch);
    expect(await mails("public-outside")).toHaveLength(1);
  });

  it("E37: of a job that takes longer than its interval skips; what was overtaken writes nothing", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    await aSuperUser();
    await runJob(call(), "watch", quickWatch);
    await anonymousAccess(await aSite());
    const stalled = await leaseOf("watch", new Date("2026-11-23T10:00:00Z"));
    expect((await answer(await runJob(call(), "watch", quickWatch))).body).toMatchObject({ appeared: 1 });
    const before = await everything();
    await anonymousAccess(await aSite());
    await expect(runWatch({ lease: stalled })).rejects.toMatchObject({ code: "lease_lost" });
    expect((await everything()).publications).toEqual(before.publications);
    expect((await everything()).outbox).toBe(before.outbox);
  });

  it("E37: is free again after a run that died, once its lease is over", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    await runJob(call(), "watch", async () => ({}));
    await testDb().lease.updateMany({ data: { holder: "died", expiresAt: new Date(Date.now() + 6 * MINUTE_MS) } });
    expect((await answer(await runJob(call(), "watch", async () => ({})))).body.outcome).toBe("skipped");
    advance(6 * MINUTE_MS);
    expect((await answer(await runJob(call(), "watch", async () => ({})))).body.outcome).toBe("done");
  });

  it("E40: notes what the caller calls this execution, whoever calls, and does not care when it says nothing", async () => {
    await vercelCalls(watchRoute, { "x-execution-id": "exec_7f3a" });
    await vercelCalls(watchRoute, { "x-execution-id": "x".repeat(300), "user-agent": "curl/8" });
    await vercelCalls(watchRoute);
    const runs = await testDb().run.findMany({ orderBy: { id: "asc" } });
    expect(runs.map(({ executionId }) => executionId)).toEqual(["exec_7f3a", "x".repeat(200), null]);
    expect(runs.map(({ outcome }) => outcome)).toEqual(["done", "done", "done"]);
  });

  it("E41: is never answered from a cache: two calls are two runs", async () => {
    for (const name of ["watch", "reminders", "deliver"]) {
      expect(await import(`../../app/api/cron/${name}/route.ts`)).toMatchObject({ dynamic: "force-dynamic" });
    }
    const responses = [await vercelCalls(watchRoute), await vercelCalls(watchRoute)];
    expect(responses.map((response) => response.headers.get("cache-control"))).toEqual(["no-store", "no-store"]);
    expect(await testDb().run.count({ where: { job: "watch", outcome: "done" } })).toBe(2);
  });

  it("E44: answers counts only, never the name of a site, a login or an address", async () => {
    await aSuperUser({ login: "anna.berg" });
    await anonymousAccess(await aSite({ name: "Secret Project", url: "https://secret.example" }));
    const response = await runJob(call(), "watch", quickWatch);
    const text = await response.text();
    const { job, outcome, ...counts } = JSON.parse(text);
    expect([job, outcome, counts.public, counts.baseline]).toEqual(["watch", "done", 1, 1]);
    expect(new Set(Object.values(counts).map((count) => typeof count))).toEqual(new Set(["number"]));
    for (const hidden of ["Secret", "secret.example", "anna", "people.example"]) expect(text).not.toContain(hidden);
  });

  it("leaves a heartbeat for a good run, none for a failed one", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    await runJob(call(), "watch", async () => ({ public: 1 }));
    advance(MINUTE_MS);
    await runJob(call(), "watch", () => Promise.reject(new Error("of the test")));
    expect(await readLastGoodRun(testDb(), "watch")).toEqual(new Date("2026-11-23T12:00:00Z"));
  });
});

describe("E43: a clock that was ahead and is set back", () => {
  it("by 2 hours stops no job, though it held the lease then", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    await runJob(call(), "watch", async () => ({}));
    advance(-2 * HOUR_MS);
    expect((await answer(await runJob(call(), "watch", async () => ({})))).body.outcome).toBe("done");
    advance(2 * HOUR_MS);
    await testDb().lease.updateMany({ data: { holder: "died", expiresAt: new Date(Date.now() + 6 * MINUTE_MS) } });
    advance(-2 * HOUR_MS);
    expect((await answer(await runJob(call(), "watch", async () => ({})))).body.outcome).toBe("done");
  });

  it("by half an hour stops no job either: a lease that was given back is free whatever the clock says", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    await runJob(call(), "watch", async () => ({}));
    advance(-HOUR_MS / 2);
    expect((await answer(await runJob(call(), "watch", async () => ({})))).body.outcome).toBe("done");
  });

  it("by 2 hours does not let a look that lies ahead pass for the newest", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    await runJob(call(), "watch", async () => ({}));
    advance(2 * HOUR_MS);
    await runJob(call(), "watch", async () => ({}));
    advance(-90 * MINUTE_MS);
    expect(await readLastGoodRun(testDb(), "watch")).toEqual(new Date("2026-11-23T12:00:00Z"));
  });
});

describe("E36: a reminder whose own cron did not come", () => {
  async function publishedOnFriday() {
    freezeClock("2026-11-20T12:00:00Z");
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    await runJob(call(), "watch", quickWatch);
    await publish(anna, [await aSite()]);
  }
  const remindersRun = () => testDb().run.count({ where: { job: "reminders" } });

  it.each(["watch", "deliver"] as const)("goes out once with the next tick of %s, and at once", async (job) => {
    await publishedOnFriday();
    freezeClock("2026-12-24T12:00:00Z");
    await followUp(job, { outcome: "done", counts: {} });
    await followUp(job, { outcome: "done", counts: {} });
    expect(await mails("reminder")).toMatchObject([{ state: "sent" }]);
    expect(await remindersRun()).toBe(1);
  });

  it("is not looked for by a run that failed or skipped, and leaves no trace when none is due", async () => {
    await publishedOnFriday();
    await followUp("watch", { outcome: "done", counts: {} });
    freezeClock("2026-12-24T12:00:00Z");
    await followUp("watch", { outcome: "skipped" });
    await followUp("watch", { outcome: "failed", code: "database_unreachable" });
    expect([await mails("reminder"), await remindersRun()]).toEqual([[], 0]);
  });

  it("is left to the run that is at it", async () => {
    await publishedOnFriday();
    freezeClock("2026-12-24T12:00:00Z");
    await leaseOf("reminders");
    await followUp("watch", { outcome: "done", counts: {} });
    expect(await mails("reminder")).toEqual([]);
  });

  it("goes out by the watch's own route, after the answer", async () => {
    await publishedOnFriday();
    freezeClock("2026-12-24T12:00:00Z");
    const response = await vercelCalls(watchRoute);
    expect([response.status, await mails("reminder")]).toEqual([200, []]);
    await afterTheAnswer();
    expect(await mails("reminder")).toMatchObject([{ state: "sent" }]);
  });
});

it("the daily round forgets what has served its time, and keeps the audit log and what is still in use", async () => {
  freezeClock("2026-11-23T12:00:00Z");
  const anna = await signIn(await aSuperUser({ login: "anna" }));
  await stepUp(anna, "grant", [1]);
  await runJob(call(), "watch", async () => ({}));
  await runJob(call(), "deliver", async () => ({}));
  const db = testDb();
  const counts = async () => [
    await db.proof.count(),
    await db.session.count(),
    await db.run.count({ where: { job: { not: "reminders" } } }),
  ];
  const events = await db.auditEvent.count();
  await runJob(call(), "reminders", CRON_JOBS.reminders.work);
  expect(await counts()).toEqual([1, 2, 2]);
  advance(8 * DAY_MS);
  await runJob(call(), "reminders", CRON_JOBS.reminders.work);
  expect(await counts()).toEqual([0, 0, 2]);
  advance(30 * DAY_MS);
  await runJob(call(), "reminders", CRON_JOBS.reminders.work);
  expect(await counts()).toEqual([0, 0, 1]);
  expect(await db.auditEvent.count()).toBe(events);
});
