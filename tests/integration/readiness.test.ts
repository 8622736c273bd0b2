import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { GET as healthz } from "@/app/api/healthz/route";
import { GET as readyz } from "@/app/api/readyz/route";
import { DAY_MS, MINUTE_MS, plus } from "@/lib/platform/clock";
import { EXPECTED_MIGRATIONS } from "@/lib/platform/db/expected-migrations";
import { replaceBadSettings } from "@/lib/platform/env";
import { statementsOf } from "@/tests/bench/count-statements";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { aMail, aRun } from "@/tests/support/builders-portal";
import { freezeClock } from "@/tests/support/clock";
import {
  dialect,
  hasInvites,
  ownerDb,
  portalAccount,
  rawRun,
  tablePrefix,
  testDb,
  useDatabase,
} from "@/tests/support/database";

useDatabase();

const SECRET = "Bearer cron-secret-of-the-tests";
const onMariaDb = dialect === "mysql";

beforeEach(async () => {
  await aRun({ job: "watch" });
});

async function ask(authorization: string | null = SECRET) {
  const headers: HeadersInit = authorization === null ? {} : { authorization };
  const response = await readyz(new Request("http://localhost:3000/api/readyz", { headers }));
  return { status: response.status, body: await response.json() };
}

it("the second header, which no proxy takes for its own, is enough to hear why", async () => {
  const asked = (headers: HeadersInit) => readyz(new Request("http://localhost:3000/api/readyz", { headers }));
  const own = { "x-cron-secret": "cron-secret-of-the-tests" };
  for (const headers of [own, { ...own, authorization: "Basic cHJveHk6cHJveHk=" }]) {
    expect(await (await asked(headers)).json()).toHaveProperty("problems");
  }
  expect(await (await asked({ "x-cron-secret": "wrong" })).json()).not.toHaveProperty("problems");
});

async function meanwhile(change: string, back: string, work: () => Promise<void>): Promise<void> {
  await rawRun(change);
  try {
    await work();
  } finally {
    await rawRun(back);
  }
}

const withoutMigration = (work: () => Promise<void>) =>
  meanwhile(
    "UPDATE _prisma_migrations SET rolled_back_at = started_at WHERE migration_name = '20261124000000_sign_in'",
    "UPDATE _prisma_migrations SET rolled_back_at = NULL",
    work,
  );

describe("/api/healthz", () => {
  it("E45: says that the process answers and asks the database nothing", async () => {
    const response = healthz();
    expect([response.status, await response.json()]).toEqual([200, { status: "ok" }]);
    expect(await statementsOf(async () => healthz())).toEqual([]);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
});

describe("/api/readyz", () => {
  it("E45: says that the portal is ready, and nothing else without the cron secret", async () => {
    expect(await ask()).toEqual({ status: 200, body: { status: "ready", problems: [], warnings: [] } });
    for (const wrong of [null, "", "Bearer ", "Bearer undefined", "Bearer cron-secret-of-the-test"]) {
      expect(await ask(wrong)).toEqual({ status: 200, body: { status: "ready" } });
    }
  });

  it("says that a migration is pending, to the operator alone", async () => {
    await withoutMigration(async () => {
      expect(await ask()).toEqual({
        status: 503,
        body: {
          status: "not ready",
          problems: ["App tables: 20261124000000_sign_in is missing. Run bin/public-access migrate."],
          warnings: [],
        },
      });
      expect(await ask(null)).toEqual({ status: 503, body: { status: "not ready" } });
    });
  });

  it("says which table is missing", async () => {
    const name = `${tablePrefix}access`;
    await meanwhile(
      `ALTER TABLE \`${name}\` RENAME TO \`${name}_away\``,
      `ALTER TABLE \`${name}_away\` RENAME TO \`${name}\``,
      async () => {
        const { status, body } = await ask();
        expect(status).toBe(503);
        expect(body.problems).toEqual([
          `Database permissions: ${name} is missing. Check DATABASE_URL and MATOMO_TABLE_PREFIX.`,
        ]);
      },
    );
  });

  it("says that the portal's own tables are missing, when nothing was migrated", async () => {
    await meanwhile(
      "ALTER TABLE _prisma_migrations RENAME TO away",
      "ALTER TABLE away RENAME TO _prisma_migrations",
      async () => {
        const { status, body } = await ask();
        expect(status).toBe(503);
        expect(body.problems).toEqual([
          "Database permissions: _prisma_migrations is missing. Run bin/public-access migrate.",
        ]);
      },
    );
  });

  it.runIf(onMariaDb)("says which privilege is missing, as the GRANT that mends it", async () => {
    const account = portalAccount();
    const on = `\`${tablePrefix}access\``;
    await meanwhile(`REVOKE DELETE ON ${on} FROM ${account}`, `GRANT DELETE ON ${on} TO ${account}`, async () => {
      const { status, body } = await ask();
      expect(status).toBe(503);
      expect(body.problems).toEqual([
        `Database permissions: A right is missing. Run GRANT DELETE ON ${on} TO the account.`,
      ]);
    });
  });

  it.runIf(onMariaDb && hasInvites)("says that invitations cannot be told from Super Users", async () => {
    const account = portalAccount();
    const words = "SELECT (invite_token)";
    const on = `\`${tablePrefix}user\``;
    await meanwhile(`REVOKE ${words} ON ${on} FROM ${account}`, `GRANT ${words} ON ${on} TO ${account}`, async () => {
      expect((await ask()).body.problems).toEqual([expect.stringContaining("invite_token")]);
    });
  });

  it.runIf(onMariaDb)("warns of an account that could rewrite the audit log, and is ready all the same", async () => {
    const account = portalAccount();
    const on = "portal_audit_event";
    await meanwhile(`GRANT DELETE ON ${on} TO ${account}`, `REVOKE DELETE ON ${on} FROM ${account}`, async () => {
      const { status, body } = await ask();
      expect(status).toBe(200);
      expect(body.warnings).toEqual([
        "Database permissions: The account may DELETE in portal_audit_event, so it could rewrite the activity log. Revoke it.",
      ]);
    });
  });

  it("E45: says that the last good watch is longer ago than three intervals, or never was", async () => {
    const now = new Date();
    await testDb().run.deleteMany();
    expect((await ask()).body.problems).toEqual([
      expect.stringMatching(/^Monitoring: Never succeeded\. .*cron\/watch/),
    ]);
    await aRun({ job: "watch", startedAt: plus(now, -15 * MINUTE_MS + 5_000) });
    expect(await ask()).toMatchObject({ status: 200 });
    await testDb().run.deleteMany();
    await aRun({ job: "watch", startedAt: plus(now, -17 * MINUTE_MS - 2_000) });
    await aRun({ job: "watch", startedAt: now, outcome: "failed" });
    await aRun({ job: "deliver", startedAt: now });
    const { status, body } = await ask();
    expect([status, body.problems]).toEqual([
      503,
      [expect.stringMatching(/^Monitoring: Last success 17 minutes ago;/)],
    ]);
    expect(await ask(null)).toEqual({ status: 503, body: { status: "not ready" } });
  });

  it("names each job that is overdue, once the portal has run for long enough", async () => {
    const now = new Date();
    await aRun({ job: "watch", startedAt: plus(now, -170 * MINUTE_MS) });
    await aRun({ job: "deliver", startedAt: plus(now, -10 * MINUTE_MS) });
    expect(await ask()).toMatchObject({ status: 200 });
    await testDb().run.deleteMany({ where: { job: "deliver" } });
    expect((await ask()).body.problems).toEqual([expect.stringMatching(/^\/api\/cron\/deliver: Never succeeded\./)]);

    await aRun({ job: "deliver", startedAt: plus(now, -20 * MINUTE_MS) });
    await aRun({ job: "reminders", startedAt: plus(now, -190 * MINUTE_MS) });
    await aRun({ job: "probe", startedAt: plus(now, -190 * MINUTE_MS) });
    const { status, body } = await ask();
    expect([status, body.problems]).toEqual([
      503,
      ["deliver", "probe", "reminders"].map((job) =>
        expect.stringMatching(new RegExp(`^/api/cron/${job}: Last success `)),
      ),
    ]);
    expect(await ask(null)).toEqual({ status: 503, body: { status: "not ready" } });
  });

  it("gives a server that does its jobs itself the first minutes after its start", async () => {
    await aRun({ job: "watch", startedAt: plus(new Date(), -300 * MINUTE_MS) });
    await aRun({ job: "probe" });
    const uptime = vi.spyOn(process, "uptime");
    const askedAt = async (CRON: string, seconds: number) => {
      uptime.mockReturnValue(seconds);
      replaceBadSettings({ ...process.env, CRON });
      return (await ask().finally(() => replaceBadSettings())).body.problems.length;
    };
    expect(await askedAt("internal", 60)).toBe(0);
    expect(await askedAt("internal", 300)).toBe(2);
    expect(await askedAt("external", 60)).toBe(2);
    for (const seconds of [50, 40]) {
      await aRun({ job: "deliver", startedAt: plus(new Date(), -seconds * 1_000), outcome: "failed" });
    }
    expect(await askedAt("internal", 60)).toBe(0);
    await aRun({ job: "deliver", startedAt: plus(new Date(), -2 * 1_000) });
    for (const _ of [1, 2]) await aRun({ job: "deliver", outcome: "failed" });
    expect(await askedAt("internal", 60)).toBe(1);
  });

  it("asks for no look from outside where there is no MATOMO_URL", async () => {
    const now = new Date();
    for (const job of ["watch", "deliver", "reminders"]) await aRun({ job, startedAt: plus(now, -60_000) });
    await aRun({ job: "probe", startedAt: plus(now, -5 * 60 * MINUTE_MS) });
    expect((await ask()).body.problems).toEqual([expect.stringContaining("/api/cron/probe")]);
    replaceBadSettings({ ...process.env, MATOMO_URL: "" });
    try {
      expect(await ask()).toMatchObject({ status: 200 });
    } finally {
      replaceBadSettings();
    }
  });

  it.each(["watch", "deliver", "reminders", "probe"])(
    "says that %s fails at every call, long before it is overdue, until it goes well again",
    async (job) => {
      const at = (seconds: number) => plus(new Date(), -seconds * 1_000);
      await aRun({ job, startedAt: at(120) });
      await aRun({ job, startedAt: at(90), outcome: "failed" });
      expect(await ask(), "once may happen").toMatchObject({ status: 200 });
      await testDb().run.deleteMany({ where: { job, startedAt: { gt: at(60) } } });
      await aRun({ job, startedAt: at(50), outcome: "failed" });
      await aRun({ job, startedAt: at(40), outcome: "running" });
      const { status, body } = await ask();
      expect([status, body.problems]).toEqual([
        503,
        [
          `${job === "watch" ? "Monitoring" : `/api/cron/${job}`}: The last 2 runs failed. See “job failed” in the server log.`,
        ],
      ]);
      await aRun({ job, startedAt: at(30) });
      expect(await ask()).toMatchObject({ status: 200 });
    },
  );

  it("says that the main page cannot be shown", async () => {
    await ownerDb().probe.create({
      data: {
        at: new Date(),
        outcome: "seen",
        configured: 0,
        unexpectedTotal: 0,
        unreadableTotal: 0,
        differences: "{",
        durationMs: 1,
      },
    });
    const { status, body } = await ask();
    expect([status, body.problems]).toEqual([
      503,
      ["The page with the public sites cannot be shown; the portal's log says why."],
    ]);
  });

  it("asks the database no more statements, however many sites, runs and mails there are", async () => {
    const count = async () => (await statementsOf(() => ask())).length;
    await anonymousAccess(await aSite({}));
    const few = await count();
    for (let n = 0; n < 30; n += 1) {
      await anonymousAccess(await aSite({}));
      for (const job of ["watch", "deliver"]) await aRun({ job });
    }
    expect(await count()).toBeLessThanOrEqual(few);
  });

  it("E45: takes no watch that lies ahead for a good one: the clock was wrong then", async () => {
    const now = new Date();
    await testDb().run.deleteMany();
    await aRun({ job: "watch", startedAt: plus(now, DAY_MS) });
    expect((await ask()).body.problems).toEqual([expect.stringMatching(/^Monitoring: Never succeeded/)]);
  });

  it("E45: says that a mail has waited for more than 15 minutes, whether it is due or held back", async () => {
    freezeClock("2026-11-24T12:00:00Z");
    await aRun({ job: "watch" });
    const now = new Date();
    for (const state of ["due", "held"]) {
      await ownerDb().outboxMail.deleteMany();
      await aMail({ state, createdAt: plus(now, -15 * MINUTE_MS) });
      expect(await ask()).toMatchObject({ status: 200 });
      await aMail({ state, createdAt: plus(now, -42 * MINUTE_MS) });
      await aMail({ state, createdAt: plus(now, -50 * MINUTE_MS), handledAt: now });
      const { status, body } = await ask();
      expect([status, body.problems]).toEqual([
        503,
        [expect.stringMatching(/^Mail queue: 1 waiting over 15 minutes, the oldest from 42 minutes ago\./)],
      ]);
    }
  });

  it("E45: says that mails have failed for good until somebody has dealt with them", async () => {
    await aMail({ state: "sent", createdAt: new Date("2026-01-01T00:00:00Z") });
    expect(await ask()).toMatchObject({ status: 200 });
    await aMail({ state: "dead" });
    await aMail({ state: "dead", handledAt: new Date() });
    const { status, body } = await ask();
    expect([status, body.problems]).toEqual([503, [expect.stringMatching(/^Mail queue: 1 failed permanently\./)]]);
    await testDb().outboxMail.updateMany({ data: { handledAt: new Date() } });
    expect(await ask()).toMatchObject({ status: 200 });
  });

  it("names no site, no login, no address and no secret, whatever is wrong", async () => {
    const login = "anna.berg";
    await aSuperUser({ login, email: "anna.berg@people.example" });
    await anonymousAccess(await aSite({ name: "Secret Project" }));
    await withoutMigration(async () => {
      const text = JSON.stringify([await ask(), await ask(null)]);
      for (const hidden of [login, "Secret Project", "people.example", "cron-secret", process.env.DATABASE_URL ?? ""]) {
        expect(text).not.toContain(hidden);
      }
    });
  });

  it("is asked of the database once, however many operators ask at the same time", async () => {
    const one = await statementsOf(() => ask());
    const twenty = await statementsOf(() => Promise.all(Array.from({ length: 20 }, () => ask())));
    expect(twenty).toHaveLength(one.length);
  });

  it("costs the database nothing when strangers ask, however often, but once in 5 seconds", async () => {
    const elapsed = vi.spyOn(performance, "now").mockReturnValue(1e9);
    const asking = async () => {
      for (let time = 0; time < 20; time++) expect(await ask(null)).toMatchObject({ status: 200 });
    };
    const first = await statementsOf(asking);
    expect(first.length).toBeGreaterThan(0);
    elapsed.mockReturnValue(1e9 + 4_999);
    expect(await statementsOf(asking)).toEqual([]);
    elapsed.mockReturnValue(1e9 + 5_000);
    expect(await statementsOf(asking)).toHaveLength(first.length);
    elapsed.mockRestore();
    await ask();
  });
});

it("the migrations that a build waits for are those of both dialects", () => {
  for (const folder of ["migrations", "sqlite/migrations"]) {
    const entries = readdirSync(path.join(import.meta.dirname, "../../prisma", folder), { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    expect(names.sort()).toEqual([...EXPECTED_MIGRATIONS]);
  }
});
