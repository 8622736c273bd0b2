import { describe, expect, it } from "vitest";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { doJob } from "@/lib/ledger/jobs/do-job";
import { DAY_MS, MINUTE_MS, plus } from "@/lib/platform/clock";
import { inChunks } from "@/lib/platform/db/sql";
import { statementChannel } from "@/lib/platform/db/statement-channel";
import { readCoverage } from "@/lib/reports/coverage/queries";
import { aSuperUser } from "@/tests/support/builders";
import { aRun } from "@/tests/support/builders-portal";
import { advance, freezeClock } from "@/tests/support/clock";
import { ownerDb, rawRun, testDb, useDatabase } from "@/tests/support/database";

useDatabase();

const watch = () => doJob("watch", () => runWatch());

/** Good checks every 5 minutes for so many days until now. */
async function watchedFor(days: number): Promise<void> {
  const now = new Date();
  const checks = Array.from({ length: days * 288 + 1 }, (_, n) => plus(now, (n - days * 288) * 5 * MINUTE_MS));
  // Raw: the client takes many times as long for thousands of rows.
  for (const some of inChunks(checks)) {
    const rows = some.map(() => "('watch', ?, ?, 'done', '{}')").join(",");
    await rawRun(
      `INSERT INTO portal_run (job, started_at, finished_at, outcome, counts) VALUES ${rows}`,
      some.flatMap((at) => [at, at]),
    );
  }
  const since = plus(now, -days * DAY_MS);
  await ownerDb().setting.create({
    data: { name: "watch.watching-since", value: since.toISOString(), updatedAt: since, updatedBy: "watch" },
  });
}

describe("coverage", () => {
  it("begins with the first good watch, and is not known before it", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    await aSuperUser();
    expect(await readCoverage()).toMatchObject({ watched: null, checks: 0, failedChecks: 0, lastCheckAt: null });
    await watch();
    advance(5 * MINUTE_MS);
    await watch();
    advance(2 * MINUTE_MS);
    expect(await readCoverage()).toMatchObject({
      from: "2026-11-23T12:00:00.000Z",
      to: "2026-11-23T12:07:00.000Z",
      ...{ interval: 5, watched: 1, checks: 2, failedChecks: 0, longest: null },
      lastCheckAt: "2026-11-23T12:05:00.000Z",
    });
  });

  it("has a gap where the watch failed, and where nobody called it", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    await aSuperUser();
    await watch();
    advance(5 * MINUTE_MS);
    await rawRun("ALTER TABLE `matomo_access` RENAME TO `matomo_access_away`");
    await watch().finally(() => rawRun("ALTER TABLE `matomo_access_away` RENAME TO `matomo_access`"));
    advance(5 * MINUTE_MS);
    await watch();
    advance(65 * MINUTE_MS);
    const gaps = [
      { from: "2026-11-23T12:15:00.000Z", to: null, minutes: 60 },
      { from: "2026-11-23T12:05:00.000Z", to: "2026-11-23T12:10:00.000Z", minutes: 5 },
    ];
    const seen = await readCoverage();
    expect(seen).toMatchObject({ checks: 2, failedChecks: 1, blind: gaps, blindCount: 2, longest: gaps[0] });
    expect(seen.watched).toBeCloseTo(10 / 75, 6);
  });

  it("looks at 30 days, goes on from the check before them, and takes the same statements for 8,640 checks as for two", async () => {
    freezeClock("2026-11-23T12:02:00Z");
    await aRun({ job: "deliver" });
    await watchedFor(31);
    let statements = 0;
    const count = () => {
      statements += 1;
    };
    statementChannel.subscribe(count);
    const seen = await readCoverage();
    statementChannel.unsubscribe(count);
    expect(seen).toMatchObject({ from: "2026-10-24T12:02:00.000Z", watched: 1, checks: 8641, blindCount: 0 });
    expect(statements).toBe(3);
  });

  it("fails when it cannot be read: no picture instead of a calm one", async () => {
    await rawRun("ALTER TABLE portal_run RENAME TO portal_run_away");
    await expect(
      readCoverage().finally(() => rawRun("ALTER TABLE portal_run_away RENAME TO portal_run")),
    ).rejects.toMatchObject({ code: "schema_not_understood" });
    expect(await testDb().run.count()).toBe(0);
  });
});
