import { describe, expect, it } from "vitest";
import { runWithRecentAuth, runWithStepUp } from "@/lib/auth/command";
import { sendAgainCommand } from "@/lib/domain/deliveries/commands";
import { readDeliveries } from "@/lib/domain/deliveries/queries";
import { recordDeliveryEvents } from "@/lib/domain/deliveries/record-delivery-events";
import { runReminders } from "@/lib/domain/reminders/run-reminders";
import { setExtraRecipientsCommand } from "@/lib/domain/settings/commands";
import { readSettings } from "@/lib/domain/settings/queries";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { batchAlerts } from "@/lib/messaging/alerts/batch-alerts";
import { requireRoster } from "@/lib/messaging/alerts/recipients";
import { claimStuckAlerts } from "@/lib/messaging/escalation/claim";
import { deliver } from "@/lib/messaging/outbox/deliver";
import type { OutgoingMail } from "@/lib/messaging/outbox/sender";
import { MINUTE_MS } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/transaction";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { ownerDb, rawRun, testDb, useDatabase } from "@/tests/support/database";
import { makePrivate, publish, type SignedIn, signIn, stepUp, superUserOf } from "@/tests/support/people";
import { aSentMail } from "@/tests/support/provider-events";
import { auditOf, everything, expectChainHolds, mailFacts, mails } from "@/tests/support/state";

useDatabase();

const SECURITY = { address: "security@people.example", language: "de" };
const SOC = { address: "soc@people.example", language: "en" };
type Extra = { address: string; language: string };

/** Anna, signed in, and Jonas, on a Tuesday; the watch has seen them. */
async function annaAndJonas(): Promise<SignedIn> {
  freezeClock("2026-11-24T12:00:00Z");
  const anna = await aSuperUser({ login: "anna" });
  await aSuperUser({ login: "jonas" });
  await runWatch();
  return signIn(anna);
}

const ask = (person: SignedIn, recipients: readonly Extra[], before: readonly Extra[] = []) =>
  runWithStepUp(setExtraRecipientsCommand, person.context, { recipients, before });

async function set(person: SignedIn, recipients: readonly Extra[], before: readonly Extra[] = []) {
  await stepUp(person, "set-extra-recipients", []);
  return ask(person, recipients, before);
}

/** Anna, and the security team beside the Super Users; a minute later, so that nothing is folded. */
async function annaWithSecurity(): Promise<SignedIn> {
  const anna = await annaAndJonas();
  expect(await set(anna, [SECURITY])).toMatchObject({ ok: true });
  advance(2 * MINUTE_MS);
  return anna;
}

const listed = async (person: SignedIn) => (await readSettings(await superUserOf(person))).extraRecipients;
const told = async (kind: Parameters<typeof mails>[0]) => (await mails(kind)).map(({ to }) => to.split("@")[0]);

/** Hands over what is due, without the words of a mail. @returns what was handed over */
async function handOver(outcome: "accepted" | "refused" = "accepted"): Promise<OutgoingMail[]> {
  const handed: OutgoingMail[] = [];
  const sender = {
    name: "test",
    send: async (mail: OutgoingMail) => {
      handed.push(mail);
      return outcome === "accepted" ? { outcome, providerId: null } : { outcome, error: "550 no such mailbox" };
    },
  } as const;
  await deliver(sender, {
    render: async () => ({ subject: "s", html: "", text: "" }),
    addressTo: (mail, names) => ({ ...mail, text: names.join() }),
    headersFor: () => ({ "List-Unsubscribe": "<x>" }),
  });
  return handed;
}

describe("setting who is told besides the Super Users", () => {
  it("takes a fresh proof for exactly this; it is recorded, and told to every Super User and to those named", async () => {
    const anna = await annaAndJonas();
    expect(await set(anna, [SECURITY, SOC])).toEqual({ ok: true, data: { recipients: [SECURITY, SOC] } });
    expect(await listed(anna)).toEqual([SECURITY, SOC]);
    const change = { from: "", to: "security@people.example (de), soc@people.example (en)" };
    expect(await auditOf("setting.changed")).toEqual([
      { type: "setting.changed", setting: "extra-recipients", ...change },
    ]);
    expect((await mailFacts("setting-changed"))[0]).toMatchObject({ setting: "extra-recipients", ...change });
    expect((await mails("setting-changed")).map(({ to, logins }) => [to.split("@")[0], logins])).toEqual([
      ["anna", ["anna"]],
      ["jonas", ["jonas"]],
      ["security", []],
      ["soc", []],
    ]);
    expect(await ask(anna, [], [SECURITY, SOC])).toMatchObject({ ok: false, code: "proof_used" });
    await expectChainHolds();
  });

  it("is refused without a proof, with one for another command, and with the recent one; nothing is written", async () => {
    const anna = await annaAndJonas();
    const before = await everything();
    expect(await ask(anna, [SECURITY])).toMatchObject({ ok: false, code: "step_up_required" });
    for (const action of ["tighten", "weaken-settings", "grant"] as const) {
      await stepUp(anna, action, []);
      expect(await ask(anna, [SECURITY])).toMatchObject({ ok: false, code: "proof_foreign" });
    }
    expect(await everything()).toEqual(before);
    expect(await auditOf("action.refused")).toMatchObject(Array(4).fill({ action: "set-extra-recipients" }));
  });

  it("is refused for somebody who is no Super User any more", async () => {
    const anna = await annaAndJonas();
    await stepUp(anna, "set-extra-recipients", []);
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'");
    const before = await everything();
    expect(await ask(anna, [SECURITY])).toMatchObject({ ok: false, code: "session_ended" });
    expect(await everything()).toEqual(before);
  });

  it("leaves the old list when the alert cannot be queued", async () => {
    const anna = await annaWithSecurity();
    await stepUp(anna, "set-extra-recipients", []);
    const before = await everything();
    await rawRun("ALTER TABLE portal_outbox RENAME TO portal_outbox_away");
    const result = await ask(anna, [], [SECURITY]).finally(() =>
      rawRun("ALTER TABLE portal_outbox_away RENAME TO portal_outbox"),
    );
    expect(result.ok).toBe(false);
    expect(await everything()).toEqual(before);
    expect(await auditOf("setting.changed")).toHaveLength(1);
  });

  it("is refused when the list is another one than the person saw", async () => {
    const anna = await annaWithSecurity();
    const before = await everything();
    for (const seen of [[], [SOC], [{ ...SECURITY, language: "en" }]]) {
      expect(await set(anna, [SOC], seen)).toMatchObject({
        ok: false,
        code: "invalid_input",
        fields: { recipients: "listChanged" },
      });
    }
    expect(await everything()).toEqual(before);
  });

  it("to what it is already mails nobody; to another language of the same address is told", async () => {
    const anna = await annaWithSecurity();
    const before = await everything();
    expect(await set(anna, [SECURITY], [SECURITY])).toMatchObject({ ok: true });
    expect(await everything()).toEqual(before);
    expect(await set(anna, [{ ...SECURITY, language: "fr" }], [SECURITY])).toMatchObject({ ok: true });
    expect((await auditOf("setting.changed")).at(-1)).toMatchObject({
      from: "security@people.example (de)",
      to: "security@people.example (fr)",
    });
    expect(await told("setting-changed")).toEqual(["anna", "anna", "jonas", "jonas", "security", "security"]);
  });

  it("counts a mailbox that is given twice once, and takes spaces off", async () => {
    const anna = await annaAndJonas();
    const twice = [
      { ...SECURITY, address: "  security@people.example " },
      { ...SOC, address: "SECURITY@people.example" },
    ];
    expect(await set(anna, twice)).toEqual({ ok: true, data: { recipients: [SECURITY] } });
  });

  it.each([
    ["no address", "security"],
    ["a second header", "security@people.example\r\nBcc: eve@evil.example"],
    ["two addresses", "security@people.example, eve@evil.example"],
    ["a name around it", "Eve <eve@evil.example>"],
    ["text that turns direction", "security\u202e@people.example"],
    ["letters that look like others", "sеcurity@people.example"],
    ["Matomo's placeholder", "security@example.org"],
    ["nothing", ""],
    ["101 characters", `${"a".repeat(86)}@people.example`],
  ])("is refused with %s", async (_, address) => {
    const anna = await annaAndJonas();
    const before = await everything();
    expect(await set(anna, [{ address, language: "en" }])).toMatchObject({ ok: false, code: "invalid_input" });
    expect(await everything()).toEqual(before);
  });

  it("is refused with a language that is not spoken, and with 11 addresses", async () => {
    const anna = await annaAndJonas();
    expect(await set(anna, [{ ...SECURITY, language: "tlh" }])).toMatchObject({ fields: { recipients: "notSpoken" } });
    const eleven = Array.from({ length: 11 }, (_, index) => ({ ...SOC, address: `soc-${index}@people.example` }));
    expect(await set(anna, eleven)).toMatchObject({ fields: { recipients: "tooManyAddresses" } });
    expect(await set(anna, eleven.slice(1))).toMatchObject({ ok: true });
  });
});

describe("an extra recipient", () => {
  it("gets an alert, an outside change and what happened to the roster, each exactly once", async () => {
    const anna = await annaWithSecurity();
    await publish(anna, [await aSite()]);
    await anonymousAccess(await aSite());
    await aSuperUser({ login: "mia" });
    await runWatch();
    await runWatch();
    expect(await told("made-public")).toEqual(["anna", "jonas", "security"]);
    expect(await told("public-outside")).toContain("security");
    expect((await told("public-outside")).filter((name) => name === "security")).toHaveLength(1);
    expect(await told("roster-changed")).toEqual(["anna", "jonas", "mia", "security"]);
  });

  it("gets one digest of what one person did within a minute", async () => {
    const anna = await annaWithSecurity();
    const site = await aSite();
    await publish(anna, [site]);
    await makePrivate(anna, [site]);
    await publish(anna, [site]);
    advance(MINUTE_MS);
    await batchAlerts();
    await batchAlerts();
    expect(await told("digest")).toEqual(["anna", "jonas", "security"]);
    const digests = await testDb().message.findMany({ where: { kind: "digest" }, orderBy: { language: "asc" } });
    expect(digests.map(({ language }) => language)).toEqual(["de", "en"]);
    expect(digests[0]?.facts).toBe(digests[1]?.facts);
  });

  it("gets one reminder of each period, as often as everybody, whatever cron does", async () => {
    await annaWithSecurity();
    await anonymousAccess(await aSite());
    for (const monday of ["2026-11-30T09:00:00Z", "2026-12-07T09:00:00Z"]) {
      freezeClock(monday);
      await Promise.all([runReminders(), runReminders()]);
      await runReminders();
    }
    expect(await told("reminder")).toEqual(["anna", "anna", "jonas", "jonas", "security", "security"]);
  });

  it("is named by address in the mail and in the activity, and has no link that slows the reminders", async () => {
    await annaWithSecurity();
    const handed = await handOver();
    const mail = handed.find(({ to }) => to === SECURITY.address);
    expect(mail).toMatchObject({ text: SECURITY.address, headers: {} });
    expect(handed.find(({ to }) => to === "anna@people.example")).toMatchObject({
      text: "anna",
      headers: { "List-Unsubscribe": "<x>" },
    });
    const sent = (await auditOf("mail.sent")).flatMap(({ logins }) => logins);
    expect(sent.sort()).toEqual(["anna", "jonas", SECURITY.address]);
  });

  it("with the address of a Super User gets that person's mail, one, in their language", async () => {
    const anna = await annaAndJonas();
    await set(anna, [{ address: "Jonas@People.example", language: "de" }]);
    expect((await mails("setting-changed")).map(({ to, logins }) => [to, logins])).toEqual([
      ["anna@people.example", ["anna"]],
      ["jonas@people.example", ["jonas"]],
    ]);
    expect(await testDb().message.findMany({ where: { kind: "setting-changed" } })).toMatchObject([{ language: "en" }]);
  });

  it("that is taken off the list hears of that, once, and of nothing later", async () => {
    const anna = await annaWithSecurity();
    expect(await set(anna, [SOC], [SECURITY])).toMatchObject({ ok: true });
    expect(await told("setting-changed")).toEqual(["anna", "anna", "jonas", "jonas", "security", "security", "soc"]);
    advance(2 * MINUTE_MS);
    await publish(anna, [await aSite()]);
    expect(await told("made-public")).toEqual(["anna", "jonas", "soc"]);
    await rawRun("UPDATE `matomo_user` SET email = 'new@people.example' WHERE login = 'jonas'");
    await runWatch();
    expect(await told("roster-changed")).toEqual(["anna", "jonas", "new", "soc"]);
  });

  it("does not stand for a Super User: with none who could be told, nothing can be published", async () => {
    const anna = await annaWithSecurity();
    for (const login of ["anna", "jonas"]) {
      await rawRun("UPDATE `matomo_user` SET email = ? WHERE login = ?", [`${login}@example.org`, login]);
    }
    expect(await publish(anna, [await aSite()])).toMatchObject({ ok: false, code: "nobody_to_alert" });
    await expect(requireRoster(testDb())).rejects.toMatchObject({ code: "nobody_to_alert" });
  });

  it("whose mail failed is shown with it, and it can be sent again as long as the address is on the list", async () => {
    const anna = await annaWithSecurity();
    await handOver("refused");
    const mail = await testDb().outboxMail.findFirstOrThrow({ where: { address: SECURITY.address } });
    const page = await readDeliveries({ page: 1, show: "attention" });
    expect(page.mails.find(({ address }) => address === SECURITY.address)).toMatchObject({
      needsAttention: true,
      logins: [],
    });
    expect(page.extra).toMatchObject([{ address: SECURITY.address, reach: "unknown" }]);
    expect((await auditOf("mail.failed")).flatMap(({ logins }) => logins)).toContain(SECURITY.address);

    const again = () => runWithRecentAuth(sendAgainCommand, anna.context, { mailId: String(mail.id) });
    await set(anna, [], [SECURITY]);
    expect(await again()).toMatchObject({ ok: false, code: "nobody_left_to_tell" });
    await set(anna, [SECURITY], []);
    expect(await again()).toEqual({ ok: true, data: { address: SECURITY.address } });
    expect(await auditOf("mail.resent")).toMatchObject([{ logins: [SECURITY.address] }]);
  });

  it("that bounces is said not to be reached, and nobody else is marked", async () => {
    await annaWithSecurity();
    await handOver();
    const at = new Date();
    await ownerDb().mailEvent.create({
      data: {
        ...{ id: "test/1", providerId: "x", fate: "bounced", recipient: SECURITY.address },
        ...{ at, receivedAt: at, detail: "" },
      },
    });
    const { extra, people } = await readDeliveries({ page: 1, show: "all" });
    expect(extra).toMatchObject([{ address: SECURITY.address, reach: "unreachable" }]);
    expect(people.map(({ reach }) => reach)).toEqual(["unknown", "unknown"]);
  });

  it("hears that a Super User is not reached any more", async () => {
    await annaWithSecurity();
    const providerId = await aSentMail({ to: "jonas@people.example", login: "jonas" });
    await recordDeliveryEvents([{ id: "test/2", providerId, fate: "bounced", at: new Date(), detail: "" }]);
    expect(await told("unreachable")).toEqual(["anna", "security"]);
  });

  it("whose mail alone failed is told of over the second channel, without the address", async () => {
    await annaWithSecurity();
    await ownerDb().outboxMail.updateMany({ where: { address: { not: SECURITY.address } }, data: { state: "sent" } });
    await handOver("refused");
    const stuck = await inTransaction((tx) => claimStuckAlerts(tx, new Date()));
    expect(stuck).toMatchObject([{ kind: "setting-changed", logins: ["an extra recipient"] }]);
  });

  it("whose list cannot be read keeps no alert from the Super Users", async () => {
    const anna = await annaAndJonas();
    await ownerDb().setting.create({
      data: { name: "alerts.extra-recipients", value: "no list", updatedAt: new Date(), updatedBy: "anna" },
    });
    await publish(anna, [await aSite()]);
    expect(await told("made-public")).toEqual(["anna", "jonas"]);
  });
});
