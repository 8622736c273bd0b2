import { describe, expect, it } from "vitest";
import { runReminders } from "@/lib/domain/reminders/run-reminders";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { DAY_MS, MINUTE_MS, SECOND_MS } from "@/lib/platform/clock";
import { listExposure } from "@/lib/reports/exposure/queries";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { makePrivate, publish, type SignedIn, signIn } from "@/tests/support/people";
import { changeLock, regrant, regrantSlowly } from "@/tests/support/regrant";
import { auditOf, everything, expectChainHolds, mailFacts, mails } from "@/tests/support/state";

useDatabase();

const START = "2026-11-23T12:00:00Z";

/** anna, and so many sites that she published until 31 December; the watch has seen them. */
async function published(count: number): Promise<{ anna: SignedIn; ids: number[] }> {
  freezeClock(START);
  const anna = await signIn(await aSuperUser({ login: "anna" }));
  const ids: number[] = [];
  for (let site = 0; site < count; site++) ids.push(await aSite());
  await publish(anna, ids, { endsOn: "2026-12-31", reason: "Sponsors follow the visits" });
  await runWatch();
  return { anna, ids };
}

const revokeInMatomo = (ids: readonly number[]) =>
  rawRun(`DELETE FROM \`matomo_access\` WHERE idsite IN (${ids.join(",")})`);

describe("Matomo's own bulk change", () => {
  it.each([
    ["with its lock", true],
    ["without one", false],
  ])("is no alarm and changes no publication, wherever watches fall, %s", async (_, locks) => {
    const { ids } = await published(6);
    const before = await everything();
    for (let start = 0; start < 5; start++) {
      const first = start % (ids.length + 1);
      await regrant(ids, {
        locks,
        after: async (rows) => {
          if (rows < first) return;
          // As long as the largest installations take: a minute in all, so two watches may fall into one.
          expect(await runWatch()).toMatchObject({ appeared: 0, vanished: 0, closed: 0, public: ids.length });
          advance(8 * SECOND_MS);
        },
      });
      advance(3 * MINUTE_MS);
      expect(await runWatch()).toMatchObject({ appeared: 0, vanished: 0, public: ids.length });
    }
    expect(await everything()).toEqual(before);
    expect((await mails()).map(({ kind }) => kind)).toEqual(["made-public"]);
    await expectChainHolds();
  });

  it("is no alarm in real time, with watches at random moments", async () => {
    const { ids } = await published(30);
    const before = await everything();
    for (let round = 0; round < 3; round++) {
      const changing = regrantSlowly(ids);
      const watches: Promise<unknown>[] = [];
      for (let look = 0; look < 4; look++) {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 70));
        advance(12 * SECOND_MS);
        watches.push(runWatch());
      }
      await Promise.all([changing, ...watches]);
      advance(61 * SECOND_MS);
      await runWatch();
    }
    expect(await everything()).toEqual(before);
    expect((await mails()).map(({ kind }) => kind)).toEqual(["made-public"]);
  });

  it("closes and opens no finding: what goes with the rows is believed gone with them", async () => {
    const { ids } = await published(2);
    const [id = 0] = ids;
    await rawRun("UPDATE `matomo_access` SET access = 'admin' WHERE idsite = ?", [id]);
    await anonymousAccess(id, { access: null });
    expect(await runWatch()).toMatchObject({ opened: 2 });
    const mailed = await mails();
    const findings = await testDb().finding.findMany();

    await revokeInMatomo(ids);
    expect(await runWatch()).toMatchObject({ closed: 0, vanished: 0 });
    await anonymousAccess(id, { access: "admin" });
    await anonymousAccess(id, { access: null });
    await anonymousAccess(ids[1] ?? 0);
    advance(5 * MINUTE_MS);
    expect(await runWatch()).toMatchObject({ closed: 0, opened: 0, changed: 0, vanished: 0, appeared: 0 });
    expect(await testDb().finding.findMany()).toEqual(findings);
    expect(await mails()).toEqual(mailed);
  });

  it("of which the lock is still held is waited for, though two watches miss the sites", async () => {
    const { ids } = await published(2);
    await revokeInMatomo(ids);
    await runWatch();
    advance(5 * MINUTE_MS);
    await changeLock(60);
    expect(await runWatch()).toMatchObject({ vanished: 0, public: 2 });
    advance(61 * SECOND_MS);
    expect(await runWatch()).toMatchObject({ vanished: 2, public: 0 });
  });

  it("does not make a reminder say that nothing is public, and it names the sites", async () => {
    const { ids } = await published(3);
    advance(8 * DAY_MS);
    await regrant(ids, {
      after: async (rows) => {
        if (rows === 0) expect(await runReminders()).toMatchObject({ sites: 3, queued: 1 });
      },
    });
    expect(await auditOf("reminder.nothing-public")).toEqual([]);
    expect(await mailFacts("reminder")).toMatchObject([{ total: 3, sites: ids.map((id) => ({ id })) }]);
  });

  it("leaves an end date that comes in the middle of it to the watch that sees the sites again", async () => {
    const { ids } = await published(2);
    advance(38 * DAY_MS + 13 * 60 * MINUTE_MS);
    await regrant(ids, {
      after: async (rows) => {
        if (rows === 0) expect(await runWatch()).toMatchObject({ expired: 0, vanished: 0, public: 2 });
      },
    });
    expect(await runWatch()).toMatchObject({ expired: 2, public: 0 });
    expect((await mails()).map(({ kind }) => kind)).not.toContain("private-outside");
  });

  it("cannot undo that somebody made sites private meanwhile without an alert", async () => {
    const { anna, ids } = await published(2);
    await regrant(ids, {
      after: async (rows) => {
        if (rows === 0) {
          expect(await makePrivate(anna, ids)).toMatchObject({ ok: true, data: { revokedCount: 2 } });
        }
      },
    });
    expect(await runWatch()).toMatchObject({ appeared: 2 });
    expect(await mails("private-outside")).toEqual([]);
    expect(await mailFacts("made-private")).toMatchObject([{ total: 2 }]);
    expect(await mailFacts("public-outside")).toMatchObject([{ total: 2 }]);
    expect(await testDb().publication.findMany()).toMatchObject(ids.map(() => ({ until: null, earlierUntil: null })));
  });

  it("leaves the picture of public sites as it is", async () => {
    const { ids } = await published(3);
    await revokeInMatomo(ids);
    await runWatch();
    expect(await listExposure({ range: "90" })).toMatchObject({ publicNow: 3, unseen: 0 });
  });
});

describe("a site that is really made private in Matomo", () => {
  it.each([
    ["no lock row", null],
    ["a lock row that has expired", -3_600],
    ["a lock row that never expires", 0],
  ])("is alerted at the second watch, with %s", async (_, lock) => {
    const { ids } = await published(2);
    if (lock !== null) await changeLock(lock === 0 ? null : lock);
    await revokeInMatomo(ids);
    expect(await runWatch()).toMatchObject({ vanished: 0, public: 2 });
    expect(await runWatch()).toMatchObject({ vanished: 0 });
    advance(59 * SECOND_MS);
    expect(await runWatch()).toMatchObject({ vanished: 0 });
    advance(SECOND_MS);
    expect(await runWatch()).toMatchObject({ vanished: 2, public: 0 });
    expect(await runWatch()).toMatchObject({ vanished: 0 });
    expect(await mails("private-outside")).toHaveLength(1);
    expect(await testDb().publication.count()).toBe(0);
  });

  it("is not believed for ever to be in the middle of a change", async () => {
    const { ids } = await published(1);
    await revokeInMatomo(ids);
    await runWatch();
    advance(60 * MINUTE_MS);
    await changeLock(60);
    expect(await runWatch()).toMatchObject({ vanished: 1 });
  });

  it("is alerted though the clock was ahead when it was first missed", async () => {
    const { ids } = await published(1);
    await revokeInMatomo(ids);
    await runWatch();
    advance(-2 * 60 * MINUTE_MS);
    await runWatch();
    advance(MINUTE_MS);
    expect(await runWatch()).toMatchObject({ vanished: 1 });
  });
});
