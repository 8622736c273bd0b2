import { describe, expect, it } from "vitest";
import { runWithRecentAuth } from "@/lib/auth/command";
import { runReminders } from "@/lib/domain/reminders/run-reminders";
import { keepPublicCommand } from "@/lib/domain/review/commands";
import { runLapses } from "@/lib/domain/review/lapse";
import { runWatch } from "@/lib/domain/watch/run-watch";
import type { UnconfirmedRule } from "@/lib/ledger/settings/terms";
import { DAY_MS, HOUR_MS } from "@/lib/platform/clock";
import { statementsOf } from "@/tests/bench/count-statements";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { publish, type SignedIn, signIn, stepUp } from "@/tests/support/people";
import { saveRecently, saveSteppedUp } from "@/tests/support/save-settings";
import { accessRows, auditOf, everything, expectChainHolds, mailFacts, mails } from "@/tests/support/state";

useDatabase();

/** Thursday. Asked on Monday 23rd, 07:00 UTC; private on Monday 30th. */
const THURSDAY = "2026-11-19T12:00:00Z";
const LAPSE = "2026-11-30T07:00:00Z";
const TWO_DAYS_BEFORE = "2026-11-28T07:00:00Z";
const ONE_DAY_BEFORE = "2026-11-29T07:00:00Z";

const tighten = (person: SignedIn, periods: UnconfirmedRule) => saveRecently(person, { "unconfirmed-rule": periods });
const keep = (person: SignedIn, siteIds: number[], note = "") =>
  runWithRecentAuth(keepPublicCommand, person.context, { siteIds, note });
const loosen = async (person: SignedIn, periods: UnconfirmedRule) => {
  await stepUp(person, "weaken-settings", [2]);
  return saveSteppedUp(person, { "unconfirmed-rule": periods });
};
const lapsesAt = async () =>
  (await testDb().publication.findMany({ orderBy: { idsite: "asc" } })).map(
    (row) => row.lapsesAt?.toISOString() ?? null,
  );
const warnedOf = async () => (await auditOf("public-access.lapse-near")).map(({ days, siteIds }) => [days, siteIds]);

/** Anna, who published `sites` sites on Thursday, with the rule at 1 period since before; Jonas is a Super User too. */
async function published({ sites = 1, rule = "1" }: { sites?: number; rule?: UnconfirmedRule } = {}) {
  freezeClock(THURSDAY);
  await rawRun(
    "INSERT INTO `matomo_option` (option_name, option_value) VALUES ('SitesManager_DefaultTimezone', 'Europe/Berlin')",
  );
  const user = await aSuperUser({ login: "anna" });
  await aSuperUser({ login: "jonas" });
  await runWatch();
  const anna = await signIn(user);
  if (rule !== "off") await tighten(anna, rule);
  const ids: number[] = [];
  for (let n = 0; n < sites; n++) ids.push(await aSite());
  await publish(anna, ids);
  return { anna, ids, id: ids[0] ?? 0 };
}

/** Anna, signed in again at this moment. */
async function back(anna: SignedIn): Promise<SignedIn> {
  return signIn(anna.user);
}

async function runAt(iso: string) {
  freezeClock(iso);
  return runLapses();
}

describe("a site that nobody confirms", () => {
  it("is warned of 2 days and 1 day before, becomes private at the moment named, and is alerted", async () => {
    const { id } = await published();
    expect(await runAt("2026-11-28T06:59:59Z")).toEqual({ warned: 0, lapsed: 0 });
    expect(await runAt(TWO_DAYS_BEFORE)).toEqual({ warned: 1, lapsed: 0 });
    expect(await runLapses()).toEqual({ warned: 0, lapsed: 0 });
    expect(await lapsesAt()).toEqual(["2026-11-30T07:00:00.000Z"]);
    expect(await runAt("2026-11-29T06:59:59Z")).toEqual({ warned: 0, lapsed: 0 });
    expect(await runAt(ONE_DAY_BEFORE)).toEqual({ warned: 1, lapsed: 0 });
    expect(await runAt("2026-11-30T06:59:59Z")).toEqual({ warned: 0, lapsed: 0 });
    expect(await accessRows()).toEqual([[id, "anonymous", "view"]]);
    expect(await runAt(LAPSE)).toEqual({ warned: 0, lapsed: 1 });
    expect(await accessRows()).toEqual([]);
    expect(await runLapses()).toEqual({ warned: 0, lapsed: 0 });
    expect(await auditOf("public-access.revoked")).toMatchObject([{ siteIds: [id], cause: "unconfirmed" }]);
    expect(await mails("lapse-near")).toHaveLength(4);
    expect(await mails("made-private")).toHaveLength(2);
    expect(await mailFacts("lapse-near")).toMatchObject([
      { days: 2, total: 1, lapsesAt: { utc: "2026-11-30 07:00 UTC", local: "2026-11-30 08:00 (Europe/Berlin)" } },
      { days: 1, total: 1, links: { review: "http://localhost:3000/review" } },
    ]);
    await expectChainHolds();
  });

  it("stays public while the rule is off, whatever the time", async () => {
    const { id } = await published({ rule: "off" });
    for (const at of [TWO_DAYS_BEFORE, LAPSE, "2030-01-01T00:00:00Z"]) {
      expect(await runAt(at)).toEqual({ warned: 0, lapsed: 0 });
    }
    expect(await accessRows()).toEqual([[id, "anonymous", "view"]]);
  });

  it("is warned of with all others of its step in one mail, and counted per site", async () => {
    const { ids } = await published({ sites: 60 });
    expect(await runAt(TWO_DAYS_BEFORE)).toEqual({ warned: 60, lapsed: 0 });
    expect(await mails("lapse-near")).toHaveLength(2);
    const [facts] = await mailFacts("lapse-near");
    expect([facts?.sites.length, facts?.total]).toEqual([50, 60]);
    expect(await warnedOf()).toEqual([[2, ids]]);
  });

  it("is warned of and made private once, though twenty calls come at once", async () => {
    await published();
    for (const [at, expected] of [
      [TWO_DAYS_BEFORE, { warned: 1, lapsed: 0 }],
      [ONE_DAY_BEFORE, { warned: 1, lapsed: 0 }],
      [LAPSE, { warned: 0, lapsed: 1 }],
    ] as const) {
      freezeClock(at);
      const counts = await Promise.all(Array.from({ length: 20 }, () => runReminders()));
      expect(counts.filter(({ warned, lapsed }) => warned + lapsed > 0)).toMatchObject([expected]);
    }
    expect(await mails("lapse-near")).toHaveLength(4);
    expect(await mails("made-private")).toHaveLength(2);
  });

  it("that Matomo has made private meanwhile is the watch's to tell, not warned of", async () => {
    const { id } = await published();
    await rawRun("DELETE FROM `matomo_access` WHERE idsite = ?", [id]);
    expect(await runAt(TWO_DAYS_BEFORE)).toEqual({ warned: 0, lapsed: 0 });
  });

  it("takes the same number of statements when it is 300", async () => {
    const count = async (sites: number) => {
      const { ids } = await published({ sites });
      const counts: number[] = [];
      for (const at of [TWO_DAYS_BEFORE, ONE_DAY_BEFORE, LAPSE]) {
        freezeClock(at);
        counts.push((await statementsOf(() => runLapses())).length);
      }
      return { ids, counts };
    };
    const one = await count(1);
    await rawRun("DELETE FROM `matomo_option`");
    await rawRun("DELETE FROM `matomo_user` WHERE login <> 'anonymous'");
    await rawRun("DELETE FROM portal_setting WHERE name = 'reviews.unconfirmed'");
    expect((await count(300)).counts).toEqual(one.counts);
  });

  it("leaves nothing behind when the warning cannot be queued, and is warned of with the next call", async () => {
    await published();
    freezeClock(TWO_DAYS_BEFORE);
    const before = await everything();
    await rawRun("ALTER TABLE portal_outbox RENAME TO portal_outbox_away");
    await expect(
      runLapses().finally(() => rawRun("ALTER TABLE portal_outbox_away RENAME TO portal_outbox")),
    ).rejects.toThrow();
    expect(await everything()).toEqual(before);
    expect(await runLapses()).toEqual({ warned: 1, lapsed: 0 });
  });

  it("is left alone by a run that has lost its lease", async () => {
    await published();
    freezeClock(TWO_DAYS_BEFORE);
    const before = await everything();
    await expect(runReminders({ lease: { name: "reminders", holder: "somebody else" } })).rejects.toMatchObject({
      code: "lease_lost",
    });
    expect(await everything()).toEqual(before);
  });
});

describe("an outage", () => {
  it("before any warning: it is warned first, and private a day later, not sooner", async () => {
    await published();
    expect(await runAt("2026-12-10T03:00:00Z")).toEqual({ warned: 1, lapsed: 0 });
    expect(await warnedOf()).toMatchObject([[1, expect.anything()]]);
    expect(await lapsesAt()).toEqual(["2026-12-11T03:00:00.000Z"]);
    expect(await runAt("2026-12-11T02:59:59Z")).toEqual({ warned: 0, lapsed: 0 });
    expect(await runAt("2026-12-11T03:00:00Z")).toEqual({ warned: 0, lapsed: 1 });
    expect(await mails("lapse-near")).toHaveLength(2);
  });

  it("that ends less than 20 hours before: private a day after the warning", async () => {
    await published();
    expect(await runAt("2026-11-29T15:00:00Z")).toEqual({ warned: 1, lapsed: 0 });
    expect(await runAt(LAPSE)).toEqual({ warned: 0, lapsed: 0 });
    expect(await runAt("2026-11-30T15:00:00Z")).toEqual({ warned: 0, lapsed: 1 });
  });

  it("after the first warning: private at the first call after the moment named", async () => {
    await published();
    await runAt(TWO_DAYS_BEFORE);
    expect(await runAt("2027-02-01T00:00:00Z")).toEqual({ warned: 0, lapsed: 1 });
  });

  it("with one call a day it is warned of at least 20 hours before as well", async () => {
    await published();
    freezeClock("2026-11-20T06:30:00Z");
    const seen: [string, number, number][] = [];
    for (let day = 0; day < 14; day++, advance(DAY_MS)) {
      const { warned, lapsed } = await runLapses();
      if (warned + lapsed > 0) seen.push([new Date().toISOString(), warned, lapsed]);
    }
    expect(seen).toEqual([
      ["2026-11-29T06:30:00.000Z", 1, 0],
      ["2026-11-30T06:30:00.000Z", 1, 0],
      ["2026-12-01T06:30:00.000Z", 0, 1],
    ]);
  });
});

describe("keeping a site", () => {
  it("at the last minute takes back that it becomes private; it is asked about again from the next period on", async () => {
    const { anna, id } = await published();
    await runAt(TWO_DAYS_BEFORE);
    await runAt(ONE_DAY_BEFORE);
    freezeClock("2026-11-30T06:59:59Z");
    expect(await keep(await back(anna), [id], "open data")).toMatchObject({ ok: true });
    expect(await lapsesAt()).toEqual([null]);
    expect(await runAt(LAPSE)).toEqual({ warned: 0, lapsed: 0 });
    expect(await accessRows()).toHaveLength(1);
    expect(await runAt("2026-12-05T07:00:00Z")).toEqual({ warned: 1, lapsed: 0 });
    expect(await lapsesAt()).toEqual(["2026-12-07T07:00:00.000Z"]);
  });

  it("a moment too late keeps nothing: it is private", async () => {
    const { anna, id } = await published();
    await runAt(ONE_DAY_BEFORE);
    await runAt(LAPSE);
    expect(await keep(await back(anna), [id])).toEqual({ ok: true, data: { keptCount: 0, notPublicCount: 1 } });
  });
});

describe("changing the rule midway", () => {
  it("to off takes back every announcement", async () => {
    const { anna } = await published();
    await runAt(ONE_DAY_BEFORE);
    expect(await loosen(await back(anna), "off")).toEqual({ ok: true, data: { saved: true } });
    expect(await lapsesAt()).toEqual([null]);
    expect(await runAt("2027-06-01T00:00:00Z")).toEqual({ warned: 0, lapsed: 0 });
    expect(await accessRows()).toHaveLength(1);
  });

  it("to another number counts from the change on", async () => {
    const { anna } = await published({ rule: "2" });
    await runAt("2026-12-05T07:00:00Z");
    expect(await lapsesAt()).toEqual(["2026-12-07T07:00:00.000Z"]);
    expect(await tighten(await back(anna), "1")).toEqual({ ok: true, data: { saved: true } });
    expect(await lapsesAt()).toEqual([null]);
    expect(await runAt("2026-12-07T07:00:00Z")).toEqual({ warned: 0, lapsed: 0 });
    await runAt("2026-12-12T07:00:00Z");
    expect(await lapsesAt()).toEqual(["2026-12-14T07:00:00.000Z"]);
  });

  it("switched on late, it asks about old sites first: nothing becomes private before the next but one period", async () => {
    const { anna } = await published({ rule: "off" });
    freezeClock("2027-03-10T12:00:00Z");
    await tighten(await back(anna), "1");
    expect(await runLapses()).toEqual({ warned: 0, lapsed: 0 });
    expect(await runAt("2027-03-15T07:00:00Z")).toEqual({ warned: 0, lapsed: 0 });
    await runAt("2027-03-20T07:00:00Z");
    expect(await lapsesAt()).toEqual(["2027-03-22T07:00:00.000Z"]);
  });
});

describe("changing the cadence midway", () => {
  it("a moment that was announced stands", async () => {
    const { anna } = await published();
    await runAt(TWO_DAYS_BEFORE);
    const person = await back(anna);
    await stepUp(person, "weaken-settings", [3]);
    expect(await saveSteppedUp(person, { "reminder-cadence": "monthly" })).toMatchObject({
      ok: true,
    });
    expect(await runAt(ONE_DAY_BEFORE)).toEqual({ warned: 1, lapsed: 0 });
    expect(await runAt(LAPSE)).toEqual({ warned: 0, lapsed: 1 });
  });

  it("to monthly before anything was announced: periods are months from then on", async () => {
    const { anna } = await published();
    await stepUp(anna, "weaken-settings", [3]);
    await saveSteppedUp(anna, { "reminder-cadence": "monthly" });
    expect(await runAt(LAPSE)).toEqual({ warned: 0, lapsed: 0 });
    expect(await runAt("2026-12-25T06:59:59Z")).toEqual({ warned: 0, lapsed: 0 });
    expect(await runAt("2026-12-25T07:00:00Z")).toEqual({ warned: 1, lapsed: 0 });
    expect(await warnedOf()).toMatchObject([[7, expect.anything()]]);
    expect(await lapsesAt()).toEqual(["2027-01-01T07:00:00.000Z"]);
  });

  it("to weekly when weeks have passed already: it is warned first, and private a day later", async () => {
    const { anna } = await published();
    await stepUp(anna, "weaken-settings", [3]);
    await saveSteppedUp(anna, { "reminder-cadence": "monthly" });
    freezeClock("2026-12-08T12:00:00Z");
    expect(await saveRecently(await back(anna), { "reminder-cadence": "weekly" })).toMatchObject({
      ok: true,
    });
    expect(await runLapses()).toEqual({ warned: 1, lapsed: 0 });
    advance(20 * HOUR_MS);
    expect(await runLapses()).toEqual({ warned: 0, lapsed: 0 });
    expect(await runAt("2026-12-09T12:00:00Z")).toEqual({ warned: 0, lapsed: 1 });
  });
});

it("the reminder says how many become private when the next period begins, and null while the rule is off", async () => {
  const { anna } = await published({ sites: 2 });
  freezeClock("2026-11-23T07:00:00Z");
  await keep(await back(anna), [(await accessRows())[0]?.[0] ?? 0]);
  await runReminders();
  expect(await mailFacts("reminder")).toMatchObject([
    { lapse: { count: 1, at: { utc: "2026-11-30 07:00 UTC" } }, links: { review: "http://localhost:3000/review" } },
  ]);
  await loosen(await back(anna), "off");
  freezeClock("2026-11-30T07:00:00Z");
  await runReminders();
  expect((await mailFacts("reminder"))[1]).toMatchObject({ lapse: null, total: 2 });
});

it("what lapses at the start of a period is private before that period's reminder lists what is public", async () => {
  await published();
  await runAt(ONE_DAY_BEFORE);
  await anonymousAccess(await aSite({ name: "Other" }));
  await runWatch();
  freezeClock(LAPSE);
  expect(await runReminders()).toMatchObject({ lapsed: 1, queued: 2, sites: 1 });
  expect((await mailFacts("reminder")).at(-1)?.sites.map(({ name }) => name)).toEqual(["Other"]);
});
