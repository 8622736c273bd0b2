import { describe, expect, it } from "vitest";
import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import { type CronCall, runJob } from "@/lib/cron/run-job";
import { readLastGoodRun } from "@/lib/cron/runs";
import { runWatch } from "@/lib/watch/run-watch";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { BROWSER, signIn, stepUp } from "@/tests/support/people";
import { auditOf } from "@/tests/support/state";

useDatabase();

const SECRET = "Bearer cron-secret-of-the-tests";
const call = (authorization: string | null = SECRET): CronCall => ({ authorization, from: BROWSER });
const answer = async (response: Response) => ({ status: response.status, body: await response.json() });

describe("a cron route", () => {
  it.each([
    [null],
    [""],
    ["Bearer "],
    ["Bearer undefined"],
    ["Bearer cron-secret-of-the-test"],
    ["cron-secret-of-the-tests"],
    ["Basic cron-secret-of-the-tests"],
  ])("is closed to %j: no work is done, and the refusal is recorded with where it came from", async (authorization) => {
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
    expect(event).toMatchObject({ actorType: "visitor", ip: BROWSER.ip, userAgent: BROWSER.userAgent });
  });

  it("answers counts only, never the name of a site", async () => {
    await aSuperUser();
    await anonymousAccess(await aSite({ name: "Secret Project" }));
    const response = await runJob(call(), "watch", () => runWatch({ secondLookMs: 0 }));
    const text = await response.text();
    expect(JSON.parse(text)).toEqual({
      job: "watch",
      outcome: "done",
      public: 1,
      baseline: 1,
      appeared: 0,
      vanished: 0,
      expired: 0,
    });
    expect(text).not.toContain("Secret");
  });

  it("lets one of many calls at once do the work; the others say that they skipped", async () => {
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
      Array.from({ length: 6 }, async () => (await answer(await runJob(call(), "watch", work))).body.outcome),
    );
    expect(most).toBe(1);
    expect(answers.filter((outcome) => outcome === "done").length).toBeGreaterThanOrEqual(1);
    expect(answers.filter((outcome) => outcome === "skipped").length).toBeGreaterThanOrEqual(1);
  });

  it("is free again after a run that died, once its lease is over", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    await runJob(call(), "watch", async () => ({}));
    await testDb().lease.updateMany({ data: { holder: "died", expiresAt: new Date(Date.now() + 6 * MINUTE_MS) } });
    expect((await answer(await runJob(call(), "watch", async () => ({})))).body.outcome).toBe("skipped");
    advance(6 * MINUTE_MS);
    expect((await answer(await runJob(call(), "watch", async () => ({})))).body.outcome).toBe("done");
  });

  it("leaves a heartbeat for a good run, none for a failed one, and says which", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    await runJob(call(), "watch", async () => ({ public: 1 }));
    advance(MINUTE_MS);
    await rawRun("ALTER TABLE `matomo_access` RENAME TO `matomo_access_away`");
    const failed = await answer(await runJob(call(), "watch", () => runWatch({ secondLookMs: 0 })));
    await rawRun("ALTER TABLE `matomo_access_away` RENAME TO `matomo_access`");
    expect(failed).toEqual({ status: 503, body: { job: "watch", outcome: "failed", code: "schema_not_understood" } });
    expect(await readLastGoodRun(testDb(), "watch")).toEqual(new Date("2026-11-23T12:00:00Z"));
    expect((await answer(await runJob(call(), "watch", () => runWatch({ secondLookMs: 0 })))).status).toBe(200);
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
  await runJob(call(), "reminders", async () => ({}));
  expect(await counts()).toEqual([1, 2, 2]);
  advance(8 * DAY_MS);
  await runJob(call(), "reminders", async () => ({}));
  expect(await counts()).toEqual([0, 0, 2]);
  advance(30 * DAY_MS);
  await runJob(call(), "reminders", async () => ({}));
  expect(await counts()).toEqual([0, 0, 1]);
  expect(await db.auditEvent.count()).toBe(events);
});
