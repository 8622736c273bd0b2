import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { runWithRecentAuth } from "@/lib/auth/command";
import { readDeliveries } from "@/lib/domain/deliveries/queries";
import { startDrillCommand } from "@/lib/domain/drill/commands";
import { readDrills } from "@/lib/domain/drill/queries";
import { startDrill } from "@/lib/domain/drill/start-drill";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { listAudit } from "@/lib/ledger/audit/queries";
import { batchAlerts } from "@/lib/messaging/alerts/batch-alerts";
import { claimStuckAlerts } from "@/lib/messaging/escalation/claim";
import { noticeOf } from "@/lib/messaging/escalation/notice";
import { deliverDue } from "@/lib/messaging/mail/deliver-due";
import { rendering } from "@/lib/messaging/mail/rendering";
import { countUndelivered } from "@/lib/messaging/outbox/queries";
import { MINUTE_MS, SECOND_MS } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/transaction";
import { statementsOf } from "@/tests/bench/count-statements";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { ownerDb, rawRun, testDb, useDatabase } from "@/tests/support/database";
import { BROWSER, makePrivate, type SignedIn, signIn } from "@/tests/support/people";
import { HARD, NOON, tell, WEBHOOK_SECRET } from "@/tests/support/provider-events";
import { startResendServer } from "@/tests/support/resend-server";
import { auditOf, everything, expectChainHolds, mailFacts, mails } from "@/tests/support/state";

useDatabase();
let refuses = "";
const resend = await startResendServer(({ to }, accept, { refuse }) =>
  refuses !== "" && to.includes(refuses) ? refuse(422, "validation_error") : accept(),
);
Object.assign(process.env, {
  MAIL_TRANSPORT: "resend",
  RESEND_API_KEY: "re_of_the_tests",
  RESEND_BASE_URL: resend.url,
  RESEND_WEBHOOK_SECRET: WEBHOOK_SECRET,
});
afterAll(() => resend.stop());

let anna: SignedIn;
let site: number;

/** Anna, signed in, Bela who reads German, and Cleo without a usable address; one public site, as the watch knows. */
beforeEach(async () => {
  resend.forget();
  refuses = "";
  freezeClock(NOON);
  const user = await aSuperUser({ login: "anna", language: "fr" });
  await aSuperUser({ login: "bela", language: "de" });
  await aSuperUser({ login: "cleo", email: "cleo@example.org" });
  site = await aSite({ name: "Shop &amp; more" });
  await anonymousAccess(site);
  await runWatch();
  await deliverDue();
  resend.forget();
  advance(2 * MINUTE_MS);
  anna = await signIn(user);
});

const begin = (siteId: unknown = null, person = anna) =>
  runWithRecentAuth(startDrillCommand, person.context, { siteId });
const newest = async () => {
  const [drill] = (await readDrills()).drills;
  if (!drill) throw new Error("there was no drill");
  return drill;
};
const standings = async () => (await newest()).mails.map(({ logins, standing }) => [logins.join(), standing]);
const providerIdOf = async (login: string) =>
  (await testDb().outboxMail.findFirstOrThrow({ where: { kind: "drill", recipient: `${login}@people.example` } }))
    .providerId ?? "";

describe("beginning a drill", () => {
  it("queues one test alert for each mailbox, in its language, and records who could not be mailed", async () => {
    const { outbox, messages, ...access } = await everything();
    expect(await begin(site)).toEqual({ ok: true, data: { seq: expect.any(Number), mails: 2 } });
    expect(await mails("drill")).toEqual([
      { kind: "drill", to: "anna@people.example", logins: ["anna"], state: "due" },
      { kind: "drill", to: "bela@people.example", logins: ["bela"], state: "due" },
    ]);
    const about = { id: site, name: "Shop & more", url: expect.stringContaining("https://site-") };
    expect(await auditOf("drill.started")).toEqual([
      { type: "drill.started", siteIds: [site], sites: [about], recipientCount: 2, withoutMail: ["cleo"] },
    ]);
    expect((await mailFacts("drill"))[0]).toMatchObject({
      site: about,
      actor: { login: "anna", ip: BROWSER.ip, browser: "Firefox 145 on Linux" },
    });
    expect(await everything()).toEqual({ ...access, outbox: outbox + 2, messages: messages + 2 });
    await deliverDue();
    expect([...resend.taken.values()].map(({ to, subject }) => [to[0], subject]).sort()).toEqual([
      ["anna@people.example", "Alerte de test : rien n’a été rendu public sur matomo.example"],
      ["bela@people.example", "Testalarm: Nichts wurde öffentlich auf matomo.example"],
    ]);
    await expectChainHolds();
  });

  it("tells extra recipients as every alert does", async () => {
    const value = JSON.stringify([{ address: "soc@people.example", language: "es" }]);
    await ownerDb().setting.create({
      data: { name: "alerts.extra-recipients", value, updatedAt: new Date(), updatedBy: "anna" },
    });
    expect(await begin()).toMatchObject({ ok: true, data: { mails: 3 } });
    expect((await mails("drill")).at(-1)).toMatchObject({ to: "soc@people.example", logins: [] });
  });

  it("is refused without the recent proof, from elsewhere, and for nobody's Super User; nothing is written", async () => {
    const before = await everything();
    const elsewhere = { ...anna, context: { ...anna.context, origin: "https://evil.example" } };
    expect(await begin(null, elsewhere)).toMatchObject({ ok: false, code: "foreign_origin" });
    for (let minutes = 0; minutes < 16; minutes += 4) {
      advance(4 * MINUTE_MS);
      // Looking keeps the session, not the proof.
      await makePrivate(anna, [999_999]);
    }
    expect(await begin()).toMatchObject({ ok: false, code: "step_up_required" });
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'");
    expect(await begin()).toMatchObject({ ok: false, code: "session_ended" });
    expect(await everything()).toEqual(before);
    expect(await auditOf("drill.started")).toEqual([]);
    expect(await auditOf("action.refused")).toContainEqual(
      expect.objectContaining({ action: "start-drill", code: "step_up_required" }),
    );
  });

  it("writes nothing when its mails cannot be queued", async () => {
    const before = await everything();
    await rawRun("ALTER TABLE portal_outbox RENAME TO portal_outbox_away");
    const result = await begin().finally(() => rawRun("ALTER TABLE portal_outbox_away RENAME TO portal_outbox"));
    expect(result.ok).toBe(false);
    expect(await everything()).toEqual(before);
    expect(await auditOf("drill.started")).toEqual([]);
  });

  it("is refused for a site that is none, and when nobody could be mailed", async () => {
    const before = await everything();
    expect(await begin(999_999)).toMatchObject({ ok: false, code: "unknown_sites", siteIds: [999_999] });
    for (const wrong of ["1", 0, -1, 1.5, {}]) {
      expect(await begin(wrong)).toMatchObject({ ok: false, code: "invalid_input" });
    }
    for (const login of ["anna", "bela"]) {
      await rawRun("UPDATE `matomo_user` SET email = ? WHERE login = ?", [`${login}@example.org`, login]);
    }
    expect(await begin()).toMatchObject({ ok: false, code: "nobody_to_alert" });
    expect(await everything()).toEqual(before);
  });

  it("is refused within 10 minutes of the last one, whoever began it, and of two at once one is", async () => {
    const both = await Promise.all([begin(), begin()]);
    expect(both.map((one) => (one.ok ? "begun" : one.code)).sort()).toEqual(["begun", "drill_too_soon"]);
    advance(10 * MINUTE_MS - SECOND_MS);
    const before = await everything();
    expect(await begin()).toMatchObject({ ok: false, code: "drill_too_soon" });
    expect(await everything()).toEqual(before);
    advance(SECOND_MS);
    await inTransaction((tx) => startDrill(tx, { by: "command", siteId: null, at: new Date() }));
    expect((await readDrills()).drills.map(({ by }) => by)).toEqual([null, "anna"]);
  });

  it("keeps no alert waiting and is folded into no digest", async () => {
    await begin(site);
    expect(await makePrivate(anna, [site])).toMatchObject({ ok: true });
    expect((await mails("made-private")).map(({ state }) => state)).toEqual(["due", "due"]);
    advance(11 * MINUTE_MS);
    await begin();
    advance(2 * MINUTE_MS);
    expect(await batchAlerts()).toBe(0);
    expect((await mails("drill")).map(({ state }) => state)).toEqual(["due", "due", "due", "due"]);
  });
});

describe("what became of a drill", () => {
  it("is read back: accepted when the provider took it, delivered when it said so, lost when it bounced", async () => {
    await begin(site);
    expect(await newest()).toMatchObject({
      by: "anna",
      site: { id: site, name: "Shop & more" },
      withoutMail: ["cleo"],
      counts: { mails: 2, accepted: 0, delivered: 0, lost: 0, waiting: 2, unknown: 0 },
    });
    advance(3 * SECOND_MS);
    const acceptedAt = new Date().toISOString();
    await deliverDue();
    expect((await newest()).mails).toMatchObject(Array(2).fill({ standing: "accepted", acceptedAt, endedAt: null }));
    advance(4 * SECOND_MS);
    expect(await tell("email.delivered", await providerIdOf("anna"))).toMatchObject({ outcome: "taken" });
    await tell("email.bounced", await providerIdOf("bela"), HARD);
    expect(await standings()).toEqual([
      ["bela", "lost"],
      ["anna", "delivered"],
    ]);
    expect(await newest()).toMatchObject({
      counts: { mails: 2, accepted: 2, delivered: 1, lost: 1, waiting: 0, unknown: 0 },
      mails: [
        { acceptedAt, problem: "Permanent: General: 550 5.1.1 user unknown" },
        { acceptedAt, endedAt: new Date().toISOString(), problem: null },
      ],
    });
    expect((await readDrills()).feedback).toBe("webhook");
  });

  it("is seen in Deliveries and Activity as of any mail, also when it cannot be handed over", async () => {
    refuses = "bela@";
    await begin();
    await deliverDue();
    expect(await standings()).toEqual([
      ["bela", "lost"],
      ["anna", "accepted"],
    ]);
    const { mails: listed, needAttention } = await readDeliveries({ page: 1, show: "attention" });
    expect(needAttention).toBe(1);
    expect(listed).toMatchObject([{ kind: "drill", address: "bela@people.example", state: "dead" }]);
    expect(await countUndelivered(testDb(), new Date())).toBe(1);
    const { entries } = await listAudit({ page: 1, pageSize: 50, kind: "mails" });
    expect(entries.map(({ facts }) => facts.type)).toEqual(
      expect.arrayContaining(["drill.started", "mail.sent", "mail.failed"]),
    );
  });

  it("is told to the second channel as a drill, whatever the language of its mails", async () => {
    refuses = "people";
    await begin();
    await deliverDue();
    const [alert] = await inTransaction((tx) => claimStuckAlerts(tx, new Date()));
    if (!alert) throw new Error("nothing is stuck");
    const { data } = JSON.parse(await noticeOf(alert, rendering, new Date()));
    expect(data).toMatchObject({ drill: true, notReached: ["anna", "bela"], host: "matomo.example" });
    expect(data.meaning).toMatch(
      /^This was a drill: nothing was made public\. Its test alert has not reached everybody/,
    );
    expect(data.what).toMatch(/^(Alerte de test|Testalarm)\s?:/);
  });

  it("is read with as many statements for many people as for few; 50 are named, the lost ones first", async () => {
    await begin();
    const few = (await statementsOf(readDrills)).length;
    advance(11 * MINUTE_MS);
    for (let number = 0; number < 60; number++) await aSuperUser({ login: `user-${number}`, passwordHash: "x" });
    await begin();
    expect(await statementsOf(readDrills)).toHaveLength(few);
    refuses = "user-59@";
    await deliverDue();
    const drill = await newest();
    expect(drill.counts).toMatchObject({ mails: 62, accepted: 61, lost: 1 });
    expect(drill.mails).toHaveLength(50);
    expect(drill.mails[0]).toMatchObject({ logins: ["user-59"], standing: "lost" });
  });
});
