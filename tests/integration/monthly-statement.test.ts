import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/statements/[month]/route";
import { runReminders } from "@/lib/domain/reminders/run-reminders";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { exportAudit } from "@/lib/ledger/audit/export";
import { batchAlerts } from "@/lib/messaging/alerts/batch-alerts";
import { deliverDue } from "@/lib/messaging/mail/deliver-due";
import { DAY_MS, MINUTE_MS, now, plus } from "@/lib/platform/clock";
import { compareWithAudit } from "@/lib/reports/statement/compare-with-audit";
import { privateKeyOf, publicHalf } from "@/lib/reports/statement/key";
import { listStatementMonths, readStatement } from "@/lib/reports/statement/queries";
import { type Statement, statementSchema } from "@/lib/reports/statement/schema";
import { verifyStatement } from "@/lib/reports/statement/verify";
import { statementsOf } from "@/tests/bench/count-statements";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { callScript } from "@/tests/support/call-script";
import { advance, freezeClock } from "@/tests/support/clock";
import { ownerDb, rawRun, testDb, useDatabase } from "@/tests/support/database";
import { ask, extend, unblock } from "@/tests/support/emergency";
import { anEvent, eventSites, WATCH } from "@/tests/support/events";
import { makePrivate, publish, signIn } from "@/tests/support/people";
import { getAs } from "@/tests/support/signed-in-request";
import { everything } from "@/tests/support/state";

const KEY = "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC";
const { publicKey, fingerprint } = publicHalf(privateKeyOf(KEY));
const COMMANDS_MS = 120_000;

useDatabase();
process.env.STATEMENT_KEY = KEY;

const watch = () => runWatch();

async function stated(month: string): Promise<Statement> {
  const statement = await readStatement(month);
  if (!statement) throw new Error(`no statement of ${month}`);
  // What is made is what the schema says, or no file of it could be read.
  expect(statementSchema.parse(statement)).toEqual(statement);
  return statement;
}

const download = async (month: string, person: Parameters<typeof getAs>[0]) =>
  GET(await getAs(person, `/api/statements/${month}`), { params: Promise.resolve({ month }) });

/** Three sites and two Super Users; what happened to the sites in October, with all mails sent. */
async function october() {
  freezeClock("2026-09-28T09:00:00Z");
  const user = await aSuperUser({ login: "anna" });
  await aSuperUser({ login: "jonas" });
  const [before, shop, blog] = [
    await aSite({ name: "Before &amp; after" }),
    await aSite({ name: "Shop" }),
    await aSite({ name: "Blog" }),
  ];
  await anonymousAccess(before);
  await watch();
  await deliverDue();

  freezeClock("2026-10-05T10:00:00Z");
  let anna = await signIn(user);
  await publish(anna, [shop], { reason: "Open data", endsOn: "2026-12-31" });
  advance(1_000);
  await deliverDue();

  freezeClock("2026-10-10T10:00:00Z");
  await anonymousAccess(blog);
  await watch();
  await deliverDue();

  freezeClock("2026-10-20T10:00:00Z");
  anna = await signIn(user);
  await makePrivate(anna, [shop]);
  await deliverDue();
  freezeClock("2026-10-21T10:00:00Z");
  await rawRun("DELETE FROM `matomo_access` WHERE login = 'anonymous' AND idsite = ?", [blog]);
  await watch();
  advance(5 * MINUTE_MS);
  await watch();
  await deliverDue();
  freezeClock("2026-11-03T08:00:00Z");
  return { user, before, shop, blog };
}

describe("the statement of a month", () => {
  it("says what was public, for how long, by whom, and who was told when", async () => {
    const { before, shop, blog } = await october();
    const statement = await stated("2026-10");
    expect(statement).toMatchObject({
      ...{ instance: "matomo.example", portal: "localhost:3000", month: "2026-10", timeZone: "UTC", complete: true },
      ...{ from: "2026-10-01T00:00:00.000Z", to: "2026-11-01T00:00:00.000Z", madeAt: "2026-11-03T08:00:00.000Z" },
      totals: {
        ...{ sites: 3, publicAtStart: 1, publicAtEnd: 1, madePublic: 2, madePrivate: 2 },
        publishers: [{ login: "anna", sites: 1 }],
      },
      sites: [
        {
          ...{ siteId: before, name: "Before & after", channel: "before-portal", publishedBy: null, until: null },
          secondsWithin: 31 * 86_400,
        },
        {
          ...{ siteId: shop, name: "Shop", channel: "portal", publishedBy: "anna", secondsWithin: 15 * 86_400 },
          ...{ since: "2026-10-05T10:00:00.000Z", until: "2026-10-20T10:00:00.000Z" },
          ...{ plannedEnd: "2027-01-01T00:00:00.000Z", ended: { how: "super-user", by: "anna" } },
        },
        { siteId: blog, channel: "outside", publishedBy: null, ended: { how: "outside", by: null } },
      ],
    });
    const { publishedSeq } = statement.sites[1] ?? {};
    expect(statement.events.find(({ seq }) => seq === publishedSeq)).toMatchObject({ by: "anna", reason: "Open data" });
    expect(statement.tellings.find(({ seq }) => seq === publishedSeq)).toMatchObject({
      ...{
        kind: "made-public",
        recipients: 2,
        accepted: 2,
        failed: 0,
        waiting: 0,
        folded: 0,
        delivered: null,
        others: 0,
      },
      firstAcceptedAt: "2026-10-05T10:00:01.000Z",
      people: { accepted: [{ at: "2026-10-05T10:00:01.000Z", logins: ["anna", "jonas"] }], failed: [] },
    });
    expect(JSON.stringify(statement)).not.toContain("@people.example");
    expect(statement.limits.map(({ code }) => code)).toEqual([
      ...["before-portal", "made-public-outside", "between-looks", "blind-time", "arrival-unknown"],
    ]);
  });

  it("has the chain as it was at its end and when it was made", async () => {
    await october();
    const events = await testDb().auditEvent.findMany({ orderBy: { seq: "desc" } });
    const last = events.find(({ at }) => at < new Date("2026-11-01T00:00:00Z"));
    const { chain } = await stated("2026-10");
    expect(chain.monthEnd).toEqual({ seq: Number(last?.seq), hash: last?.hash });
    expect(chain.head).toEqual({ seq: Number(events[0]?.seq), hash: events[0]?.hash });
  });

  it("of September tells of no event of October, and of the running month that it is not over", async () => {
    const { before } = await october();
    expect((await stated("2026-09")).sites).toMatchObject([{ siteId: before, until: null, ended: null }]);
    const running = await stated("2026-11");
    expect(running).toMatchObject({ complete: false, to: "2026-11-03T08:00:00.000Z" });
    expect(running.sites).toMatchObject([{ siteId: before, secondsWithin: 2 * 86_400 + 8 * 3_600 }]);
    expect(running.limits.map(({ code }) => code)).toContain("month-running");
  });

  it("belongs to the instance's zone", async () => {
    await october();
    await rawRun(
      "INSERT INTO `matomo_option` (option_name, option_value, autoload) VALUES ('SitesManager_DefaultTimezone', 'Europe/Berlin', 0)",
    );
    expect(await stated("2026-10")).toMatchObject({
      from: "2026-09-30T22:00:00.000Z",
      to: "2026-10-31T23:00:00.000Z",
      timeZone: "Europe/Berlin",
    });
  });

  it("says who published what a block interrupted, what moved its end, and who was reminded", async () => {
    freezeClock("2026-10-01T08:00:00Z");
    const user = await aSuperUser({ login: "anna" });
    const shop = await aSite({ name: "Shop" });
    await watch();
    let anna = await signIn(user);
    await publish(anna, [shop], { reason: "Open data", endsOn: "2026-12-31" });
    await extend(anna, [shop], "2027-01-31");
    freezeClock("2026-10-12T08:00:00Z");
    await runReminders();
    await deliverDue();
    anna = await signIn(user);
    expect(await ask.block(anna)).toMatchObject({ ok: true });
    advance(DAY_MS);
    anna = await signIn(user);
    expect(await unblock(anna)).toMatchObject({ ok: true });
    const statement = await stated("2026-10");
    expect(statement.sites).toMatchObject([
      { ended: { how: "locked", by: "anna" }, extendedSeqs: [expect.any(Number)] },
      { publishedBy: "anna", began: { how: "resumed" }, plannedEnd: "2027-02-01T00:00:00.000Z", until: null },
    ]);
    expect(statement.locks).toMatchObject([{ by: "anna", ended: "resumed" }]);
    expect(statement.tellings.find(({ kind }) => kind === "reminder")).toMatchObject({
      ...{ key: "reminder/weekly/2026-W42", recipients: 1, accepted: 1 },
      people: { accepted: [{ logins: ["anna"] }] },
    });
  });

  it("says which alerts were told in a digest, and when that was accepted", async () => {
    freezeClock("2026-10-05T10:00:00Z");
    const user = await aSuperUser({ login: "anna" });
    const sites = [await aSite(), await aSite(), await aSite()];
    await watch();
    const anna = await signIn(user);
    for (const site of sites) await publish(anna, [site]);
    await deliverDue();
    advance(MINUTE_MS);
    await batchAlerts();
    await deliverDue();
    const { tellings } = await stated("2026-10");
    const digest = tellings.find(({ kind }) => kind === "digest");
    expect(digest).toMatchObject({ accepted: 1, firstAcceptedAt: "2026-10-05T10:01:00.000Z" });
    expect(tellings.filter(({ kind }) => kind === "made-public")).toMatchObject([
      { accepted: 1, folded: 0, digestSeqs: [] },
      { accepted: 0, folded: 1, digestSeqs: [digest?.seq], people: { folded: ["anna"] } },
      { accepted: 0, folded: 1, digestSeqs: [digest?.seq] },
    ]);
  });

  it("says what arrived, what was lost, and what was sent once more", async () => {
    freezeClock("2026-10-05T10:00:00Z");
    const user = await aSuperUser({ login: "anna" });
    await aSuperUser({ login: "jonas" });
    await watch();
    await publish(await signIn(user), [await aSite()]);
    await deliverDue();
    const [first, second] = await testDb().outboxMail.findMany({ orderBy: { id: "asc" } });
    if (!first || !second) throw new Error("no mails");
    for (const [mail, fate] of [
      [first, "delivered"],
      [second, "delivered"],
      [second, "bounced"],
    ] as const) {
      const providerId = `at-resend/${mail.id}`;
      await ownerDb().outboxMail.update({ where: { id: mail.id }, data: { providerId } });
      await ownerDb().mailEvent.create({
        data: {
          id: `${providerId}/${fate}`,
          providerId,
          fate,
          recipient: mail.recipient,
          at: now(),
          receivedAt: now(),
          detail: "",
        },
      });
    }
    await ownerDb().outboxMail.update({ where: { id: second.id }, data: { handledAt: now() } });
    await ownerDb().outboxMail.create({
      data: {
        ...{
          messageId: second.messageId,
          eventKey: `again/${second.id}`,
          kind: second.kind,
          recipient: second.recipient,
        },
        ...{ address: second.address, logins: second.logins, state: "sent", nextAttemptAt: now(), createdAt: now() },
        sentAt: plus(now(), MINUTE_MS),
      },
    });
    const { tellings } = await stated("2026-10");
    const [lost, again] = tellings.filter(({ kind }) => kind === "made-public");
    expect(lost).toMatchObject({ accepted: 2, delivered: 1, failed: 1, people: { failed: ["jonas"] } });
    expect(again).toMatchObject({
      ...{ key: `again/${second.id}`, seq: lost?.seq, accepted: 1, delivered: null },
      people: { accepted: [{ at: "2026-10-05T10:01:00.000Z", logins: ["jonas"] }] },
    });
  });

  it("says that the log lost entries of the month, whenever that was noticed, and of no other month", async () => {
    freezeClock("2026-09-28T09:00:00Z");
    await aSuperUser();
    await watch();
    const lost = { from: 2, to: 4 };
    const gap = { type: "log.went-back", cause: "noticed", lost, since: "2026-10-20T10:00:00.000Z" } as const;
    await anEvent({ ...gap, ...eventSites([]) }, { actor: WATCH, at: new Date("2026-11-02T10:00:00Z") });
    freezeClock("2026-12-03T09:00:00Z");
    const said = async (month: string) => {
      const { limits } = await stated(month);
      return limits.filter(({ code }) => code === "log-lost-entries").map(({ count }) => count);
    };
    expect([await said("2026-09"), await said("2026-10"), await said("2026-11")]).toEqual([[], [1], [1]]);
    expect(await said("2026-12")).toEqual([]);
  });

  it("names sites beyond the first 50 of an event as Matomo calls them now, and says so", async () => {
    freezeClock("2026-10-05T10:00:00Z");
    await aSuperUser();
    await watch();
    const ids: number[] = [];
    for (let index = 0; index < 52; index += 1) ids.push(await aSite({ name: `Site &amp; ${index}` }));
    const gone = Math.max(...ids) + 1;
    await anEvent({ type: "public-access.granted-outside", ...eventSites([...ids, gone], "Then") }, { actor: WATCH });
    const { sites, limits } = await stated("2026-10");
    expect(sites.slice(49)).toMatchObject([
      { name: "Then", nameFrom: "event" },
      { name: "Site & 50", nameFrom: "matomo-now" },
      { name: "Site & 51", nameFrom: "matomo-now" },
      { siteId: gone, name: null, nameFrom: "unknown" },
    ]);
    expect(limits).toContainEqual(expect.objectContaining({ code: "names-of-now", count: 3 }));
  });

  it("takes as many statements for 2,000 sites and 200 Super Users as for one of each", async () => {
    freezeClock("2026-10-05T10:00:00Z");
    await aSuperUser();
    await watch();
    const small = await statementsOf(async () => void (await stated("2026-10")));
    const siteIds = Array.from({ length: 2_000 }, (_, index) => index + 1);
    const seq = await anEvent({ type: "public-access.granted-outside", ...eventSites(siteIds) }, { actor: WATCH });
    const message = await ownerDb().message.create({
      data: { eventKey: `event/${seq}`, kind: "public-outside", language: "en", facts: "{}", createdAt: now() },
    });
    await ownerDb().outboxMail.createMany({
      data: Array.from({ length: 200 }, (_, index) => ({
        ...{
          messageId: message.id,
          eventKey: `event/${seq}`,
          kind: "public-outside",
          recipient: `p${index}@x.example`,
        },
        ...{ address: `p${index}@x.example`, logins: `["p${index}"]`, state: "sent", nextAttemptAt: now() },
        ...{ createdAt: now(), sentAt: now() },
      })),
    });
    let statement: Statement | undefined;
    const large = await statementsOf(async () => {
      statement = await stated("2026-10");
    });
    expect(statement?.sites).toHaveLength(2_000);
    expect(statement?.tellings[0]?.people?.accepted).toHaveLength(1);
    expect(statement?.tellings[0]?.people?.accepted[0]?.logins).toHaveLength(200);
    // A look for names of those that the event does not name.
    expect(large.length).toBe(small.length + 1);
  });
});

describe("the months", () => {
  it("are those since the portal began to watch, newest first; none before", async () => {
    freezeClock("2026-11-30T23:30:00Z");
    expect((await listStatementMonths()).months).toEqual([]);
    expect(await readStatement("2026-11")).toBeNull();
    await october();
    freezeClock("2026-12-01T12:00:00Z");
    expect(await listStatementMonths()).toMatchObject({
      months: [
        { month: "2026-12", complete: false },
        { month: "2026-11", complete: true },
        { month: "2026-10", complete: true },
        { month: "2026-09", complete: true },
      ],
      key: { publicKey, fingerprint },
    });
    expect(await readStatement("2026-08")).toBeNull();
    expect(await readStatement("2027-01")).toBeNull();
  });

  it("are unknown, and not empty, when the log cannot be read", async () => {
    await october();
    await rawRun("ALTER TABLE portal_audit_event RENAME TO portal_audit_event_away");
    try {
      await expect(readStatement("2026-10")).rejects.toMatchObject({ code: "schema_not_understood" });
    } finally {
      await rawRun("ALTER TABLE portal_audit_event_away RENAME TO portal_audit_event");
    }
  });
});

describe("GET /api/statements/[month]", () => {
  it("gives a Super User the signed file, says that the chain is whole, and changes nothing", async () => {
    const { user } = await october();
    const anna = await signIn(user);
    const before = await everything();
    const response = await download("2026-10", anna);
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="statement-2026-10.json"',
      "cache-control": "no-store",
    });
    const text = await response.text();
    const verdict = verifyStatement(Buffer.from(text), publicKey);
    expect(verdict).toMatchObject({ ok: true, fingerprint, statement: { chain: { verified: { ok: true } } } });
    expect(verifyStatement(Buffer.from(text.replace('"anna"', '"eve"')), publicKey).ok).toBe(false);
    expect(await everything()).toEqual(before);
  });

  it("says in the file that the audit log was edited", async () => {
    const { user } = await october();
    await rawRun("UPDATE portal_audit_event SET ip = '192.0.2.66' WHERE seq = 2");
    const verdict = verifyStatement(
      Buffer.from(await (await download("2026-10", await signIn(user))).text()),
      publicKey,
    );
    expect(verdict).toMatchObject({
      ok: true,
      statement: { chain: { verified: { ok: false, brokenAt: "2", problem: "was edited" } } },
    });
  });

  it.each([
    ["2026-13", 400],
    ["october", 400],
    ["2026-10-01", 400],
    ["0000-01", 400],
    ["2026-08", 404],
    ["2027-01", 404],
  ])("%s is answered with %i, and no file", async (month, status) => {
    const { user } = await october();
    const response = await download(month, await signIn(user));
    expect(response.status).toBe(status);
    expect(response.headers.get("content-disposition")).toBeNull();
    expect(await response.json()).toMatchObject({ message: expect.stringMatching(/\w/) });
  });

  it("gives a visitor nothing, and nothing to somebody who is no Super User any more", async () => {
    const { user } = await october();
    const anna = await signIn(user);
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'");
    for (const who of [anna, null]) {
      const response = await download("2026-10", who);
      expect(response.status).toBe(401);
      expect(await response.text()).not.toContain("Shop");
    }
  });
});

describe("the commands", { timeout: COMMANDS_MS }, () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "statement-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** `bare`: with nothing of the portal's configuration. */
  async function run(command: "statement" | "statement:verify", args: string[], bare = false) {
    const env = bare
      ? { PATH: process.env.PATH, HOME: folder, NODE_ENV: "test" as const }
      : { ...process.env, HOME: folder };
    const { code, stdout, stderr } = await callScript(command, args, env);
    return { code, said: `${stdout}${stderr}`.trim() };
  }

  it("make a file and check it elsewhere, by the key in it and by the one that is trusted", async () => {
    await october();
    vi.useRealTimers();
    const [file, audit] = [path.join(folder, "statement.json"), path.join(folder, "audit.jsonl")];
    expect(await run("statement", ["--month", "2026-10", "--out", file])).toMatchObject({ code: 0 });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await run("statement", ["--month", "2026-10", "--out", file])).toMatchObject({
      code: 2,
      said: expect.stringContaining("exists already, and nothing is overwritten"),
    });
    const believed = await run("statement:verify", [file], true);
    expect(believed).toMatchObject({ code: 0, said: expect.stringContaining(`Signed with ${fingerprint}`) });
    expect(believed.said).toContain("COMPARE this fingerprint");

    writeFileSync(audit, await exported());
    const trusted = await run("statement:verify", [file, "--key", publicKey, "--audit", audit], true);
    expect(trusted).toMatchObject({ code: 0, said: expect.stringContaining("The statement is valid: 2026-10") });
    expect(trusted.said).toContain("is whole and holds the events");
    expect(trusted.said).not.toContain("COMPARE");
  });

  it("end with 1 for a changed byte and another key, and with 2 for what is no statement", async () => {
    const { user } = await october();
    const text = await (await download("2026-10", await signIn(user))).text();
    const [file, key] = [path.join(folder, "statement.json"), path.join(folder, "key.txt")];
    writeFileSync(file, text.replace("Open data", "Open Data"));
    expect(await run("statement:verify", [file], true)).toEqual({
      code: 1,
      said: "The statement is NOT VALID: the signature does not fit: it was changed, or signed by nobody.",
    });
    writeFileSync(file, text);
    writeFileSync(key, publicHalf(privateKeyOf(`${KEY.slice(0, -1)}D`)).publicKey);
    expect(await run("statement:verify", [file, "--key", key], true)).toEqual({
      code: 1,
      said: "The statement is NOT VALID: it was signed with another key than the one given with --key.",
    });
    expect(await run("statement:verify", [key], true)).toMatchObject({ code: 2 });
  });

  it("make none without a key", async () => {
    await october();
    process.env.STATEMENT_KEY = "";
    try {
      expect(await run("statement", ["--out", path.join(folder, "statement.json")])).toMatchObject({
        code: 2,
        said: expect.stringContaining("STATEMENT_KEY is not set"),
      });
    } finally {
      process.env.STATEMENT_KEY = KEY;
    }
  });
});

async function exported(): Promise<string> {
  let text = "";
  for await (const line of exportAudit(testDb(), now())) text += line;
  return text;
}

describe("a statement and an exported audit log", () => {
  /** @param edit what somebody did to the export */
  async function compared(edit: (text: string) => string = (text) => text) {
    const { chain } = await stated("2026-10");
    const text = edit(await exported());
    return compareWithAudit(chain, async function* pieces() {
      for (let at = 0; at < text.length; at += 1_000) yield text.slice(at, at + 1_000);
    });
  }

  it("fit when the log is whole and holds the events that the statement ends with", async () => {
    await october();
    expect(await compared()).toEqual({ ok: true });
  });

  it("do not fit when the log was edited, is older than the statement, or was written anew", async () => {
    await october();
    expect(await compared((text) => text.replace('"actorName":"anna"', '"actorName":"eve"'))).toMatchObject({
      ok: false,
    });
    const before = await exported();
    await anEvent({ type: "sign-out" });
    expect(await compared(() => before)).toMatchObject({ ok: false, problem: expect.stringContaining("is not in it") });
    const { chain } = await stated("2026-10");
    const text = await exported();
    const other = { ...chain, head: { ...chain.head, hash: "0".repeat(64) } };
    expect(
      await compareWithAudit(other, async function* whole() {
        yield text;
      }),
    ).toMatchObject({ ok: false, problem: expect.stringContaining("has another hash") });
  });
});
