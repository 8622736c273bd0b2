import { beforeEach, expect, it } from "vitest";
import { runWatch } from "@/lib/domain/watch/run-watch";
import type { AuditFacts } from "@/lib/ledger/audit/schema";
import { DAY_MS, HOUR_MS, MINUTE_MS, plus } from "@/lib/platform/clock";
import { asTyped } from "@/lib/platform/typed-text-terms";
import { listExposure } from "@/lib/reports/exposure/queries";
import { statementsOf } from "@/tests/bench/count-statements";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { ownerDb, rawRun, useDatabase } from "@/tests/support/database";
import { ask, unblock } from "@/tests/support/emergency";
import { anEvent, eventSites, manyEvents, WATCH } from "@/tests/support/events";
import { makePrivate, publish, signIn } from "@/tests/support/people";

useDatabase();

const watch = () => runWatch();

async function inZone(zone: string): Promise<void> {
  await rawRun(
    "INSERT INTO `matomo_option` (option_name, option_value, autoload) VALUES ('SitesManager_DefaultTimezone', ?, 0)",
    [zone],
  );
}

async function watchingSince(since: Date): Promise<void> {
  await ownerDb().setting.create({
    data: { name: "watch.watching-since", value: since.toISOString(), updatedAt: since, updatedBy: "watch" },
  });
}

/** Good checks every five minutes. */
async function watched(from: Date, to: Date): Promise<void> {
  const count = Math.floor((to.getTime() - from.getTime()) / (5 * MINUTE_MS)) + 1;
  const data = Array.from({ length: count }, (_, index) => plus(from, index * 5 * MINUTE_MS)).map((at) => ({
    ...{ job: "watch", startedAt: at, finishedAt: at, outcome: "done", counts: "{}" },
  }));
  for (let first = 0; first < count; first += 5_000) {
    await ownerDb().run.createMany({ data: data.slice(first, first + 5_000) });
  }
}

const days = async (range: "90" | "365" | "all" = "90") =>
  (await listExposure({ range })).days.map((day) => [day.day.slice(5), day.public]);

beforeEach(() => freezeClock("2026-11-20T12:00:00Z"));

it("a story of four days is told as it was: portal, outside and blocks, by the days of Kathmandu", async () => {
  await inZone("Asia/Kathmandu");
  const [a, b, c, d, e] = [await aSite(), await aSite(), await aSite(), await aSite(), await aSite()];
  await anonymousAccess(a);
  const user = await aSuperUser();
  await watch();
  await publish(await signIn(user), [b, c]);
  // 23:44 in Kathmandu, and 00:14 of the next day
  freezeClock("2026-11-20T17:59:00Z");
  await anonymousAccess(d);
  await watch();
  freezeClock("2026-11-20T18:29:00Z");
  await makePrivate(await signIn(user), [b]);
  await rawRun("DELETE FROM `matomo_access` WHERE login = 'anonymous' AND idsite = ?", [a]);
  await watch();
  advance(MINUTE_MS);
  await watch();
  freezeClock("2026-11-22T06:00:00Z");
  let anna = await signIn(user);
  expect(await ask.block(anna)).toMatchObject({ ok: true });
  expect(await unblock(anna)).toMatchObject({ ok: true });
  freezeClock("2026-11-23T06:00:00Z");
  anna = await signIn(user);
  expect(await ask.block(anna)).toMatchObject({ ok: true });
  expect(await unblock(anna, [])).toMatchObject({ ok: true });
  await publish(anna, [e]);
  advance(HOUR_MS);

  const exposure = await listExposure({ range: "90" });
  const none = { madePublic: 0, madePrivate: 0, outside: 0, outsidePublic: 0, marks: [] };
  expect(exposure).toMatchObject({
    ...{ publicNow: 1, unseen: 0, knownFrom: "baseline" },
    days: [
      { ...none, day: "2026-11-20", public: 4, madePublic: 2, outside: 1, outsidePublic: 1 },
      { ...none, day: "2026-11-21", public: 2, madePrivate: 1, outside: 1 },
      { ...none, day: "2026-11-22", public: 2, madePublic: 2, madePrivate: 2, marks: ["blocked", "unblocked"] },
      { ...none, day: "2026-11-23", public: 1, madePublic: 1, madePrivate: 2, marks: ["blocked", "unblocked"] },
    ],
  });
});

it("before the first watch nothing is known, and it does not say that nothing was public", async () => {
  await anonymousAccess(await aSite());
  expect(await listExposure({ range: "all" })).toMatchObject({ days: [], publicNow: 1 });
});

it("a range goes back so many days, and never before the portal began to watch", async () => {
  await watchingSince(new Date("2025-01-10T12:00:00Z"));
  expect(await days("90")).toHaveLength(90);
  expect((await days("90")).at(-1)).toEqual(["11-20", 0]);
  expect(await days("365")).toHaveLength(365);
  expect((await listExposure({ range: "all" })).days[0]?.day).toBe("2025-01-10");
  await rawRun("UPDATE portal_setting SET value = '2026-11-18T12:00:00.000Z' WHERE name = 'watch.watching-since'");
  expect((await days("365")).map(([day]) => day)).toEqual(["11-18", "11-19", "11-20"]);
});

it("what the watch has not seen yet is today's, and is said", async () => {
  await aSuperUser();
  await watch();
  advance(2 * DAY_MS);
  await anonymousAccess(await aSite());
  expect(await listExposure({ range: "90" })).toMatchObject({
    ...{ publicNow: 1, unseen: 1 },
    days: [{ public: 0 }, { public: 0 }, { public: 1, outside: 0 }],
  });
});

it("an event over more sites than it names counts them all", async () => {
  await watchingSince(new Date("2026-11-18T12:00:00Z"));
  const ids = Array.from({ length: 10_000 }, (_, index) => index + 1);
  const at = new Date("2026-11-19T12:00:00Z");
  await anEvent({ type: "public-access.granted-outside", ...eventSites(ids) }, { actor: WATCH, at });
  await anEvent({ type: "public-access.revoked-outside", ...eventSites(ids) }, { actor: WATCH });
  expect(await days()).toEqual([
    ["11-18", 0],
    ["11-19", 10_000],
    ["11-20", 0],
  ]);
});

it("each day says how much of it was watched", async () => {
  await inZone("Asia/Kathmandu");
  await watchingSince(new Date("2026-11-17T00:00:00Z"));
  const begins = (day: number) => new Date(`2026-11-${day - 1}T18:15:00Z`);
  await watched(new Date("2026-11-17T00:00:00Z"), begins(18));
  await watched(begins(19), plus(begins(19), 12 * HOUR_MS));
  await watched(begins(20), new Date("2026-11-20T12:00:00Z"));
  const { days: seen } = await listExposure({ range: "90" });
  expect(seen.map((day) => [day.day, day.watched])).toEqual([
    ["2026-11-17", "full"],
    ["2026-11-18", "partly"],
    ["2026-11-19", "partly"],
    ["2026-11-20", "full"],
  ]);
  const gap = { gt: plus(new Date("2026-11-17T00:00:00Z"), MINUTE_MS), lt: begins(20) };
  await ownerDb().run.deleteMany({ where: { startedAt: gap } });
  const words = (await listExposure({ range: "90" })).days.map((day) => day.watched);
  expect(words).toEqual(["partly", "none", "none", "full"]);
});

it("of days whose checks are more than are read, nobody claims that they were watched or not", async () => {
  await watchingSince(new Date("2026-11-17T00:00:00Z"));
  await watched(new Date("2026-11-19T12:00:00Z"), new Date("2026-11-19T12:00:00Z"));
  for (let have = 1; have < 120_000; have *= 2) {
    await rawRun(
      `INSERT INTO portal_run (job, started_at, finished_at, outcome, counts)
       SELECT job, started_at, finished_at, outcome, counts FROM portal_run`,
    );
  }
  const words = (await listExposure({ range: "90" })).days.map((day) => day.watched);
  expect(words).toEqual(["unknown", "unknown", "unknown", "none"]);
});

it("takes the same statements for 10 events and for 4,000, and one more for each 5,000", async () => {
  await watchingSince(new Date("2026-11-18T12:00:00Z"));
  const granted: AuditFacts = {
    type: "public-access.granted",
    ...eventSites([1]),
    reason: asTyped("x"),
    until: null,
    unreachable: [],
  };
  const count = async (more: number) => {
    await manyEvents(more, granted);
    await manyEvents(more, { type: "sign-out" });
    return (await statementsOf(() => listExposure({ range: "all" }))).length;
  };
  expect([await count(10), await count(3_990), await count(4_000)]).toEqual([8, 8, 9]);
});
