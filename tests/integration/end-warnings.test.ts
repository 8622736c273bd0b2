import { describe, expect, it } from "vitest";
import { endWarningsDue, warnOfEnds } from "@/lib/domain/public-access/warn-of-ends";
import { DAY_MS, HOUR_MS, now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/transaction";
import { aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { ask, extend, unblock } from "@/tests/support/emergency";
import { publish, signIn } from "@/tests/support/people";
import { auditOf, expectChainHolds, mailFacts, mails } from "@/tests/support/state";

useDatabase();

const due = () => endWarningsDue(testDb(), now());
const warn = () => inTransaction((tx) => warnOfEnds(tx, now()));

async function anna() {
  await rawRun(
    "INSERT INTO `matomo_option` (option_name, option_value) VALUES ('SitesManager_DefaultTimezone', 'Europe/Berlin')",
  );
  await aSuperUser({ login: "jonas" });
  return signIn(await aSuperUser({ login: "anna" }));
}

describe("warnings before an end date", () => {
  it("go out 7 days and 1 day before, once each, for all sites at once, with the last public day of each", async () => {
    freezeClock("2026-11-01T12:00:00Z");
    const person = await anna();
    const ids = [await aSite({ name: "A" }), await aSite({ name: "B" })];
    await publish(person, ids, { endsOn: "2026-11-20" });
    await publish(person, [await aSite()]);

    freezeClock("2026-11-13T22:59:59.999Z");
    expect([await due(), await warn()]).toEqual([false, 0]);
    freezeClock("2026-11-13T23:00:00.000Z");
    expect([await due(), await warn()]).toEqual([true, 2]);
    expect([await due(), await warn()]).toEqual([false, 0]);
    expect(await mailFacts("end-near")).toMatchObject([
      {
        days: 7,
        total: 2,
        sites: [
          { name: "A", until: "2026-11-20" },
          { name: "B", until: "2026-11-20" },
        ],
      },
    ]);

    freezeClock("2026-11-19T22:59:59.999Z");
    expect([await due(), await warn()]).toEqual([false, 0]);
    freezeClock("2026-11-19T23:00:00.000Z");
    expect([await due(), await warn()]).toEqual([true, 2]);
    advance(HOUR_MS);
    expect([await due(), await warn()]).toEqual([false, 0]);

    expect((await mailFacts("end-near")).map((facts) => facts.days)).toEqual([7, 1]);
    expect(await auditOf("public-access.end-near")).toMatchObject([
      { siteIds: ids, days: 7 },
      { siteIds: ids, days: 1 },
    ]);
    expect(await mails("end-near")).toHaveLength(4);
    await expectChainHolds();
  });

  it.each([
    ["2026-10-01T12:00:00Z", "2026-10-28", "2026-10-21T22:00:00.000Z"],
    ["2027-03-01T12:00:00Z", "2027-03-31", "2027-03-24T23:00:00.000Z"],
  ])("count days, not hours, across a change of the clock: made %s until %s", async (made, endsOn, moment) => {
    freezeClock(made);
    const person = await anna();
    await publish(person, [await aSite()], { endsOn });
    freezeClock(moment);
    advance(-1);
    expect(await warn()).toBe(0);
    advance(1);
    expect(await warn()).toBe(1);
  });

  it("are queued once though five runs overlap", async () => {
    freezeClock("2026-11-01T12:00:00Z");
    const person = await anna();
    await publish(person, [await aSite()], { endsOn: "2026-11-20" });
    freezeClock("2026-11-14T12:00:00Z");
    expect((await Promise.all([warn(), warn(), warn(), warn(), warn()])).sort()).toEqual([0, 0, 0, 0, 1]);
    expect(await mails("end-near")).toHaveLength(2);
  });

  it("after an outage are the newest one alone, and none when the end has come", async () => {
    freezeClock("2026-11-01T12:00:00Z");
    const person = await anna();
    await publish(person, [await aSite()], { endsOn: "2026-11-20" });
    const over = await aSite();
    await publish(person, [over], { endsOn: "2026-11-19" });
    freezeClock("2026-11-20T12:00:00Z");
    expect(await warn()).toBe(1);
    expect(await warn()).toBe(0);
    expect((await mailFacts("end-near")).map((facts) => facts.days)).toEqual([1]);
  });

  it("tell of a week and of a day in two mails when both are due for different sites", async () => {
    freezeClock("2026-11-01T12:00:00Z");
    const person = await anna();
    const [soon, later] = [await aSite(), await aSite()];
    await publish(person, [soon], { endsOn: "2026-11-20" });
    await publish(person, [later], { endsOn: "2026-11-25" });
    freezeClock("2026-11-20T12:00:00Z");
    expect(await warn()).toBe(2);
    expect((await auditOf("public-access.end-near")).map(({ siteIds, days }) => [siteIds, days]).sort()).toEqual(
      [
        [[soon], 1],
        [[later], 7],
      ].sort(),
    );
  });

  it("leave out the week for a publication of five days, and everything for one until tomorrow", async () => {
    freezeClock("2026-11-16T12:00:00Z");
    const person = await anna();
    await publish(person, [await aSite()], { endsOn: "2026-11-20" });
    await publish(person, [await aSite()], { endsOn: "2026-11-17" });
    let warned = 0;
    for (let hours = 0; hours < 5 * 24; hours++) {
      advance(HOUR_MS);
      warned += await warn();
    }
    expect(warned).toBe(1);
    expect((await mailFacts("end-near")).map((facts) => facts.days)).toEqual([1]);
  });

  it("begin anew with another end date, without one within a day of setting it", async () => {
    freezeClock("2026-11-01T12:00:00Z");
    const person = await anna();
    const id = await aSite();
    await publish(person, [id], { endsOn: "2026-11-20" });
    freezeClock("2026-11-20T12:00:00Z");
    expect(await warn()).toBe(1);
    const again = await signIn(person.user);
    await extend(again, [id], "2026-11-24");
    expect(await warn()).toBe(0);
    freezeClock("2026-11-24T12:00:00Z");
    expect(await warn()).toBe(1);
    const once = await signIn(person.user);
    await extend(once, [id], "2026-12-24");
    freezeClock("2026-12-18T12:00:00Z");
    expect(await warn()).toBe(1);
    expect((await mailFacts("end-near")).map((facts) => facts.days)).toEqual([1, 1, 7]);
  });

  it("are none while blocked, and come again for what was restored", async () => {
    freezeClock("2026-11-01T12:00:00Z");
    const person = await anna();
    await publish(person, [await aSite()], { endsOn: "2026-11-20" });
    await ask.block(person);
    freezeClock("2026-11-15T12:00:00Z");
    expect(await warn()).toBe(0);
    await unblock(await signIn(person.user));
    expect(await warn()).toBe(1);
    advance(DAY_MS);
    expect(await warn()).toBe(0);
  });
});
