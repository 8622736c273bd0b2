import { beforeEach, describe, expect, it } from "vitest";
import { readRoster } from "@/lib/messaging/alerts/recipients";
import { countUndelivered } from "@/lib/messaging/outbox/queries";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/platform/clock";
import { aSuperUser } from "@/tests/support/builders";
import { advance } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import {
  aSentMail,
  BELA,
  fatesOf,
  HARD,
  markOf,
  minutesAgo,
  NOON,
  SOFT,
  see,
  tell,
  threePeopleAtNoon,
  told,
  WEBHOOK_SECRET,
} from "@/tests/support/provider-events";
import { auditOf, expectChainHolds, mailFacts, mails } from "@/tests/support/state";

useDatabase();
process.env.RESEND_WEBHOOK_SECRET = WEBHOOK_SECRET;

beforeEach(threePeopleAtNoon);

describe("E19: somebody whom nothing reaches any more", () => {
  it.each([
    ["a hard bounce", "email.bounced", HARD, "bounced"],
    ["a bounce without a type", "email.bounced", {}, "bounced"],
    ["a complaint", "email.complained", {}, "complained"],
    [
      "a suppression",
      "email.suppressed",
      { suppressed: { type: "OnAccountSuppressionList", message: "…" } },
      "suppressed",
    ],
  ])("after %s is marked, recorded, and named to the others once, not to themselves", async (_, type, data, why) => {
    await tell(type, await aSentMail(), data, minutesAgo(1));
    expect(await markOf("bela")).toEqual([minutesAgo(1).toISOString(), why]);
    expect([await markOf("anna"), await markOf("cleo")]).toEqual([null, null]);
    expect(await auditOf("recipient.unreachable")).toEqual([{ type: "recipient.unreachable", logins: ["bela"], why }]);
    expect(await told()).toEqual(["anna", "cleo"]);
    expect(await mailFacts("unreachable")).toMatchObject([
      { logins: ["bela"], why, links: { deliveries: "http://localhost:3000/alerts" } },
    ]);
    expect((await readRoster(testDb())).unreachable).toEqual(["bela"]);
    await expectChainHolds();
  });

  it("E12: the mail to the others holds nobody's address", async () => {
    await tell("email.bounced", await aSentMail(), { bounce: { type: "Permanent", message: `550 <${BELA}> unknown` } });
    const { facts } = await testDb().message.findFirstOrThrow({ where: { kind: "unreachable" } });
    expect(facts).not.toContain("@");
  });

  it("is told of once, however many of their mails fail and why, and is still mailed themselves", async () => {
    await tell("email.bounced", await aSentMail(), HARD);
    for (const type of ["email.suppressed", "email.complained", "email.bounced"]) {
      advance(MINUTE_MS);
      await tell(type, await aSentMail());
    }
    expect(await told()).toEqual(["anna", "cleo"]);
    expect(await markOf("bela")).toEqual([new Date(NOON).toISOString(), "bounced"]);
    expect((await readRoster(testDb())).recipients.map(({ address }) => address)).toContain(BELA);
  });

  it("who shares the address with another is named together with them", async () => {
    await aSuperUser({ login: "bela.ops", email: " Bela@People.example" });
    await see();
    await tell("email.bounced", await aSentMail(), HARD);
    expect(await auditOf("recipient.unreachable")).toMatchObject([{ logins: ["bela", "bela.ops"] }]);
    expect(await told()).toEqual(["anna", "cleo"]);
  });

  it("is marked though nobody else is there to be told", async () => {
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login IN ('anna', 'cleo')");
    await tell("email.bounced", await aSentMail(), HARD);
    expect(await markOf("bela")).toEqual([new Date(NOON).toISOString(), "bounced"]);
    expect(await mails("unreachable")).toEqual([]);
  });

  it("is nobody when a mail was lost that a full mailbox sent back: that mail is failed for good instead", async () => {
    await tell("email.bounced", await aSentMail(), SOFT);
    expect([await fatesOf(), await markOf("bela"), await told()]).toEqual([["failed"], null, []]);
    const error = "The mail provider took it, and could not deliver it: Transient: MailboxFull: mailbox full";
    expect(await testDb().outboxMail.findFirst()).toMatchObject({ state: "dead", lastError: error, handledAt: null });
    expect(await auditOf("mail.failed")).toMatchObject([{ kind: "made-public", logins: ["bela"], error, final: true }]);
    expect(await countUndelivered(testDb(), new Date())).toBe(1);
  });

  it("a lost mail that somebody has seen to already stays so", async () => {
    await tell("email.failed", await aSentMail({ handledAt: new Date() }), { failed: { reason: "quota" } });
    expect(await testDb().outboxMail.findFirst()).toMatchObject({ state: "sent" });
    expect(await auditOf("mail.failed")).toEqual([]);
  });

  it("is nobody whose address in Matomo is another one by now, or who is no Super User any more", async () => {
    await rawRun("UPDATE `matomo_user` SET email = 'bela@new.example' WHERE login = 'bela'");
    await tell("email.bounced", await aSentMail(), HARD);
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'cleo'");
    await tell("email.bounced", await aSentMail({ to: "cleo@people.example", login: "cleo" }), HARD);
    expect([await markOf("bela"), await markOf("cleo"), await told()]).toEqual([null, null, []]);
    expect(await fatesOf()).toEqual(["bounced", "bounced"]);
  });
});

describe("E20: that an address works again is shown by nothing but", () => {
  it.each([
    ["a bounce", "email.bounced"],
    ["a complaint", "email.complained"],
    ["a suppression", "email.suppressed"],
  ])("a mail handed over after %s that arrived", async (_, type) => {
    await tell(type, await aSentMail());
    advance(HOUR_MS);
    const later = await aSentMail();
    advance(MINUTE_MS);
    await tell("email.delivered", later);
    expect(await markOf("bela")).toBeNull();
    expect(await auditOf("recipient.reachable")).toEqual([{ type: "recipient.reachable", logins: ["bela"] }]);
    await expectChainHolds();
  });

  it("not one that was under way already, not a delay, and not silence", async () => {
    const underWay = await aSentMail({ sentAt: minutesAgo(1) });
    await tell("email.complained", await aSentMail({ sentAt: minutesAgo(60) }));
    advance(MINUTE_MS);
    await tell("email.delivered", underWay);
    const later = await aSentMail();
    await tell("email.delivery_delayed", later);
    advance(30 * DAY_MS);
    expect(await markOf("bela")).toEqual([new Date(NOON).toISOString(), "complained"]);
    expect(await auditOf("recipient.reachable")).toEqual([]);
  });

  it("and not one that bounces afterwards: that is told again", async () => {
    await tell("email.bounced", await aSentMail(), HARD);
    advance(HOUR_MS);
    const later = await aSentMail();
    await tell("email.delivered", later);
    advance(MINUTE_MS);
    await tell("email.bounced", later, HARD);
    expect(await markOf("bela")).toEqual(["2026-11-24T13:01:00.000Z", "bounced"]);
    expect(await auditOf("recipient.unreachable")).toHaveLength(2);
    expect(await told()).toEqual(["anna", "anna", "cleo", "cleo"]);
  });

  it("a bounce that is told a day late, after a later mail arrived, marks nobody", async () => {
    const old = await aSentMail();
    advance(DAY_MS);
    await tell("email.delivered", await aSentMail({ sentAt: minutesAgo(1) }));
    await tell("email.bounced", old, HARD, new Date(NOON));
    expect([await fatesOf(), await markOf("bela"), await told()]).toEqual([["bounced", "delivered"], null, []]);
  });
});
