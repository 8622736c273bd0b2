import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as metricsRoute } from "@/app/api/metrics/route";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { ALONE, writeCountedRefusals } from "@/lib/ledger/audit/record-refusal";
import { doJob } from "@/lib/ledger/jobs/do-job";
import { MINUTE_MS, plus } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { aMail, aRun } from "@/tests/support/builders-portal";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { auditOf } from "@/tests/support/state";

process.env.METRICS_TOKEN = "metrics-token-of-the-tests";
useDatabase();

const TOKEN = "Bearer metrics-token-of-the-tests";

async function ask(authorization: string | null = TOKEN) {
  const headers: HeadersInit = authorization === null ? {} : { authorization };
  const response = await metricsRoute(new Request("https://portal.example/api/metrics", { headers }));
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
}

it("the second header is enough, whatever a proxy put into the first", async () => {
  const sent = (headers: HeadersInit) => metricsRoute(new Request("https://portal.example/api/metrics", { headers }));
  const own = { "x-metrics-token": "metrics-token-of-the-tests", authorization: "Basic cHJveHk6cHJveHk=" };
  expect((await sent(own)).status).toBe(200);
  expect((await sent({ "x-metrics-token": "cron-secret-of-the-tests" })).status).toBe(401);
});

/** The samples by name and label, as Prometheus reads them. */
async function samples(): Promise<Record<string, number>> {
  const { text } = await ask();
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.split(" ").at(-1))]),
  );
}

const watch = () => doJob("watch", () => runWatch());

describe("E46: /api/metrics", () => {
  it("tells of a portal at which nothing has happened yet: no watch, no mail, and no number that means well", async () => {
    const { status, type } = await ask();
    expect([status, type]).toEqual([200, "text/plain; version=0.0.4; charset=utf-8"]);
    const seen = await samples();
    expect(seen).toMatchObject({
      public_sites: 0,
      outbox_oldest_seconds: 0,
      'outbox_mails{state="due"}': 0,
      'alerts_sent_total{result="sent"}': 0,
      scan_last_success_timestamp_seconds: 0,
      'drift_findings_total{kind="granted-outside"}': 0,
    });
    expect(seen).toMatchObject({ outside_last_success_timestamp_seconds: 0 });
    expect(seen).not.toHaveProperty("scan_duration_seconds");
    expect(seen).not.toHaveProperty("outside_readable_sites");
  });

  it("tells of the newest look from outside that saw, and of none that did not", async () => {
    const at = new Date("2026-11-23T12:00:00Z");
    const look = { configured: 4, unexpectedTotal: 0, unreadableTotal: 0, differences: "{}", durationMs: 1 };
    await testDb().probe.create({ data: { ...look, at, outcome: "seen", readable: 3 } });
    const later = plus(at, MINUTE_MS);
    await testDb().probe.create({ data: { ...look, at: later, outcome: "trouble", trouble: "timeout" } });
    expect(await samples()).toMatchObject({
      outside_readable_sites: 3,
      outside_last_success_timestamp_seconds: at.getTime() / 1_000,
    });
  });

  it("tells of public sites, of the newest good watch and of the drift it found", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    await aSuperUser();
    const [one, two] = [await aSite(), await aSite()];
    await anonymousAccess(one);
    await watch();
    await anonymousAccess(two, { access: "write" });
    advance(5 * MINUTE_MS);
    await watch();
    await rawRun("DELETE FROM `matomo_access` WHERE idsite = ?", [one]);
    await watch();
    advance(MINUTE_MS);
    await watch();
    await aRun({ job: "watch", startedAt: plus(new Date(), MINUTE_MS), outcome: "failed" });
    expect(await samples()).toMatchObject({
      public_sites: 1,
      scan_last_success_timestamp_seconds: Date.parse("2026-11-23T12:06:00Z") / 1_000,
      scan_duration_seconds: expect.any(Number),
      'drift_findings_total{kind="granted-outside"}': 1,
      'drift_findings_total{kind="revoked-outside"}': 1,
      'drift_findings_total{kind="writable"}': 1,
      'drift_findings_total{kind="duplicate-rows"}': 0,
      'drift_findings_open{kind="writable"}': 1,
      'drift_findings_open{kind="null-access"}': 0,
    });
  });

  it("tells of mails by state, of the oldest that waits, and of alerts apart from reminders", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    const now = new Date();
    await aMail({ state: "due", createdAt: plus(now, -MINUTE_MS) });
    await aMail({ state: "held", createdAt: plus(now, -90_000) });
    await aMail({ state: "due", createdAt: plus(now, -9 * MINUTE_MS), handledAt: now });
    for (const kind of ["made-public", "public-outside", "reminder"]) await aMail({ state: "sent", kind });
    await aMail({ state: "dead", kind: "made-public", createdAt: plus(now, -99 * MINUTE_MS) });
    expect(await samples()).toMatchObject({
      outbox_oldest_seconds: 90,
      'outbox_mails{state="due"}': 2,
      'outbox_mails{state="held"}': 1,
      'outbox_mails{state="folded"}': 0,
      'outbox_mails{state="sent"}': 3,
      'outbox_mails{state="dead"}': 1,
      'alerts_sent_total{result="sent"}': 2,
      'alerts_sent_total{result="failed"}': 1,
    });
  });

  it("counts in the database, not in the process: two scrapes say the same", async () => {
    await aMail({ state: "sent" });
    expect(await samples()).toEqual(await samples());
  });

  it("names no site, no login and no address", async () => {
    await aSuperUser({ login: "anna.berg", email: "anna.berg@people.example" });
    await anonymousAccess(await aSite({ name: "Secret Project", url: "https://secret.example" }));
    await watch();
    const { text } = await ask();
    for (const hidden of ["anna", "people.example", "Secret", "secret.example"]) expect(text).not.toContain(hidden);
    const labels = new Set([...text.matchAll(/[{,](\w+)=/g)].map(([, label]) => label));
    expect(labels).toEqual(new Set(["state", "result", "kind"]));
  });

  it.each([null, "", "Bearer ", "Bearer undefined", "Bearer metrics-token-of-the-test", "metrics-token-of-the-tests"])(
    "is closed to %j, and the refusal is recorded",
    async (authorization) => {
      expect(await ask(authorization)).toMatchObject({ status: 401, text: "The token is missing or wrong.\n" });
      expect(await auditOf("request.refused")).toEqual([
        { type: "request.refused", path: "/api/metrics", code: "token_wrong" },
      ]);
    },
  );

  it("records a few refusals a minute by themselves, and counts the others", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    for (let time = 0; time < 65; time++) await ask("Bearer wrong-token-of-somebody");
    await writeCountedRefusals();
    expect(await auditOf("request.refused")).toHaveLength(ALONE.visitor);
    expect(await auditOf("refusals.counted")).toMatchObject([{ kind: "request.refused", times: 65 - ALONE.visitor }]);
  });

  it("makes no number up when the database cannot be read", async () => {
    const errors = vi.spyOn(logger(), "error").mockImplementation(() => {});
    await rawRun("ALTER TABLE portal_run RENAME TO portal_run_away");
    const { status, text } = await ask().finally(() => rawRun("ALTER TABLE portal_run_away RENAME TO portal_run"));
    expect([status, text]).toEqual([503, "The database cannot be read; the portal's log says why.\n"]);
    expect(errors).toHaveBeenCalledTimes(1);
  });

  describe("without METRICS_TOKEN", () => {
    const { METRICS_TOKEN } = env();
    beforeEach(() => void Object.assign(env(), { METRICS_TOKEN: undefined }));
    afterEach(() => void Object.assign(env(), { METRICS_TOKEN }));

    it.each([TOKEN, "Bearer undefined", "Bearer ", null])(
      "is not there, whatever is sent: %j",
      async (authorization) => {
        expect((await ask(authorization)).status).toBe(404);
        expect(await auditOf("request.refused")).toEqual([]);
      },
    );
  });
});
