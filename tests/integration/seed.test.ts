import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runReminders } from "@/lib/domain/reminders/run-reminders";
import { NOTHING, runWatch } from "@/lib/domain/watch/run-watch";
import { auditFactsSchema } from "@/lib/ledger/audit/schema";
import { verifyChain } from "@/lib/ledger/audit/verify";
import { mailFactsSchema } from "@/lib/ledger/facts/mail-schema";
import { decodeMatomoText } from "@/lib/matomo/html-entities";
import { verifyMatomoPassword } from "@/lib/matomo/password";
import { listSuperUsers } from "@/lib/matomo/users";
import { HOUR_MS, plus } from "@/lib/platform/clock";
import { type Db, disconnect, db as portalDb } from "@/lib/platform/db/client";
import { readCoverage } from "@/lib/reports/coverage/queries";
import { demoLogins, users } from "@/prisma/seed/data/users";
import { seedDemo } from "@/prisma/seed/seed-demo";
import { castOf } from "@/prisma/seed/story/cast";
import { endStoryTime, setStoryTime, storyTime } from "@/prisma/seed/story/clock";
import { tellStory } from "@/prisma/seed/story/story";
import { weeksAgo } from "@/prisma/seed/when";
import { freezeClock } from "@/tests/support/clock";
import { EXAMPLES } from "@/tests/unit/mail/facts";

const NOW = new Date("2026-11-25T10:17:00Z");
const folder = mkdtempSync(path.join(tmpdir(), "pa-seed-"));
const url = `file:${folder}/demo.db`;
const prefix = "demo_";
let db: Db;

// The demo is SQLite; the other installations of these tests have nothing to add.
describe("the demo's data", () => {
  beforeAll(async () => {
    Object.assign(process.env, {
      DATABASE_URL: url,
      MATOMO_TABLE_PREFIX: prefix,
      MATOMO_URL: "https://statistik.nordlicht.example/",
      NEXTAUTH_URL: "http://localhost:3000",
      NEXTAUTH_SECRET: "a-secret-of-the-tests-with-more-than-32-characters",
      CRON_SECRET: "cron-secret-of-the-tests",
      MAIL_TRANSPORT: "mailbox",
      MAIL_FROM: "alerts@nordlicht.example",
      MAILBOX_DIR: path.join(folder, "mailbox"),
      LOG_LEVEL: "silent",
    });
    db = portalDb();
    await seedDemo(NOW);
  }, 120_000);

  beforeEach(() => freezeClock(NOW.toISOString()));

  afterAll(async () => {
    await disconnect();
    rmSync(folder, { recursive: true, force: true });
  });

  it("is a Matomo of 61 sites in groups, types and time zones, with names that need care", async () => {
    const sites = await db.matomoSite.findMany();
    expect(sites).toHaveLength(61);
    expect(new Set(sites.map((site) => site.group)).size).toBe(9);
    expect(new Set(sites.map((site) => site.type))).toEqual(new Set(["website", "mobileapp", "intranet"]));
    expect(new Set(sites.map((site) => site.timezone))).toContain("UTC+5.5");
    expect(Math.max(...sites.map((site) => site.name.length))).toBe(90);
    expect(sites.filter((site) => /[<>"']|&(?!(amp|lt|gt|quot|#039);)/.test(site.name + site.mainUrl))).toEqual([]);
    const names = sites.map((site) => decodeMatomoText(site.name));
    expect(names).toEqual(expect.arrayContaining(["O'Neill Bühne", "Terms &amp; Conditions", "متحف الشمال"]));
  });

  it("lets in the four Super Users alone: everyone's hash fits, the invited one is pending", async () => {
    const stored = new Map((await db.matomoUser.findMany()).map((user) => [user.login, user]));
    for (const { login, password } of users) {
      expect(await verifyMatomoPassword(password, stored.get(login)?.password ?? null), login).toBe(true);
    }
    expect(stored.get("nora.winter")).toMatchObject({ superuserAccess: 1, password: "" });
    expect(stored.get("anonymous")).toMatchObject({ superuserAccess: 0, password: "" });
    const superUsers = (await listSuperUsers(db)).map((user) => user.login);
    expect(superUsers).toEqual(["anna.berg", "henrik.dahl", "jonas.holm", "samira.haddad"]);
    expect(demoLogins.map((one) => one.login).sort()).toEqual([...superUsers, "mira.lund"].sort());
    expect(users).toHaveLength(4 + 8);
  });

  it("has one Super User with two-factor authentication, whose secret and ten recovery codes are as Matomo's", async () => {
    const withSecret = (await db.matomoUser.findMany()).filter((user) => user.twofactorSecret !== "");
    const shown = demoLogins.filter((one) => one.totpSecret);
    expect(withSecret.map((user) => [user.login, user.twofactorSecret])).toEqual(
      shown.map((one) => [one.login, one.totpSecret]),
    );
    expect(shown.map((one) => one.login)).toEqual(["henrik.dahl"]);
    expect(shown[0]?.totpSecret).toMatch(/^[A-Z2-7]{16}$/);
    const codes = await db.$queryRaw<{ login: string; recovery_code: string }[]>`
      SELECT login, recovery_code FROM \`matomo_twofactor_recovery_code\` ORDER BY idrecoverycode`;
    expect(codes.map((row) => row.recovery_code)).toEqual(shown[0]?.recoveryCodes);
    expect(new Set(codes.map((row) => row.login))).toEqual(new Set(["henrik.dahl"]));
    expect(new Set(codes.map((row) => row.recovery_code)).size).toBe(10);
    for (const row of codes) expect(row.recovery_code).toMatch(/^[A-PR-Z0-9]{16}$/);
  });

  it("has 4 public sites, one through the row `Anonymous`, and the publications say the same", async () => {
    const rows = await db.$queryRaw<{ login: string; idsite: number | bigint }[]>`
      SELECT login, idsite FROM \`matomo_access\` WHERE login = 'anonymous' ORDER BY idsite`;
    expect(new Set(rows.map((row) => Number(row.idsite))).size).toBe(4);
    const spelledAloud = rows.filter((row) => row.login === "Anonymous").map((row) => Number(row.idsite));
    expect(spelledAloud).toHaveLength(1);

    const publications = await db.publication.findMany({ orderBy: { idsite: "asc" } });
    expect(publications.map((one) => one.idsite)).toEqual(rows.map((row) => Number(row.idsite)));
    expect(publications.map((one) => one.channel).sort()).toEqual(["before-portal", "outside", "portal", "portal"]);
    expect(publications.find((one) => one.channel === "outside")?.idsite).toBe(spelledAloud[0]);
    const ends = publications.filter((one) => one.channel === "portal").map((one) => one.until);
    expect(ends.filter((until) => until === null)).toHaveLength(1);
    const days = ends.flatMap((until) => (until ? [(until.getTime() - NOW.getTime()) / 86_400_000] : []));
    expect(days).toHaveLength(1);
    expect(days[0]).toBeGreaterThan(30);
    expect(days[0]).toBeLessThan(50);
  });

  it("tells a history that verifies, ends before now, and concerns sites that existed then", async () => {
    const events = await db.auditEvent.findMany({ orderBy: { seq: "asc" } });
    expect(await verifyChain(db)).toMatchObject({ ok: true, events: events.length });
    const createdAt = new Map((await db.matomoSite.findMany()).map((site) => [site.idsite, site.tsCreated]));
    for (const [index, event] of events.entries()) {
      expect(event.at <= NOW && event.at >= (events[index - 1]?.at ?? event.at), event.type).toBe(true);
      const facts = auditFactsSchema.parse({ type: event.type, ...JSON.parse(event.facts) });
      const named = "sites" in facts ? facts.siteIds : [];
      expect(named.filter((id) => !((createdAt.get(id) ?? NOW) < event.at))).toEqual([]);
    }
    const types = new Set(events.map((event) => event.type));
    for (const type of ["public-access.granted-outside", "sign-in.refused", "step-up.refused", "mail.failed"]) {
      expect(types).toContain(type);
    }
  });

  it("has sent every mail of the history, one of each kind at least, and all of them are in the mailbox", async () => {
    const mails = await db.outboxMail.findMany({ where: { state: { not: "folded" } }, include: { message: true } });
    expect(mails.filter((mail) => mail.state !== "sent" || mail.sentAt === null)).toEqual([]);
    expect(readdirSync(path.join(folder, "mailbox"))).toHaveLength(mails.length);
    for (const { message } of mails) {
      mailFactsSchema.parse(JSON.parse(message.facts));
      expect(message.subject && message.html && message.text).toBeTruthy();
    }
    expect(new Set([...mails.map(({ kind }) => kind), ...NEVER_HAPPENED])).toEqual(new Set(Object.keys(EXAMPLES)));
  });

  it("was watched all the time, but for the hundred minutes in which the server was down", async () => {
    const { watched, blind, blindCount, failedChecks } = await readCoverage();
    expect({ blindCount, failedChecks, minutes: blind[0]?.minutes }).toEqual({
      ...{ blindCount: 1, failedChecks: 0, minutes: 100 },
    });
    expect(watched).toBeGreaterThan(0.99);
  });

  it("is seeded once: a second time changes nothing", async () => {
    const before = await counts();
    await seedDemo(new Date("2026-12-24T12:00:00Z"));
    expect(await counts()).toEqual(before);
  });

  it("goes forward on whatever day and hour it is told, over clock changes and the turns of the year", async () => {
    const moments = [
      "2026-12-31T23:30Z",
      "2027-03-28T01:00Z",
      "2027-03-29T05:59Z",
      "2027-10-31T01:00Z",
      "2028-02-29T23:00Z",
    ];
    const spread = Array.from({ length: 12 }, (_, index) => plus(NOW, index * 733 * HOUR_MS));
    for (const now of [...moments.map((moment) => new Date(moment)), ...spread]) {
      const end = await retell(now);
      expect(end < now && end > plus(now, -48 * HOUR_MS), now.toISOString()).toBe(true);
    }
  });

  it("is quiet for the first watch, and this week's reminder has been sent", async () => {
    expect(await runWatch()).toEqual({ ...NOTHING, public: 4 });
    expect(await runReminders()).toMatchObject({ due: 0, queued: 0, sites: 0 });
    const [monday] = await db.outboxMail.groupBy({
      by: ["eventKey"],
      where: { kind: "reminder", createdAt: { gt: plus(NOW, -7 * 24 * HOUR_MS) } },
      _count: true,
    });
    expect(monday).toMatchObject({ eventKey: "reminder/weekly/2026-W48", _count: 4 });
  });
});

/** The log never went back, and with a mailbox for a transport there is no provider who would say that a mail bounced. */
const NEVER_HAPPENED = ["log-went-back", "unreachable"];

/** The story without its deeds. @returns when it ends; throws when it goes back */
async function retell(now: Date): Promise<Date> {
  const time = { until: async (at: Date) => setStoryTime(at), somethingChanged: () => {} };
  const still = { ...time, outage: async (ms: number) => setStoryTime(plus(storyTime(), ms)), catchUp: async () => {} };
  try {
    setStoryTime(weeksAgo(now, 24, "Tue", "09:00"));
    const mute = new Proxy({}, { get: () => async () => {} });
    const names = ["anna", "jonas", "samira", "henrik", "stranger", "oldCron", "matomo"];
    await tellStory(Object.assign(castOf(now, still), Object.fromEntries(names.map((name) => [name, mute]))));
    return storyTime();
  } finally {
    endStoryTime();
  }
}

async function counts() {
  return {
    sites: await db.matomoSite.count(),
    access: await db.matomoAccess.count(),
    users: await db.matomoUser.count(),
    events: await db.auditEvent.count(),
    mails: await db.outboxMail.count(),
    runs: await db.run.count(),
  };
}
