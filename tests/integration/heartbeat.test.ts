import type { ServerResponse } from "node:http";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { GET as watchRoute } from "@/app/api/cron/watch/route";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { followUp } from "@/lib/jobs/follow-up";
import { doJob } from "@/lib/ledger/jobs/do-job";
import { logger } from "@/lib/platform/logger";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { afterTheAnswer } from "@/tests/support/next-server";
import { startReceiver } from "@/tests/support/receiver";
import { mails } from "@/tests/support/state";

useDatabase();

let answerMonitor = (response: ServerResponse): unknown => response.end("ok");
const monitor = await startReceiver((_, response) => answerMonitor(response));
const elsewhere = await startReceiver();
process.env.HEARTBEAT_URL = `${monitor.url}/ping/secret-token`;
afterAll(() => Promise.all([monitor.stop(), elsewhere.stop()]));

beforeEach(async () => {
  monitor.asked.length = 0;
  answerMonitor = (response) => response.end("ok");
  await aSuperUser();
});

const PING = "GET /ping/secret-token";
const watch = async () => {
  const result = await doJob("watch", () => runWatch());
  await followUp("watch", result);
  return result.outcome;
};

it("E47: a good watch tells the monitor, each time", async () => {
  expect([await watch(), await watch()]).toEqual(["done", "done"]);
  expect(monitor.asked).toEqual([PING, PING]);
});

it("E47: a watch that failed, or that another server is doing, tells it nothing; nor does any other job", async () => {
  await rawRun("ALTER TABLE `matomo_access` RENAME TO `matomo_access_away`");
  expect(await watch().finally(() => rawRun("ALTER TABLE `matomo_access_away` RENAME TO `matomo_access`"))).toBe(
    "failed",
  );
  await followUp("watch", { outcome: "skipped" });
  await followUp("deliver", { outcome: "done", counts: {} });
  await followUp("reminders", { outcome: "done", counts: {} });
  expect(monitor.asked).toEqual([]);
});

it("E47: a monitor that refuses, is away or sends elsewhere is logged without its address, and fails nothing", async () => {
  const errors = vi.spyOn(logger(), "error").mockImplementation(() => {});
  answerMonitor = (response) => response.writeHead(500).end();
  expect(await watch()).toBe("done");
  answerMonitor = (response) => response.writeHead(302, { location: elsewhere.url }).end();
  expect(await watch()).toBe("done");
  answerMonitor = (response) => response.destroy();
  expect(await watch()).toBe("done");
  expect(elsewhere.asked).toEqual([]);
  expect(errors).toHaveBeenCalledTimes(3);
  expect(errors.mock.calls.map(([facts]) => facts)).toEqual([
    { status: 500 },
    { status: 302 },
    { err: expect.objectContaining({ message: "fetch failed" }) },
  ]);
  expect(JSON.stringify(errors.mock.calls)).not.toContain("secret-token");
  expect(await testDb().run.count({ where: { outcome: "done" } })).toBe(3);
});

it("E47: a monitor that hangs holds up neither the answer nor the mails", async () => {
  await anonymousAccess(await aSite());
  let release = () => {};
  answerMonitor = (response) => {
    release = () => response.end("ok");
  };
  const authorization = "Bearer cron-secret-of-the-tests";
  const response = await watchRoute(
    new Request("https://portal.example/api/cron/watch", { headers: { authorization } }),
  );
  expect([response.status, monitor.asked]).toEqual([200, []]);
  const after = afterTheAnswer();
  await vi.waitFor(async () => expect(await mails("baseline")).toMatchObject([{ state: "sent" }]), { timeout: 8_000 });
  expect(monitor.asked).toEqual([PING]);
  release();
  await after;
});
