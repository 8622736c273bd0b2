import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { tick } from "@/lib/jobs/tick";
import { doJob } from "@/lib/ledger/jobs/do-job";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/platform/clock";
import { statementChannel } from "@/lib/platform/db/statement-channel";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { dialect, rawRun, testDb, useDatabase } from "@/tests/support/database";
import { leaseOf } from "@/tests/support/leases";
import { queueAlertOf } from "@/tests/support/queue-alerts";
import { startReceiver } from "@/tests/support/receiver";
import { startResendServer } from "@/tests/support/resend-server";
import { auditOf, mails } from "@/tests/support/state";
import { EXAMPLES } from "@/tests/unit/mail/facts";

useDatabase();

const states = async () => (await mails("roster-changed")).map(({ state }) => state);
const runs = (job: string) => testDb().run.findMany({ where: { job }, orderBy: { id: "asc" } });

describe("a tick of the portal's own clock", () => {
  it("does the watch once in each interval, the deliveries each minute and the reminders each hour", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    for (let minute = 0; minute < 61; minute++) {
      for (const job of ["watch", "deliver", "reminders"] as const) await tick(job);
      advance(MINUTE_MS);
    }
    expect([(await runs("watch")).length, (await runs("deliver")).length, (await runs("reminders")).length]).toEqual([
      13, 61, 2,
    ]);
  });

  it("finds out from the database what is due: a server that starts late in an interval looks if nobody has", async () => {
    freezeClock("2026-11-23T12:04:00Z");
    expect((await tick("watch")).outcome).toBe("done");
    expect((await tick("watch")).outcome).toBe("skipped");
    advance(MINUTE_MS);
    expect((await tick("watch")).outcome).toBe("done");
  });

  it("makes up at the next tick for a watch that failed", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    await rawRun("ALTER TABLE `matomo_access` RENAME TO `matomo_access_away`");
    expect(await tick("watch")).toEqual({ outcome: "failed", code: "schema_not_understood" });
    await rawRun("ALTER TABLE `matomo_access_away` RENAME TO `matomo_access`");
    advance(MINUTE_MS);
    expect((await tick("watch")).outcome).toBe("done");
  });

  it("E35: of many servers at once does the work in one, and the mails go out once", async () => {
    await aSuperUser();
    await anonymousAccess(await aSite());
    freezeClock("2026-11-23T12:00:00Z");
    const outcomes = (await Promise.all(Array.from({ length: 8 }, () => tick("watch")))).map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "skipped")).toHaveLength(7);
    expect(await mails("baseline")).toMatchObject([{ state: "sent" }]);
    expect(await runs("watch")).toHaveLength(1);
  });

  it("E35: is not done again by a server that asked a moment before the first was done", async () => {
    for (let round = 0; round < 20; round++) {
      await testDb().run.deleteMany();
      let worked = 0;
      let finish = () => {};
      const work = async () => {
        worked += 1;
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        return {};
      };
      const onceSince = new Date(Date.now() - MINUTE_MS);
      const first = doJob("watch", work, { onceSince });
      await vi.waitFor(() => expect(worked).toBe(1), { interval: 5 });
      const finishFirst = () => finish();
      statementChannel.subscribe(finishFirst);
      const second = await doJob("watch", async () => ({ second: ++worked }), { onceSince });
      statementChannel.unsubscribe(finishFirst);
      expect([(await first).outcome, second.outcome, worked]).toEqual(["done", "skipped", 1]);
    }
  });

  it("E37: leaves a job alone that another server is at", async () => {
    await leaseOf("watch");
    expect((await tick("watch")).outcome).toBe("skipped");
    expect(await runs("watch")).toEqual([]);
  });

  it("E43: goes on when the clock is set back by 2 hours or forward by 40 days", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    for (const jump of [0, -2 * HOUR_MS, 40 * DAY_MS, -40 * DAY_MS]) {
      advance(jump);
      await tick("watch");
      advance(5 * MINUTE_MS);
      expect((await tick("watch")).outcome).toBe("done");
    }
  });
});

function startProcess(
  mode: string,
  more: Record<string, string> = {},
): { child: ChildProcess; ended: Promise<number | string | null> } {
  const program = path.join(import.meta.dirname, "../support/own-clock.ts");
  const env = { ...process.env, ...more };
  const child = spawn(process.execPath, ["--import", "tsx", program, mode], { env, stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  return { child, ended: new Promise((resolve) => child.once("exit", (code, signal) => resolve(signal ?? code))) };
}

describe("CRON=internal", () => {
  it("does all three jobs by itself, once though there are two servers, and stops at SIGTERM", {
    timeout: 120_000,
  }, async () => {
    await aSuperUser();
    await anonymousAccess(await aSite());
    // Several servers on one SQLite file are not supported.
    const servers = Array.from({ length: dialect === "mysql" ? 2 : 1 }, () => startProcess("stay"));
    await vi.waitFor(
      async () => {
        for (const job of ["watch", "deliver", "reminders"])
          expect(await runs(job)).toMatchObject([{ outcome: "done" }]);
        expect(await mails("baseline")).toMatchObject([{ state: "sent" }]);
      },
      { timeout: 40_000, interval: 200 },
    );
    for (const { child } of servers) child.kill("SIGTERM");
    // A busy machine hears of the signal later, and what was begun before it is finished. A clock that goes on finds
    // everything due again each time.
    await vi.waitFor(
      async () => {
        await testDb().run.deleteMany();
        await sleep(2_500);
        expect(await testDb().run.count()).toBe(0);
      },
      { timeout: 30_000 },
    );
    for (const { child } of servers) child.kill("SIGKILL");
    await Promise.all(servers.map(({ ended }) => ended));
  });

  it("keeps no process alive by itself, and asks the database nothing before the first tick", {
    timeout: 30_000,
  }, async () => {
    expect(await startProcess("leave").ended).toBe(0);
    expect(await testDb().run.count()).toBe(0);
  });

  it("stopped while the provider, Matomo and the second channel hang is gone within 10 s with nothing in hand; the next process sends within the minute", {
    timeout: 120_000,
  }, async () => {
    let hangs = true;
    const heard = { mails: 0, matomo: 0, webhook: 0 };
    const provider = await startResendServer((_, accept) => {
      heard.mails += 1;
      if (!hangs) accept();
    });
    const matomo = await startReceiver((_, response) => {
      heard.matomo += 1;
      if (!hangs) response.end("[]");
    });
    const webhook = await startReceiver((_, response) => {
      heard.webhook += 1;
      if (!hangs) response.end("ok");
    });
    const environment = {
      ...{ MAIL_TRANSPORT: "resend", RESEND_API_KEY: "key", RESEND_BASE_URL: provider.url, MATOMO_URL: matomo.url },
      ...{ ALERT_WEBHOOK_URL: webhook.url, ALERT_WEBHOOK_SECRET: `whsec_${"A".repeat(32)}` },
    };
    for (let index = 0; index < 30; index++) await aSuperUser();
    await queueAlertOf(EXAMPLES["roster-changed"]);
    await rawRun("UPDATE portal_outbox SET created_at = '2026-01-01 00:00:00'");

    const first = startProcess("stay", environment);
    await vi.waitFor(() => expect(heard.mails * heard.matomo).toBeGreaterThan(0), { timeout: 40_000, interval: 50 });
    const toldAt = Date.now();
    first.child.kill("SIGTERM");
    expect(await first.ended).toBe(143);
    expect(Date.now() - toldAt).toBeLessThan(10_000);
    expect(await testDb().outboxMail.count({ where: { claim: { not: null } } })).toBe(0);
    expect(await testDb().lease.count({ where: { expiresAt: { gt: new Date() } } })).toBe(0);
    expect(await testDb().outboxMail.groupBy({ by: ["state", "attempts"], _count: true })).toEqual([
      { state: "due", attempts: 0, _count: 30 },
    ]);
    // The delivery job's own, and perhaps one of a delivery that followed another job.
    const failed = await auditOf("mail.failed");
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.filter(({ final, error }) => final || !error.includes("stopped"))).toEqual([]);

    hangs = false;
    const second = startProcess("stay", environment);
    await vi.waitFor(async () => expect(new Set(await states())).toEqual(new Set(["sent"])), {
      timeout: 60_000,
      interval: 200,
    });
    expect(provider.taken.size).toBe(30);
    second.child.kill("SIGTERM");
    expect(await second.ended).toBe(143);
    await Promise.all([provider.stop(), matomo.stop(), webhook.stop()]);
  });
});
