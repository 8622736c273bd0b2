import { beforeEach, describe, expect, it } from "vitest";
import { auditKinds, EVENTS } from "@/lib/ledger/audit/event-terms";
import { auditQuerySchema, WHO_JOBS, WHO_VISITORS } from "@/lib/ledger/audit/filter-schema";
import { listActors, listAudit } from "@/lib/ledger/audit/queries";
import type { AuditFacts } from "@/lib/ledger/audit/schema";
import { asTyped } from "@/lib/platform/typed-text-terms";
import { statementsOf } from "@/tests/bench/count-statements";
import { freezeClock } from "@/tests/support/clock";
import { rawRun, useDatabase } from "@/tests/support/database";
import { ANNA, anEvent, eventSites, manyEvents, VISITOR, WATCH } from "@/tests/support/events";

useDatabase();

const grantOf = (ids: readonly number[], reason = "Campaign"): AuditFacts => ({
  type: "public-access.granted",
  ...eventSites(ids),
  reason: asTyped(reason),
  until: null,
  unreachable: [],
});

/** What the address of the page asks for, as numbers of the events found, newest first. */
async function found(asked: Record<string, unknown>): Promise<number[]> {
  return (await listAudit(auditQuerySchema.parse(asked))).entries.map(({ seq }) => seq);
}

async function inZone(zone: string): Promise<void> {
  await rawRun(
    "INSERT INTO `matomo_option` (option_name, option_value, autoload) VALUES ('SitesManager_DefaultTimezone', ?, 0)",
    [zone],
  );
}

beforeEach(() => freezeClock("2026-11-23T12:00:00Z"));

describe("events are found", () => {
  it("by kind, each event type under at least one", async () => {
    const granted = await anEvent(grantOf([1]));
    const locked = await anEvent({ type: "public-access.locked", ...eventSites([]), reason: asTyped("Leak") });
    const outside = await anEvent({ type: "public-access.granted-outside", ...eventSites([2]) }, { actor: WATCH });
    const signedIn = await anEvent({ type: "sign-in.succeeded", method: "password" });
    const mail = await anEvent({ type: "reminder.nothing-public", period: "2026-W47" }, { actor: WATCH });
    const kept = await anEvent({ type: "public-access.kept", ...eventSites([1]), note: asTyped("") });
    expect(await found({ kind: "public-access" })).toEqual([outside, locked, granted]);
    expect(await found({ kind: "outside" })).toEqual([outside]);
    expect(await found({ kind: "people" })).toEqual([signedIn]);
    expect(await found({ kind: "mails" })).toEqual([mail]);
    expect(await found({ kind: "settings" })).toEqual([locked]);
    expect(await found({ kind: "reviews" })).toEqual([kept]);
    expect(await found({})).toEqual([kept, mail, signedIn, outside, locked, granted]);
    expect(new Set(Object.values(EVENTS).flatMap(({ kinds }) => [...kinds]))).toEqual(new Set(auditKinds));
  });

  it("by who: a login exactly, the jobs, visitors; a person called like either is not taken for it", async () => {
    const out = { type: "sign-out" } as const;
    const anna = await anEvent(out);
    const annalena = await anEvent(out, { actor: { type: "superUser", login: "Anna" } });
    const jobs = await anEvent(out, { actor: { type: "superUser", login: "watch" } });
    const watch = await anEvent(out, { actor: WATCH });
    const visitor = await anEvent(out, { actor: VISITOR });
    expect(await found({ who: "anna" })).toEqual([anna]);
    expect(await found({ who: "Anna" })).toEqual([annalena]);
    expect(await found({ who: "watch" })).toEqual([jobs]);
    expect(await found({ who: WHO_JOBS })).toEqual([watch]);
    expect(await found({ who: WHO_VISITORS })).toEqual([visitor]);
    expect(await found({ who: "ann" })).toEqual([]);
    expect(await listActors()).toEqual({ logins: ["Anna", "anna", "watch"], isCut: false });
  });

  it("by day in the instance's time zone, first and last day included", async () => {
    await inZone("Asia/Kathmandu");
    const at = (iso: string) => anEvent({ type: "sign-out" }, { at: new Date(iso) });
    const before = await at("2026-11-22T18:14:59.999Z");
    const first = await at("2026-11-22T18:15:00.000Z");
    const last = await at("2026-11-23T18:14:59.999Z");
    const after = await at("2026-11-23T18:15:00.000Z");
    expect(await found({ from: "2026-11-23", to: "2026-11-23" })).toEqual([last, first]);
    expect(await found({ from: "2026-11-23" })).toEqual([after, last, first]);
    expect(await found({ to: "2026-11-23" })).toEqual([last, first, before]);
    expect(await found({ from: "2026-11-24", to: "2026-11-23" })).toEqual([]);
  });

  it("by a day of 25 hours", async () => {
    await inZone("Europe/Berlin");
    const first = await anEvent({ type: "sign-out" }, { at: new Date("2026-10-24T22:00:00Z") });
    const last = await anEvent({ type: "sign-out" }, { at: new Date("2026-10-25T22:59:59Z") });
    await anEvent({ type: "sign-out" }, { at: new Date("2026-10-25T23:00:00Z") });
    expect(await found({ from: "2026-10-25", to: "2026-10-25" })).toEqual([last, first]);
  });

  it("by site, wherever it stands among 10,000, and by nothing that only looks like it", async () => {
    const alone = await anEvent(grantOf([12]));
    const among = await anEvent(grantOf(Array.from({ length: 10_000 }, (_, index) => index + 3)));
    const first = await anEvent(grantOf([12, 500]));
    const last = await anEvent(grantOf([7, 12]));
    await anEvent(grantOf([112, 120, 2], 'why: "siteIds":[12] ,12, [12]'));
    await anEvent({ type: "public-access.locked", ...eventSites([]), reason: asTyped("12") });
    await anEvent({ type: "finding.opened", finding: "writable", ...eventSites([3]), details: { "12": ",12," } });
    await anEvent({ type: "step-up.succeeded", action: "grant", siteCount: 12, method: "password" });
    expect(await found({ site: "12" })).toEqual([last, first, among, alone]);
    expect(await found({ site: "10002" })).toEqual([among]);
    expect(await found({ site: 999_999 })).toEqual([]);
  });

  it("by site, and how many refusals may be about it too is said", async () => {
    const ids = Array.from({ length: 50 }, (_, index) => index + 1);
    const refused = { type: "action.refused", action: "grant", code: "access_locked", siteIds: ids } as const;
    const named = await anEvent({ ...refused, siteCount: 300 });
    await anEvent({ ...refused, siteIds: ids.map((id) => id + 100), siteCount: 300 });
    await anEvent({ ...refused, siteIds: ids.map((id) => id + 100), siteCount: 50 });
    const page = await listAudit(auditQuerySchema.parse({ site: 12 }));
    expect(page).toMatchObject({ total: 1, unsure: 1, entries: [{ seq: named }] });
    expect(await listAudit(auditQuerySchema.parse({ site: 12, kind: "mails" }))).toMatchObject({ total: 0, unsure: 0 });
    expect(await listAudit(auditQuerySchema.parse({}))).toMatchObject({ total: 3, unsure: 0 });
  });

  it("by everything together", async () => {
    const wanted = await anEvent(grantOf([12]));
    await anEvent(grantOf([13]));
    await anEvent(grantOf([12]), { actor: { type: "superUser", login: "jonas" } });
    await anEvent(grantOf([12]), { at: new Date("2026-11-20T12:00:00Z") });
    await anEvent({ type: "public-access.kept", ...eventSites([12]), note: asTyped("") });
    const all = { kind: "public-access", who: "anna", from: "2026-11-23", to: "2026-11-23", site: "12" };
    expect(await found(all)).toEqual([wanted]);
  });
});

it("pages come newest first with the same statements for 10 events and for 2,000", async () => {
  await manyEvents(10, { type: "sign-out" });
  const query = auditQuerySchema.parse({ kind: "people", who: "anna", from: "2026-11-23", site: "", pageSize: "200" });
  const few = await statementsOf(() => listAudit(query));
  await manyEvents(1_990, { type: "sign-out" });
  const many = await statementsOf(() => listAudit(query));
  expect([few.length, many.length]).toEqual([5, 5]);
  const page = await listAudit({ ...query, page: 10 });
  expect([page.total, page.entries.length, page.entries[0]?.seq]).toEqual([2_000, 200, 200]);
  expect((await listAudit({ ...query, page: 11 })).entries).toEqual([]);
  expect(await statementsOf(() => listActors())).toHaveLength(1);
});

describe("what the address says", () => {
  it.each([
    { kind: "everything" },
    { kind: ["people"] },
    { who: "a".repeat(101) },
    { from: "2026-02-30" },
    { from: "yesterday" },
    { to: "9999-12-31" },
    { site: "1e3" },
    { site: "-1" },
    { site: "1 OR 1=1" },
    { site: "4294967296" },
    { page: "0" },
    { pageSize: "100000" },
  ])("%j is no query", (asked) => {
    expect(auditQuerySchema.safeParse(asked).success).toBe(false);
  });

  it.each(["' OR 1=1 -- ", "%", "_nna", "anna\\", 'anna"', "🎉", "\u0000"])(
    "%j is a login that nobody has",
    async (who) => {
      await anEvent({ type: "sign-out" }, { actor: ANNA });
      expect(await found({ who })).toEqual([]);
    },
  );
});
