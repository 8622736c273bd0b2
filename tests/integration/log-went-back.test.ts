import { beforeEach, describe, expect, it } from "vitest";
import { GET as readyz } from "@/app/api/readyz/route";
import { announceRestore } from "@/lib/domain/continuity/announce-restore";
import { guardLog } from "@/lib/domain/continuity/guard-log";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { claimStuckAlerts } from "@/lib/messaging/escalation/claim";
import { noticeOf } from "@/lib/messaging/escalation/notice";
import { deliverDue } from "@/lib/messaging/mail/deliver-due";
import { rendering } from "@/lib/messaging/mail/rendering";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/transaction";
import { env } from "@/lib/platform/env";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { dialect, rawRun, testDb, useDatabase } from "@/tests/support/database";
import { anEvent } from "@/tests/support/events";
import { backUp, putBack } from "@/tests/support/every-change/back-up";
import { publish, type SignedIn, signIn } from "@/tests/support/people";
import { asProcess } from "@/tests/support/processes";
import { runScript } from "@/tests/support/run-script";
import { auditOf, expectChainHolds, mailFacts, mails } from "@/tests/support/state";

useDatabase();

let anna: SignedIn;
/** The newest event in the back-up. */
let kept = 0;

/** Two Super Users, a public site, a watch, and a back-up of the portal's tables. */
beforeEach(async () => {
  freezeClock("2026-12-01T08:00:00Z");
  anna = await signIn(await aSuperUser({ login: "anna" }));
  await aSuperUser({ login: "jonas" });
  await publish(anna, [await aSite({ name: "Known" })]);
  await runWatch();
  await backUp();
  kept = await head();
  advance(MINUTE_MS);
});

const head = async () => Number((await testDb().auditHead.findUniqueOrThrow({ where: { id: 1 } })).seq);
const installation = async () =>
  (await testDb().setting.findUniqueOrThrow({ where: { name: "installation.id" } })).value;
const told = () => auditOf("log.went-back").then((events) => events.map(({ lost }) => [lost.from, lost.to]));

async function events(count: number): Promise<void> {
  for (let made = 0; made < count; made++) await anEvent({ type: "outside.asked" }, { at: new Date() });
}

/** Three events, and an hour later the portal's tables are those of before. */
async function loseThree(): Promise<void> {
  await events(3);
  await loseAll();
}

async function loseAll(): Promise<void> {
  advance(HOUR_MS);
  await putBack();
}

async function ready(): Promise<{ problems: string[]; warnings: string[] }> {
  const request = new Request("http://localhost:3000/api/readyz", {
    headers: { "x-cron-secret": "cron-secret-of-the-tests" },
  });
  return (await readyz(request)).json();
}

describe("a log that goes back", () => {
  it("is told to each Super User once: which entries are gone, since when, and what is public now", async () => {
    await loseThree();
    await runWatch();
    await runWatch();
    expect(await mails("log-went-back")).toMatchObject([{ logins: ["anna"] }, { logins: ["jonas"] }]);
    expect(await mailFacts("log-went-back")).toMatchObject([
      {
        lost: { from: kept + 1, to: kept + 3 },
        since: { utc: "2026-12-01 08:00 UTC" },
        at: { utc: "2026-12-01 09:01 UTC" },
        sites: [{ name: "Known" }],
        total: 1,
      },
    ]);
    expect(await told()).toEqual([[kept + 1, kept + 3]]);
    await expectChainHolds();
  });

  it("begins a new installation, so the mails about numbers that are given again have keys of their own", async () => {
    const before = await installation();
    await loseThree();
    await guardLog();
    const after = await installation();
    expect(after).not.toBe(before);
    const queued = await testDb().outboxMail.findMany({ where: { kind: "log-went-back" } });
    for (const { identity } of queued) expect(identity).toMatch(new RegExp(`^${after}/`));
  });

  it("leaves what was queued before as it was", async () => {
    const queued = () => testDb().outboxMail.findMany({ where: { kind: "made-public" }, orderBy: { id: "asc" } });
    const before = await queued();
    await loseThree();
    await guardLog();
    expect(await queued()).toEqual(before);
  });

  it("is noticed though it grew again and gave the lost numbers to other events", async () => {
    await loseThree();
    await asProcess("started anew", () => events(5));
    expect(await guardLog()).toBe(true);
    expect(await told()).toEqual([[kept + 1, kept + 3]]);
    await expectChainHolds();
  });

  it("is noticed though the process that remembers it recorded under those numbers itself", async () => {
    await loseThree();
    await asProcess("started anew", () => events(2));
    await events(5);
    await runWatch();
    expect(await told()).toEqual([[kept + 1, kept + 3]]);
  });

  it("is told by one of several processes that remember it, whichever comes first", async () => {
    await asProcess("second", () => events(1));
    await asProcess("third", () => guardLog());
    await loseThree();
    for (const name of ["third", "second"]) await asProcess(name, () => guardLog());
    await guardLog();
    for (const name of ["third", "second"]) await asProcess(name, () => guardLog());
    // The second process remembers its own event, and the first one the three after it.
    expect(await told()).toEqual([
      [kept + 1, kept + 1],
      [kept + 1, kept + 4],
    ]);
    expect(await mails("log-went-back")).toHaveLength(4);
  });

  it("is told once when the process that remembers most comes first", async () => {
    await asProcess("second", () => events(1));
    await loseThree();
    await guardLog();
    expect(await asProcess("second", () => guardLog())).toBe(false);
    await asProcess("second", () => events(3));
    expect(await asProcess("second", () => guardLog())).toBe(false);
    expect(await told()).toEqual([[kept + 1, kept + 4]]);
  });

  it("is told again when it goes back again, also by a process that was started in between", async () => {
    await loseThree();
    await guardLog();
    await backUp();
    advance(MINUTE_MS);
    await asProcess("started anew", () => events(1));
    await loseAll();
    expect(await asProcess("started anew", () => guardLog())).toBe(true);
    expect(await guardLog()).toBe(false);
    expect(await told()).toEqual([
      [kept + 1, kept + 3],
      [kept + 2, kept + 2],
    ]);
  });

  it("is told when nothing of it is left", async () => {
    await loseAll();
    await rawRun("DELETE FROM portal_audit_event");
    await rawRun(`UPDATE portal_audit_head SET seq = 0, hash = '${"0".repeat(64)}'`);
    await runWatch();
    expect(await mailFacts("log-went-back")).toMatchObject([{ lost: { from: 1, to: kept }, since: null }]);
    await expectChainHolds();
  });

  it("has a watch after it that tells of sites whose publication was lost", async () => {
    await publish(anna, [await aSite({ name: "Lost" })]);
    await loseAll();
    await runWatch();
    expect(await mailFacts("log-went-back")).toMatchObject([{ total: 2 }]);
    expect(await mailFacts("public-outside")).toMatchObject([{ sites: [{ name: "Lost" }] }]);
  });

  it("does not go back by being read on a node that lags behind", async () => {
    if (dialect === "sqlite") return;
    await testDb().$transaction(async (lagging) => {
      await lagging.auditHead.findFirst();
      await asProcess("elsewhere", () => events(1));
      await events(2);
      expect(await guardLog(lagging)).toBe(false);
    });
    expect(await told()).toEqual([]);
    await loseAll();
    expect(await guardLog()).toBe(true);
  });

  it("is told by readiness, too, which is red for a day and warns of it for a week", async () => {
    const said = async () => {
      const { problems, warnings } = await ready();
      const isAboutIt = (sentence: string) => sentence.startsWith("Activity log: Lost its newest entries");
      return [problems.filter(isAboutIt).length, warnings.filter(isAboutIt).length];
    };
    expect(await said()).toEqual([0, 0]);
    await loseThree();
    expect(await said()).toEqual([1, 0]);
    expect(await mails("log-went-back")).toHaveLength(2);
    advance(DAY_MS);
    expect(await said()).toEqual([0, 1]);
    advance(6 * DAY_MS);
    expect(await said()).toEqual([0, 0]);
  });

  it("is told over the second channel by the next delivery, though its mails arrive", async () => {
    Object.assign(env(), { ALERT_WEBHOOK_URL: "https://hooks.example/", ALERT_WEBHOOK_SECRET: "whsec_c2VjcmV0" });
    await loseThree();
    await guardLog();
    await deliverDue({ escalate: false });
    const [alert, ...others] = await inTransaction((tx) => claimStuckAlerts(tx, new Date()));
    Object.assign(env(), { ALERT_WEBHOOK_URL: undefined });
    expect(others).toEqual([]);
    expect(JSON.parse(await noticeOf(alert ?? expect.fail("nothing is told"), rendering, new Date()))).toMatchObject({
      type: "alert.urgent",
      data: {
        what: expect.stringContaining("Activity log lost everything after entry"),
        meaning: expect.stringContaining("newest records are gone"),
        notReachedCount: 0,
      },
    });
  });

  it("is nothing that a process tells which remembers nothing", async () => {
    await loseThree();
    await asProcess("started anew", () => runWatch());
    expect(await told()).toEqual([]);
  });
});

describe("a restore that is told on purpose", () => {
  it("mails each Super User that what came after the newest entry is gone, and what is public now", async () => {
    await anonymousAccess(await aSite({ name: "Meanwhile" }));
    await loseThree();
    const before = await installation();
    await announceRestore();
    expect(await installation()).not.toBe(before);
    expect(await mails("log-went-back")).toHaveLength(2);
    expect(await mailFacts("log-went-back")).toMatchObject([
      { lost: { from: kept + 1, to: null }, since: { utc: "2026-12-01 08:00 UTC" }, total: 2 },
    ]);
    await expectChainHolds();
  });

  it("is not told once more by a process that remembers what is gone", async () => {
    await loseThree();
    await asProcess("command", () => announceRestore());
    await asProcess("command", () => events(4));
    expect(await guardLog()).toBe(false);
    expect(await told()).toEqual([[kept + 1, null]]);
  });

  it("is told by the command, which is another process", { timeout: 240_000 }, async () => {
    await loseThree();
    const { code, said } = await runScript("db:restored", [], process.env);
    expect({ code, said }).toEqual({
      code: 0,
      said: "Every Super User is notified of the restore and of what is public now.",
    });
    expect(await guardLog()).toBe(false);
    expect(await mails("log-went-back")).toHaveLength(2);
    expect(await told()).toEqual([[kept + 1, null]]);
  });

  it("covers no later loss", async () => {
    await asProcess("command", () => announceRestore());
    await guardLog();
    await backUp();
    advance(MINUTE_MS);
    await loseThree();
    expect(await guardLog()).toBe(true);
    expect(await told()).toEqual([
      [kept + 1, null],
      [kept + 2, kept + 4],
    ]);
  });
});
