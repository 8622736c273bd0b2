import { describe, expect, it } from "vitest";
import { GET, POST } from "@/app/api/reminders/slow/route";
import { runWithRecentAuth } from "@/lib/auth/command";
import { runReminders } from "@/lib/domain/reminders/run-reminders";
import { slowByOneClick } from "@/lib/domain/reminders/slow-by-one-click";
import { setOwnRemindersCommand } from "@/lib/domain/settings/commands";
import { readSettings } from "@/lib/domain/settings/queries";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { unsubscribeHeaders } from "@/lib/messaging/mail/unsubscribe";
import { MINUTE_MS } from "@/lib/platform/clock";
import { anonymousAccess, aSite, aSuperUser, type TestUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { BROWSER, type SignedIn, signIn, stepUp, superUserOf } from "@/tests/support/people";
import { saveRecently, saveSteppedUp } from "@/tests/support/save-settings";
import { auditOf, everything, expectChainHolds, mailFacts, mails, originsOf } from "@/tests/support/state";

useDatabase();

/** Tuesday. The next due moments (UTC): Monday 23 and 30 November, Tuesday 1 December, Monday 7 December, 08:00. */
const BEGIN = "2026-11-17T12:00:00Z";
const JONAS = "jonas@people.example";

/** Anna and Jonas, and one public site. */
async function annaAndJonas(): Promise<{ anna: TestUser; jonas: TestUser }> {
  freezeClock(BEGIN);
  const people = { anna: await aSuperUser({ login: "anna" }), jonas: await aSuperUser({ login: "jonas" }) };
  await anonymousAccess(await aSite());
  await runWatch();
  return people;
}

function addressFor(mailbox: string): string {
  return (unsubscribeHeaders("reminder", mailbox)["List-Unsubscribe"] ?? "").slice(1, -1);
}

/** What a mail program posts: no cookie, no Origin. */
async function click(address: string, body: BodyInit = new URLSearchParams({ "List-Unsubscribe": "One-Click" })) {
  const response = await slowByOneClick(new Request(address, { method: "POST", body }), BROWSER);
  return { status: response.status, text: await response.text() };
}

const choose = (person: SignedIn, pace: string) => runWithRecentAuth(setOwnRemindersCommand, person.context, { pace });
const slowRows = () => testDb().slowReminders.findMany({ orderBy: { recipient: "asc" } });

/** Who was reminded in which period, in order. */
async function reminded(): Promise<string[]> {
  const rows = await testDb().outboxMail.findMany({ where: { kind: "reminder" }, orderBy: { id: "asc" } });
  return rows.map(({ eventKey, recipient }) => `${eventKey} ${recipient.split("@")[0]}`);
}

async function runEachDay(from: string, days: number): Promise<void> {
  freezeClock(from);
  for (let day = 0; day < days; day++, advance(24 * 60 * MINUTE_MS)) {
    await runReminders();
    await runReminders();
  }
}

describe("E24: one click in a mail program", () => {
  it.each([
    ["a form", new URLSearchParams({ "List-Unsubscribe": "One-Click" })],
    ["a form in parts", form("One-Click")],
  ])(
    "sent as %s slows that mailbox without cookie or Origin; recorded as a visitor's, and mailed to nobody",
    async (_, body) => {
      await annaAndJonas();
      const before = await mails();
      expect(await click(addressFor(JONAS), body)).toMatchObject({
        status: 200,
        text: expect.stringContaining("month"),
      });
      expect(await slowRows()).toEqual([{ recipient: JONAS, since: new Date(BEGIN), chosenIn: "one-click" }]);
      expect(await auditOf("reminders.pace-set")).toEqual([
        { type: "reminders.pace-set", recipient: JONAS, pace: "monthly", chosenIn: "one-click" },
      ]);
      const event = await testDb().auditEvent.findFirstOrThrow({ where: { type: "reminders.pace-set" } });
      expect(event).toMatchObject({ actorType: "visitor" });
      expect(await originsOf("reminders.pace-set")).toMatchObject([{ ip: BROWSER.ip }]);
      expect(await mails()).toEqual(before);
      await expectChainHolds();
    },
  );

  it("twice, or twenty times at once, is once", async () => {
    await annaAndJonas();
    const answers = await Promise.all(Array.from({ length: 20 }, () => click(addressFor(JONAS))));
    advance(MINUTE_MS);
    answers.push(await click(addressFor(` ${JONAS.toUpperCase()}`)));
    expect(answers.map(({ status }) => status)).toEqual(Array(21).fill(200));
    expect(await slowRows()).toMatchObject([{ since: new Date(BEGIN) }]);
    expect(await auditOf("reminders.pace-set")).toHaveLength(1);
  });

  it.each([
    [
      "another mailbox",
      (address: URL) => address.searchParams.set("m", Buffer.from("anna@people.example").toString("base64url")),
    ],
    ["no mailbox", (address: URL) => address.searchParams.delete("m")],
    ["no signature", (address: URL) => address.searchParams.delete("s")],
    ["an empty signature", (address: URL) => address.searchParams.set("s", "")],
    [
      "a signature cut short",
      (address: URL) => address.searchParams.set("s", address.searchParams.get("s")?.slice(4) ?? ""),
    ],
    ["another signature", (address: URL) => address.searchParams.set("s", "A".repeat(43))],
  ])("with %s is refused with 401, recorded, and writes no row", async (_, spoil) => {
    await annaAndJonas();
    const address = new URL(addressFor(JONAS));
    spoil(address);
    expect(await click(address.href)).toMatchObject({ status: 401 });
    expect(await slowRows()).toEqual([]);
    expect(await auditOf("webhook.refused")).toHaveLength(1);
    expect(await auditOf("reminders.pace-set")).toEqual([]);
  });

  it.each([
    ["nothing", ""],
    ["another word", new URLSearchParams({ "List-Unsubscribe": "One-click" })],
    ["another field", new URLSearchParams({ unsubscribe: "One-Click" })],
    ["JSON", new Blob(['{"List-Unsubscribe":"One-Click"}'], { type: "application/json" })],
  ])("that says %s changes nothing and is answered with 400", async (_, body) => {
    await annaAndJonas();
    expect(await click(addressFor(JONAS), body)).toMatchObject({ status: 400 });
    expect(await slowRows()).toEqual([]);
  });

  it("that cannot be stored says so with 503, and changes nothing", async () => {
    await annaAndJonas();
    await rawRun("ALTER TABLE portal_slow_reminders RENAME TO portal_slow_reminders_away");
    const answered = await click(addressFor(JONAS)).finally(() =>
      rawRun("ALTER TABLE portal_slow_reminders_away RENAME TO portal_slow_reminders"),
    );
    expect(answered).toMatchObject({ status: 503 });
    expect(await auditOf("reminders.pace-set")).toEqual([]);
  });
});

describe("the address in a reminder", () => {
  it("E24, E25: opened, it changes nothing and leads to the settings", async () => {
    await annaAndJonas();
    const before = [await everything(), await testDb().auditEvent.count()];
    const answered = GET();
    expect([answered.status, answered.headers.get("location")]).toEqual([303, "/settings"]);
    expect([await everything(), await testDb().auditEvent.count(), await slowRows()]).toEqual([...before, []]);
  });

  it("E24: posted to, it slows that mailbox", async () => {
    await annaAndJonas();
    const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
    expect((await POST(new Request(addressFor(JONAS), { method: "POST", body }))).status).toBe(200);
    expect(await slowRows()).toMatchObject([{ recipient: JONAS }]);
  });
});

describe("a mailbox that is reminded every month", () => {
  it("gets no weekly reminder and one for each month that begins after it asked; the others go on as before", async () => {
    await annaAndJonas();
    await click(addressFor(JONAS));
    await runReminders();
    expect(await reminded()).toEqual([]);
    await runEachDay("2026-11-18T08:00:00Z", 22);
    expect(await reminded()).toEqual([
      "reminder/weekly/2026-W48 anna",
      "reminder/weekly/2026-W49 anna",
      "reminder/monthly/2026-12/slow jonas",
      "reminder/weekly/2026-W50 anna",
    ]);
    const facts = await mailFacts("reminder");
    expect(facts.map(({ cadence, periodLabel }) => [cadence, periodLabel])).toEqual([
      ["weekly", "2026-11-23"],
      ["weekly", "2026-11-30"],
      ["monthly", "2026-12"],
      ["weekly", "2026-12-07"],
    ]);
  });

  it("gets none of the month in which it asked, even right after the month began", async () => {
    await annaAndJonas();
    freezeClock("2026-12-01T08:00:00Z");
    await click(addressFor(JONAS));
    await runReminders();
    expect(await reminded()).toEqual(["reminder/weekly/2026-W49 anna"]);
    freezeClock("2027-01-01T08:00:00Z");
    expect(await runReminders()).toMatchObject({ due: 2, queued: 2 });
    expect((await reminded()).slice(1)).toEqual([
      "reminder/weekly/2026-W53 anna",
      "reminder/monthly/2027-01/slow jonas",
    ]);
  });

  it("that asked after the month began waits for the next one, though another asked in time", async () => {
    await annaAndJonas();
    await click(addressFor("anna@people.example"));
    freezeClock("2026-12-01T09:00:00Z");
    await click(addressFor(JONAS));
    await runReminders();
    expect(await reminded()).toEqual(["reminder/monthly/2026-12/slow anna"]);
    freezeClock("2027-01-01T08:00:00Z");
    await runReminders();
    expect((await reminded()).slice(1)).toEqual([
      "reminder/monthly/2027-01/slow anna",
      "reminder/monthly/2027-01/slow jonas",
    ]);
  });

  it("is reminded once after months without cron, of the month it is then (E36)", async () => {
    await annaAndJonas();
    await click(addressFor(JONAS));
    freezeClock("2027-03-17T12:00:00Z");
    await runReminders();
    await runReminders();
    expect(await reminded()).toEqual(["reminder/weekly/2027-W11 anna", "reminder/monthly/2027-03/slow jonas"]);
  });

  it("is reminded once though twenty calls come at once (E35)", async () => {
    await annaAndJonas();
    await click(addressFor(JONAS));
    freezeClock("2026-12-01T08:00:00Z");
    await Promise.all(Array.from({ length: 20 }, () => runReminders()));
    expect(await reminded()).toEqual(["reminder/weekly/2026-W49 anna", "reminder/monthly/2026-12/slow jonas"]);
    expect((await auditOf("reminder.queued")).map(({ period }) => period)).toEqual([
      "weekly/2026-W49",
      "monthly/2026-12",
    ]);
  });

  it("is one of everybody, and reminded once, while reminders go out monthly anyway", async () => {
    const { anna } = await annaAndJonas();
    const person = await signIn(anna);
    await click(addressFor(JONAS));
    await stepUp(person, "weaken-settings", [3]);
    await saveSteppedUp(person, { "reminder-cadence": "monthly" });
    await runEachDay("2026-11-18T08:00:00Z", 22);
    expect(await reminded()).toEqual(["reminder/monthly/2026-12 anna", "reminder/monthly/2026-12 jonas"]);
  });

  it("is reminded once of a month though the cadence changes within it, both ways", async () => {
    const { anna } = await annaAndJonas();
    await click(addressFor(JONAS));
    freezeClock("2026-12-02T12:00:00Z");
    await runReminders();
    const person = await signIn(anna);
    await stepUp(person, "weaken-settings", [3]);
    await saveSteppedUp(person, { "reminder-cadence": "monthly" });
    await runReminders();
    freezeClock("2027-01-02T12:00:00Z");
    await runReminders();
    await saveRecently(await signIn(anna), { "reminder-cadence": "weekly" });
    await runReminders();
    expect((await reminded()).filter((line) => line.endsWith("jonas"))).toEqual([
      "reminder/monthly/2026-12/slow jonas",
      "reminder/monthly/2027-01 jonas",
    ]);
  });

  it("still gets every alert at once", async () => {
    await annaAndJonas();
    await click(addressFor(JONAS));
    await anonymousAccess(await aSite());
    await runWatch();
    expect((await mails("public-outside")).map(({ to }) => to)).toEqual(["anna@people.example", JONAS]);
  });
});

describe("choosing one's own pace in the settings", () => {
  it("takes a recent proof both ways, touches the own mailbox only, and is recorded", async () => {
    const person = await signIn((await annaAndJonas()).anna);
    expect(await choose(person, "monthly")).toEqual({ ok: true, data: { pace: "monthly" } });
    expect(await slowRows()).toEqual([
      { recipient: "anna@people.example", since: new Date(BEGIN), chosenIn: "settings" },
    ]);
    expect(await readSettings(await superUserOf(person))).toMatchObject({ ownPace: "monthly" });
    expect(await choose(person, "monthly")).toMatchObject({ ok: true });
    expect(await choose(person, "as-everybody")).toEqual({ ok: true, data: { pace: "as-everybody" } });
    expect(await slowRows()).toEqual([]);
    expect(await auditOf("reminders.pace-set")).toEqual([
      { type: "reminders.pace-set", recipient: "anna@people.example", pace: "monthly", chosenIn: "settings" },
      { type: "reminders.pace-set", recipient: "anna@people.example", pace: "as-everybody", chosenIn: "settings" },
    ]);
  });

  it.each(["monthly", "as-everybody"])("(%s) is refused without one, and nothing is written", async (pace) => {
    const person = await signIn((await annaAndJonas()).anna);
    advance(15 * MINUTE_MS + 1);
    const before = await everything();
    expect(await choose(person, pace)).toMatchObject({ ok: false, code: "step_up_required" });
    expect([await everything(), await slowRows()]).toEqual([before, []]);
  });

  it("is refused for somebody who is no Super User any more", async () => {
    const person = await signIn((await annaAndJonas()).anna);
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'");
    expect(await choose(person, "monthly")).toMatchObject({ ok: false, code: "session_ended" });
    expect(await slowRows()).toEqual([]);
  });

  it("is refused without an address that can be used: that person gets no reminder anyway", async () => {
    await annaAndJonas();
    const mia = await signIn(await aSuperUser({ login: "mia", email: "mia@example.org" }));
    expect(await choose(mia, "monthly")).toMatchObject({ ok: false, code: "no_own_address" });
    expect(await readSettings(await superUserOf(mia))).toMatchObject({ ownPace: null });
  });

  it.each(["off", "never", "weekly"])("%j cannot be chosen", async (pace) => {
    const person = await signIn((await annaAndJonas()).anna);
    expect(await choose(person, pace)).toMatchObject({ ok: false, code: "invalid_input" });
  });
});

function form(value: string): FormData {
  const parts = new FormData();
  parts.set("List-Unsubscribe", value);
  return parts;
}
