import { describe, expect, it } from "vitest";
import { runReminders } from "@/lib/domain/reminders/run-reminders";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { readSetting } from "@/lib/ledger/settings/store";
import { DAY_MS, HOUR_MS } from "@/lib/platform/clock";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { leaseOf } from "@/tests/support/leases";
import { publish, type SignedIn, signIn, stepUp } from "@/tests/support/people";
import { saveRecently, saveSteppedUp } from "@/tests/support/save-settings";
import { auditOf, everything, expectChainHolds, mailFacts, mails } from "@/tests/support/state";

useDatabase();

/** Friday; the next due moment is Monday 23 November, 08:00 in Berlin = 07:00 UTC. */
const FRIDAY = "2026-11-20T12:00:00Z";
/** No warning, nothing made private: see lapse.test.ts. */
const NO_LAPSES = { warned: 0, lapsed: 0 };
const MONDAY_0700 = "2026-11-23T07:00:00Z";

async function publishedOnFriday(): Promise<SignedIn> {
  freezeClock(FRIDAY);
  await rawRun(
    "INSERT INTO `matomo_option` (option_name, option_value) VALUES ('SitesManager_DefaultTimezone', 'Europe/Berlin')",
  );
  const anna = await aSuperUser({ login: "anna" });
  await aSuperUser({ login: "jonas" });
  await runWatch();
  const signedIn = await signIn(anna);
  await publish(signedIn, [await aSite({ name: "Shop &amp; Co" })], { reason: "campaign", endsOn: "2026-12-24" });
  return signedIn;
}

describe("reminders", () => {
  it("are due on Monday 08:00 in the instance's time zone, not a moment earlier, and go out once", async () => {
    await publishedOnFriday();
    freezeClock("2026-11-23T06:59:59Z");
    expect(await runReminders()).toEqual({ due: 0, queued: 0, sites: 0, ...NO_LAPSES });
    freezeClock(MONDAY_0700);
    expect(await runReminders()).toEqual({ due: 1, queued: 2, sites: 1, ...NO_LAPSES });
    expect(await runReminders()).toEqual({ due: 0, queued: 0, sites: 0, ...NO_LAPSES });
    expect((await mails("reminder")).map((mail) => mail.logins)).toEqual([["anna"], ["jonas"]]);
    await expectChainHolds();
  });

  it("list each public site with its age, who answers for it, why, through which channel and until when", async () => {
    await publishedOnFriday();
    const other = await aSite({ name: "Other" });
    await anonymousAccess(other);
    await runWatch();
    freezeClock(MONDAY_0700);
    await runReminders();
    expect(await mailFacts("reminder")).toMatchObject([
      {
        cadence: "weekly",
        periodLabel: "2026-11-23",
        total: 2,
        sites: [
          { name: "Other", channel: "outside", by: null, reason: null, until: null },
          {
            name: "Shop & Co",
            channel: "portal",
            by: "anna",
            reason: "campaign",
            since: "2026-11-20",
            until: "2026-12-24",
          },
        ],
      },
    ]);
  });

  it("E35: are sent once though twenty calls come at once", async () => {
    await publishedOnFriday();
    freezeClock(MONDAY_0700);
    const counts = await Promise.all(Array.from({ length: 20 }, () => runReminders()));
    expect(counts.filter((count) => count.queued > 0)).toHaveLength(1);
    expect(await mails("reminder")).toHaveLength(2);
  });

  it("E36: come late but once when cron slept for five weeks, told by the period it is then", async () => {
    await publishedOnFriday();
    freezeClock("2026-12-23T15:00:00Z");
    expect(await runReminders()).toMatchObject({ queued: 2 });
    expect(await runReminders()).toMatchObject({ queued: 0 });
    expect(await mailFacts("reminder")).toMatchObject([{ periodLabel: "2026-12-21" }]);
  });

  it("E43: do not come twice when the clock jumps back by 2 hours", async () => {
    await publishedOnFriday();
    freezeClock(MONDAY_0700);
    await runReminders();
    advance(-2 * HOUR_MS);
    expect(await runReminders()).toMatchObject({ queued: 0 });
    advance(3 * HOUR_MS);
    expect(await runReminders()).toMatchObject({ queued: 0 });
    expect(await mails("reminder")).toHaveLength(2);
  });

  it("E43: come once when the clock jumps forward by 40 days, and not again when it is put right", async () => {
    await publishedOnFriday();
    freezeClock(MONDAY_0700);
    await runReminders();
    advance(40 * DAY_MS);
    expect(await runReminders()).toMatchObject({ due: 1, queued: 2 });
    expect(await runReminders()).toMatchObject({ due: 0, queued: 0 });
    advance(-40 * DAY_MS);
    expect(await runReminders()).toMatchObject({ due: 0, queued: 0 });
    expect((await mailFacts("reminder")).map(({ periodLabel }) => periodLabel)).toEqual(["2026-11-23", "2026-12-28"]);
  });

  it("E37: are not queued by a run that has lost its lease; the one that holds it queues them", async () => {
    await publishedOnFriday();
    freezeClock(MONDAY_0700);
    const lease = await leaseOf("reminders");
    const before = await everything();
    await expect(runReminders({ lease: { name: "reminders", holder: "stalled" } })).rejects.toMatchObject({
      code: "lease_lost",
    });
    expect(await everything()).toEqual(before);
    expect(await runReminders({ lease })).toMatchObject({ queued: 2 });
  });

  it("are not sent when nothing is public, nor made up for later in the period", async () => {
    freezeClock(FRIDAY);
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    await runWatch();
    freezeClock("2026-11-24T12:00:00Z");
    expect(await runReminders()).toEqual({ due: 1, queued: 0, sites: 0, ...NO_LAPSES });
    anna.context = (await signIn(anna.user)).context;
    await publish(anna, [await aSite()]);
    expect(await runReminders()).toMatchObject({ queued: 0 });
    expect(await auditOf("reminder.nothing-public")).toHaveLength(1);
    advance(7 * DAY_MS);
    expect(await runReminders()).toMatchObject({ queued: 1 });
  });

  it("wait for the first period after the portal began: what was public before is in the baseline alert", async () => {
    freezeClock("2026-11-24T12:00:00Z");
    await aSuperUser({ login: "anna" });
    await anonymousAccess(await aSite());
    expect(await runReminders()).toMatchObject({ due: 0 });
    await runWatch();
    expect(await runReminders()).toMatchObject({ due: 0 });
    advance(7 * DAY_MS);
    expect(await runReminders()).toMatchObject({ queued: 1 });
  });

  it("name 50 sites of 60 and say how many there are", async () => {
    await publishedOnFriday();
    for (let n = 0; n < 59; n++) await anonymousAccess(await aSite());
    freezeClock(MONDAY_0700);
    expect(await runReminders()).toMatchObject({ sites: 60 });
    const [facts] = await mailFacts("reminder");
    expect([facts?.sites.length, facts?.total]).toEqual([50, 60]);
  });

  it("leave nothing behind when a part of it fails, and come with the next call", async () => {
    await publishedOnFriday();
    freezeClock(MONDAY_0700);
    const before = await everything();
    await rawRun("ALTER TABLE portal_outbox RENAME TO portal_outbox_away");
    await expect(
      runReminders().finally(() => rawRun("ALTER TABLE portal_outbox_away RENAME TO portal_outbox")),
    ).rejects.toThrow();
    expect(await everything()).toEqual(before);
    expect(await runReminders()).toMatchObject({ queued: 2 });
  });
});

describe("the cadence", () => {
  const slow = (person: SignedIn) => saveSteppedUp(person, { "reminder-cadence": "monthly" });
  const quicken = (person: SignedIn) => saveRecently(person, { "reminder-cadence": "weekly" });

  it("becomes monthly with a step-up only, is recorded and alerted", async () => {
    const anna = await publishedOnFriday();
    const before = await everything();
    expect(await slow(anna)).toMatchObject({ ok: false, code: expect.stringMatching(/proof_used|proof_foreign/) });
    expect(await everything()).toEqual(before);
    await stepUp(anna, "weaken-settings", [3]);
    expect(await slow(anna)).toEqual({ ok: true, data: { saved: true } });
    expect(await readSetting(testDb(), "reminder-cadence")).toBe("monthly");
    expect(await auditOf("setting.changed")).toMatchObject([{ from: "weekly", to: "monthly" }]);
    expect(await mails("setting-changed")).toHaveLength(2);
    freezeClock(MONDAY_0700);
    expect(await runReminders()).toMatchObject({ due: 0 });
    freezeClock("2026-12-01T07:00:00Z");
    expect(await runReminders()).toMatchObject({ queued: 2 });
    expect(await mailFacts("reminder")).toMatchObject([{ cadence: "monthly", periodLabel: "2026-12" }]);
  });

  it("becomes weekly again with a recent proof, and not without", async () => {
    const anna = await publishedOnFriday();
    await stepUp(anna, "weaken-settings", [3]);
    await slow(anna);
    advance(16 * 60_000);
    expect(await quicken(anna)).toMatchObject({ ok: false, code: "step_up_required" });
    await stepUp(anna, "weaken-settings", [3]);
    expect(await quicken(anna)).toEqual({ ok: true, data: { saved: true } });
    expect(await readSetting(testDb(), "reminder-cadence")).toBe("weekly");
  });

  it("is not changed by somebody who is no Super User any more", async () => {
    const anna = await publishedOnFriday();
    await stepUp(anna, "weaken-settings", [3]);
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'");
    expect(await slow(anna)).toMatchObject({ ok: false, code: "session_ended" });
    expect(await readSetting(testDb(), "reminder-cadence")).toBe("weekly");
  });
});
