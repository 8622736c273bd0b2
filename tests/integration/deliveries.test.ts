import { describe, expect, it } from "vitest";
import { runWithRecentAuth } from "@/lib/auth/command";
import { channelsOf } from "@/lib/domain/deliveries/channels";
import { dismissMailCommand, sendAgainCommand } from "@/lib/domain/deliveries/commands";
import { readDeliveries } from "@/lib/domain/deliveries/queries";
import type { DeliveryStatus } from "@/lib/domain/deliveries/schema";
import type { ReachFilter } from "@/lib/domain/deliveries/terms";
import { readConsequences } from "@/lib/domain/public-access/consequences";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { deliverDue } from "@/lib/messaging/mail/deliver-due";
import { recipientKey } from "@/lib/messaging/outbox/recipient-policy";
import { MINUTE_MS, now, plus } from "@/lib/platform/clock";
import { statementsOf } from "@/tests/bench/count-statements";
import { aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { ownerDb, rawRun, testDb, useDatabase } from "@/tests/support/database";
import { BROWSER, publish, type SignedIn, signIn, superUserOf } from "@/tests/support/people";
import { auditOf, everything, expectChainHolds, originsOf } from "@/tests/support/state";

useDatabase();

const AT = "2026-11-24T12:00:00Z";
const JONAS = "jonas@people.example";
let counter = 0;

const sendAgain = (person: SignedIn, mailId: string) => runWithRecentAuth(sendAgainCommand, person.context, { mailId });
const dismiss = (person: SignedIn, mailId: string, note = "told on the phone") =>
  runWithRecentAuth(dismissMailCommand, person.context, { mailId, note });
const outbox = () => testDb().outboxMail.findMany({ orderBy: { id: "asc" } });
const all = (page = 1) => readDeliveries({ page, show: "all" });
const attention = (page = 1) => readDeliveries({ page, show: "attention" });

/** What the provider says of a mail, `minutes` after now. */
async function said(providerId: string, fate: DeliveryStatus, minutes = 0, recipient = JONAS): Promise<void> {
  const at = plus(now(), minutes * MINUTE_MS);
  const id = `test/${++counter}`;
  await ownerDb().mailEvent.create({
    data: { id, providerId, fate, recipient, at, receivedAt: at, detail: "so said" },
  });
}

/** A site was published: the alerts to Anna and Jonas went through the provider; Jonas' is the second. */
async function twoSent() {
  freezeClock(AT);
  const user = await aSuperUser({ login: "anna" });
  await aSuperUser({ login: "jonas" });
  await runWatch();
  const anna = await signIn(user);
  await publish(anna, [await aSite({ name: "Shop" })]);
  await deliverDue();
  for (const { id, address } of await outbox()) {
    const providerId = `at-resend/${address}`;
    await ownerDb().outboxMail.update({ where: { id }, data: { providerId, sentVia: "resend" } });
  }
  const [, mail] = await outbox();
  if (!mail?.providerId) throw new Error("nothing was sent");
  return { anna, id: String(mail.id), mail, providerId: mail.providerId };
}

/** The same, and the alert to Jonas bounced. */
async function oneBounced() {
  const sent = await twoSent();
  await said(sent.providerId, "bounced", 1);
  return sent;
}

const audited = async () => ({ ...(await everything()), mails: await outbox() });

describe("sending a mail again", () => {
  it("sends the same facts and bytes as a new mail, to the address of today, with one audit event and no alert", async () => {
    const { anna, id, mail } = await oneBounced();
    await rawRun("UPDATE `matomo_user` SET email = ' Jonas@New.example' WHERE login = 'jonas'");
    expect(await sendAgain(anna, id)).toEqual({ ok: true, data: { address: "Jonas@New.example" } });
    const [, old, again, ...more] = await outbox();
    expect(more).toEqual([]);
    expect(old).toEqual({ ...mail, handledAt: new Date(AT) });
    expect(again).toMatchObject({
      ...{ eventKey: `again/${id}`, kind: "made-public", address: "Jonas@New.example", recipient: "jonas@new.example" },
      ...{ logins: '["jonas"]', state: "due", attempts: 0, nextAttemptAt: new Date(AT), createdAt: new Date(AT) },
      ...{ sentAt: null, providerId: null, handledAt: null },
    });
    const { id: _, eventKey, createdAt, actor, digestKey, ...bytes } = await messageOf(again?.messageId);
    const before = await messageOf(mail.messageId);
    expect({ eventKey, createdAt, actor, digestKey }).toEqual({
      ...{ eventKey: `again/${id}`, createdAt: new Date(AT), actor: null, digestKey: null },
    });
    expect(bytes.subject).toEqual(expect.stringContaining("public"));
    expect(bytes).toEqual({
      ...{ kind: before.kind, language: before.language, facts: before.facts },
      ...{ subject: before.subject, html: before.html, text: before.text, threads: before.threads },
      forgottenAt: null,
    });
    expect(await auditOf("mail.resent")).toMatchObject([
      { eventKey: mail.eventKey, kind: "made-public", logins: ["jonas"] },
    ]);
    const event = await testDb().auditEvent.findFirstOrThrow({ where: { type: "mail.resent" } });
    expect(event).toMatchObject({ actorType: "superUser", actorName: "anna" });
    expect(await originsOf("mail.resent")).toMatchObject([{ ip: BROWSER.ip }]);
    expect((await deliverDue()).sent).toBe(1);
    await expectChainHolds();
  });

  it("does so for a mail that failed for good before it had any bytes, and for a reminder", async () => {
    const { anna, id, mail } = await twoSent();
    await ownerDb().message.update({ where: { id: mail.messageId }, data: { subject: null, html: null, text: null } });
    await ownerDb().outboxMail.update({
      where: { id: mail.id },
      data: { state: "dead", kind: "reminder", providerId: null, sentAt: null },
    });
    await ownerDb().message.update({ where: { id: mail.messageId }, data: { kind: "reminder" } });
    expect(await sendAgain(anna, id)).toMatchObject({ ok: true });
    expect((await outbox()).at(-1)).toMatchObject({ kind: "reminder", state: "due", eventKey: `again/${id}` });
    expect(await auditOf("mail.resent")).toMatchObject([{ kind: "reminder" }]);
  });

  it("goes once to each address of those who are Super Users still, and to nobody else", async () => {
    const { anna, id, mail } = await oneBounced();
    await aSuperUser({ login: "mia", email: "team@people.example" });
    await aSuperUser({ login: "noah", email: " Team@people.example" });
    await aSuperUser({ login: "olga", email: "" });
    await ownerDb().outboxMail.update({
      where: { id: mail.id },
      data: { logins: JSON.stringify(["jonas", "mia", "noah", "olga", "gone"]) },
    });
    expect(await sendAgain(anna, id)).toEqual({ ok: true, data: { address: `${JONAS}, team@people.example` } });
    const again = (await outbox()).slice(2);
    expect(again.map(({ recipient, logins }) => [recipient, logins])).toEqual([
      [JONAS, '["jonas"]'],
      ["team@people.example", '["mia","noah"]'],
    ]);
    expect(await auditOf("mail.resent")).toMatchObject([{ logins: ["jonas", "mia", "noah"] }]);
  });

  it.each([
    ["is no Super User any more", "UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'jonas'"],
    ["has no usable address", "UPDATE `matomo_user` SET email = 'jonas@example.org' WHERE login = 'jonas'"],
  ])("is refused when everybody it was for %s, and nothing is written", async (_why, change) => {
    const { anna, id } = await oneBounced();
    await rawRun(change);
    const before = await audited();
    expect(await sendAgain(anna, id)).toMatchObject({ ok: false, code: "nobody_left_to_tell" });
    expect(await audited()).toEqual(before);
  });

  it("can be done again with the mail that was sent again, when that fails too", async () => {
    const { anna, id } = await oneBounced();
    await sendAgain(anna, id);
    const again = (await outbox()).at(-1);
    await ownerDb().outboxMail.updateMany({ where: { eventKey: `again/${id}` }, data: { state: "dead" } });
    expect(await sendAgain(anna, String(again?.id))).toMatchObject({ ok: true });
    expect((await attention()).mails).toEqual([]);
  });
});

describe("dismissing a mail", () => {
  it("records who, when and how the person was told, and sends nothing", async () => {
    const { anna, id, mail } = await oneBounced();
    expect(await dismiss(anna, id, "  told on the phone ")).toEqual({ ok: true, data: { dismissed: true } });
    const [, old, ...more] = await outbox();
    expect([old, more]).toEqual([{ ...mail, handledAt: new Date(AT) }, []]);
    expect(await auditOf("mail.dismissed")).toMatchObject([
      { eventKey: mail.eventKey, kind: "made-public", logins: ["jonas"], note: "told on the phone" },
    ]);
    const event = await testDb().auditEvent.findFirstOrThrow({ where: { type: "mail.dismissed" } });
    expect(event).toMatchObject({ actorType: "superUser", actorName: "anna" });
    expect(await originsOf("mail.dismissed")).toMatchObject([{ ip: BROWSER.ip }]);
    await expectChainHolds();
  });

  it.each([{ mailId: "1", note: " " }, { mailId: "1" }, { mailId: "1", note: "x".repeat(501) }, { note: "x" }, null])(
    "is refused for %j",
    async (raw) => {
      const { anna } = await oneBounced();
      const result = await runWithRecentAuth(dismissMailCommand, anna.context, raw);
      expect(result).toMatchObject({ ok: false, code: "invalid_input" });
    },
  );
});

describe.each([
  {
    name: "send-again",
    type: "mail.resent" as const,
    ask: sendAgain,
    askRaw: (person: SignedIn, raw: unknown) => runWithRecentAuth(sendAgainCommand, person.context, raw),
  },
  {
    name: "dismiss-mail",
    type: "mail.dismissed" as const,
    ask: dismiss,
    askRaw: (person: SignedIn, raw: unknown) => runWithRecentAuth(dismissMailCommand, person.context, raw),
  },
])("$name", ({ name, type, ask, askRaw }) => {
  it("is refused without a recent proof, and nothing is written", async () => {
    const { anna, id } = await oneBounced();
    advance(15 * MINUTE_MS + 1);
    const before = await audited();
    expect(await ask(anna, id)).toMatchObject({ ok: false, code: "step_up_required" });
    expect(await audited()).toEqual(before);
    expect(await auditOf("action.refused")).toMatchObject([{ action: name, code: "step_up_required" }]);
  });

  it("is refused for somebody who is no Super User any more", async () => {
    const { anna, id } = await oneBounced();
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'");
    const before = await audited();
    expect(await ask(anna, id)).toMatchObject({ ok: false, code: "session_ended" });
    expect(await audited()).toEqual(before);
  });

  it("writes nothing when a part of it fails", async () => {
    const { anna, id } = await oneBounced();
    const before = await audited();
    await rawRun("ALTER TABLE portal_audit_event RENAME TO portal_audit_event_away");
    const result = await ask(anna, id).finally(() =>
      rawRun("ALTER TABLE portal_audit_event_away RENAME TO portal_audit_event"),
    );
    expect(result.ok).toBe(false);
    expect(await audited()).toEqual(before);
  });

  it("is refused the second time", async () => {
    const { anna, id } = await oneBounced();
    expect((await ask(anna, id)).ok).toBe(true);
    const before = await audited();
    expect(await sendAgain(anna, id)).toMatchObject({ ok: false, code: "mail_gone" });
    expect(await dismiss(anna, id)).toMatchObject({ ok: false, code: "mail_gone" });
    expect(await audited()).toEqual(before);
    expect(await auditOf(type)).toHaveLength(1);
  });

  it("by two at once is done once", async () => {
    const { anna, id } = await oneBounced();
    const results = await Promise.all([ask(anna, id), ask(anna, id)]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await auditOf(type)).toHaveLength(1);
    expect((await outbox()).filter(({ eventKey }) => eventKey === `again/${id}`)).toHaveLength(
      name === "send-again" ? 1 : 0,
    );
  });

  it("is refused for a mail that arrived, that waits, that is late, or that never was", async () => {
    const { anna, id, mail, providerId } = await twoSent();
    await said(providerId, "delayed");
    await said(providerId, "delivered");
    const before = await audited();
    for (const mailId of [id, "4000000", "9223372036854775808", "9999999999999999999"]) {
      expect(await ask(anna, mailId)).toMatchObject({ ok: false, code: "mail_gone" });
    }
    expect(await audited()).toEqual(before);
    for (const state of ["due", "held", "folded"]) {
      await ownerDb().outboxMail.update({ where: { id: mail.id }, data: { state } });
      expect(await ask(anna, id)).toMatchObject({ ok: false, code: "mail_gone" });
    }
  });

  it.each([{ mailId: "" }, { mailId: "-1" }, { mailId: "1e3" }, { mailId: 1 }, { mailId: "1".repeat(20) }])(
    "is refused for %j",
    async (raw) => {
      const { anna } = await oneBounced();
      expect(await askRaw(anna, { ...raw, note: "x" })).toMatchObject({ ok: false, code: "invalid_input" });
    },
  );
});

describe("the page of the deliveries", () => {
  it("lists every mail, newest first, with what became of it; unknown where nothing was said", async () => {
    const { id, mail, providerId } = await twoSent();
    await said(providerId, "delivered", 2);
    await said(providerId, "delayed", 1);
    const page = await all();
    expect(page).toMatchObject({ total: 2, page: 1, pageSize: 50, needAttention: 0, asOf: new Date(AT).toISOString() });
    const [jonas, anna] = page.mails;
    expect(jonas).toEqual({
      ...{ id, kind: "made-public", subject: expect.stringContaining("public"), address: JONAS, logins: ["jonas"] },
      ...{ state: "sent", attempts: 1, createdAt: new Date(AT).toISOString(), sentAt: mail.sentAt?.toISOString() },
      ...{
        nextAttemptAt: null,
        lastError: null,
        sentVia: "resend",
        handled: false,
        isLost: false,
        isForgotten: false,
        needsAttention: false,
      },
      fate: { fate: "delivered", at: "2026-11-24T12:02:00.000Z", detail: "so said" },
      history: [
        { fate: "delayed", at: "2026-11-24T12:01:00.000Z" },
        { fate: "delivered", at: "2026-11-24T12:02:00.000Z" },
      ],
    });
    expect(anna).toMatchObject({ address: "anna@people.example", fate: null, history: [] });
  });

  it("E17: a bounce stays the fate of a mail that is called delivered later, with both times", async () => {
    const { providerId } = await oneBounced();
    await said(providerId, "delivered", 2);
    const [jonas] = (await all()).mails;
    expect(jonas).toMatchObject({ needsAttention: true, fate: { fate: "bounced", at: "2026-11-24T12:01:00.000Z" } });
    expect(jonas?.history.map(({ fate }) => fate)).toEqual(["bounced", "delivered"]);
  });

  it.each(["failed", "bounced", "suppressed", "complained"] as const)(
    "a mail that %s needs attention until it is handled",
    async (fate) => {
      const { anna, id, providerId } = await twoSent();
      await said(providerId, "delivered");
      await said(providerId, fate, 1);
      expect(await attention()).toMatchObject({ total: 1, needAttention: 1, mails: [{ id, needsAttention: true }] });
      expect(await all()).toMatchObject({ total: 2, needAttention: 1 });
      await dismiss(anna, id);
      expect(await attention()).toMatchObject({ total: 0, needAttention: 0, mails: [] });
      expect((await all()).mails[0]).toMatchObject({ handled: true, needsAttention: false, fate: { fate } });
    },
  );

  it("a mail that failed for good needs attention; one that is tried again says when, how often and why", async () => {
    const { mail } = await twoSent();
    const nextAttemptAt = plus(now(), MINUTE_MS);
    const data = { state: "due", attempts: 3, lastError: "busy", nextAttemptAt, sentAt: null, providerId: null };
    await ownerDb().outboxMail.update({ where: { id: mail.id }, data });
    expect((await all()).mails[0]).toMatchObject({
      ...{ state: "due", attempts: 3, lastError: "busy", needsAttention: false },
      nextAttemptAt: nextAttemptAt.toISOString(),
    });
    await ownerDb().outboxMail.update({ where: { id: mail.id }, data: { state: "dead" } });
    expect((await attention()).mails).toMatchObject([{ state: "dead", nextAttemptAt: null, needsAttention: true }]);
  });

  it("shows 50 on a page, each mail once, in the same number of statements however many there are", async () => {
    const { mail } = await oneBounced();
    const few = [await statementsOf(() => all()), await statementsOf(() => attention())];
    const { id: _, ...columns } = mail;
    for (let n = 0; n < 70; n++) {
      const eventKey = `test/many/${n}`;
      const providerId = `many/${n}`;
      await ownerDb().outboxMail.create({ data: { ...columns, eventKey, providerId } });
      if (n % 2 === 0) await said(providerId, "delivered");
      else await said(providerId, "complained");
    }
    for (let n = 0; n < 20; n++) await aSuperUser();
    const pages = [await all(1), await all(2), await all(3)];
    expect(pages.map(({ mails }) => mails.length)).toEqual([50, 22, 0]);
    const ids = pages.flatMap(({ mails }) => mails.map(({ id }) => Number(id)));
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
    expect(pages[2]).toMatchObject({ total: 72, needAttention: 36 });
    expect((await attention(1)).mails).toHaveLength(36);
    const many = [await statementsOf(() => all()), await statementsOf(() => attention())];
    expect(many.map(({ length }) => length)).toEqual(few.map(({ length }) => length));
  });

  it("lists the mails of one mailbox alone, with what needs attention of them, in as many statements", async () => {
    const { mail } = await oneBounced();
    const to = (address: string, show: "all" | "attention" = "all") =>
      readDeliveries({ page: 1, show, to: recipientKey(address) });
    const others = await to("anna@people.example");
    expect(others).toMatchObject({ total: 1, needAttention: 0, mails: [{ address: "anna@people.example" }] });
    expect(await to(` ${JONAS.toUpperCase()}`)).toMatchObject({
      total: 1,
      needAttention: 1,
      mails: [{ address: JONAS }],
    });
    expect(await to(JONAS, "attention")).toMatchObject({ total: 1, mails: [{ id: String(mail.id) }] });
    expect(await to("anna@people.example", "attention")).toMatchObject({ total: 0, mails: [] });
    expect(await to("nobody@people.example")).toMatchObject({ total: 0, mails: [], needAttention: 0 });
    const [one, everybody] = [await statementsOf(() => to(JONAS)), await statementsOf(() => all())];
    expect(one).toHaveLength(everybody.length);
  });

  it("says how the portal learns what became of mails, and whether there is a second channel", async () => {
    await twoSent();
    expect(await all()).toMatchObject({ feedback: "none", secondChannel: { webhook: false, smtp: false } });
    const none = { RESEND_WEBHOOK_SECRET: undefined, ALERT_WEBHOOK_URL: undefined, FALLBACK_SMTP_URL: undefined };
    expect(channelsOf({ ...none, MAIL_TRANSPORT: "resend" }).feedback).toBe("polling");
    expect(channelsOf({ ...none, MAIL_TRANSPORT: "resend", RESEND_WEBHOOK_SECRET: "whsec_x" }).feedback).toBe(
      "webhook",
    );
    expect(channelsOf({ ...none, MAIL_TRANSPORT: "smtp", RESEND_WEBHOOK_SECRET: "whsec_x" }).feedback).toBe("none");
    const smtp = channelsOf({ ...none, MAIL_TRANSPORT: "smtp", FALLBACK_SMTP_URL: "smtp://mail.example" });
    expect(smtp.secondChannel).toEqual({ webhook: false, smtp: true });
    const webhook = channelsOf({ ...none, MAIL_TRANSPORT: "smtp", ALERT_WEBHOOK_URL: "https://chat.example/hook" });
    expect(webhook.secondChannel).toEqual({ webhook: true, smtp: false });
  });

  it("fails when it cannot read, and never shows an empty page instead", async () => {
    await twoSent();
    await rawRun("ALTER TABLE portal_mail_event RENAME TO portal_mail_event_away");
    await expect(
      all().finally(() => rawRun("ALTER TABLE portal_mail_event_away RENAME TO portal_mail_event")),
    ).rejects.toMatchObject({ code: "schema_not_understood" });
  });
});

describe("whom a mail would reach", () => {
  const jonas = async () => (await all()).people.find(({ login }) => login === "jonas");

  it("E20: is unknown until a mail arrived, with why; that nobody complained says nothing", async () => {
    const { providerId, mail } = await twoSent();
    const unknown = { address: JONAS, reach: "unknown", lastSentAt: mail.sentAt?.toISOString(), lastDeliveredAt: null };
    expect(await jonas()).toMatchObject({ ...unknown, why: "provider-silent" });
    for (const [sentVia, why] of [
      ["smtp", "smtp-silent"],
      ["fallback-smtp", "smtp-silent"],
      ["mailbox", "own-mailbox"],
    ]) {
      await ownerDb().outboxMail.update({ where: { id: mail.id }, data: { sentVia } });
      expect(await jonas()).toMatchObject({ ...unknown, why });
    }
    await said(providerId, "delayed", 1);
    expect(await jonas()).toMatchObject({ reach: "unknown", why: "not-taken" });
    await said(providerId, "delivered", 2);
    expect(await jonas()).toMatchObject({
      ...{ reach: "reached", why: null, lastDeliveredAt: "2026-11-24T12:02:00.000Z" },
    });
    await aSuperUser({ login: "new" });
    expect((await all()).people[1]).toMatchObject({
      ...{ login: "new", reach: "unknown", why: "never-sent", lastSentAt: null },
    });
  });

  it("is unknown when the last mail did not arrive, and known again when a later one did", async () => {
    const { providerId } = await twoSent();
    await said(providerId, "delivered");
    await said(providerId, "failed", 1);
    expect(await jonas()).toMatchObject({ reach: "unknown", why: "last-failed" });
    await said("another", "delivered", 2);
    expect(await jonas()).toMatchObject({ reach: "reached" });
  });

  it.each(["bounced", "complained", "suppressed"] as const)(
    "E19: is nobody at an address that %s, even before the watch has marked it",
    async (fate) => {
      const { providerId } = await twoSent();
      await said(providerId, "delivered");
      await said(providerId, fate, 1);
      expect((await all()).people.map((one) => [one.login, one.reach, one.why])).toEqual([
        ["jonas", "unreachable", fate],
        ["anna", "unknown", "provider-silent"],
      ]);
    },
  );

  it("E19: is nobody whom the roster marks, and nobody without a usable address; another address begins anew", async () => {
    const { providerId } = await twoSent();
    await said(providerId, "delivered");
    await ownerDb().rosterEntry.update({
      where: { login: "jonas" },
      data: { unreachableSince: now(), unreachableWhy: "suppressed" },
    });
    expect(await jonas()).toMatchObject({ reach: "unreachable", why: "suppressed" });
    await rawRun("UPDATE `matomo_user` SET email = 'new@people.example' WHERE login = 'jonas'");
    expect(await jonas()).toMatchObject({ reach: "unknown", why: "never-sent" });
    await rawRun("UPDATE `matomo_user` SET email = '' WHERE login = 'jonas'");
    expect(await jonas()).toMatchObject({ reach: "unreachable", why: "no-address", address: "" });
  });

  it("E20: is nobody to whom a mail arrived after a bounce that was on its way before it", async () => {
    const { providerId } = await twoSent();
    await said(providerId, "bounced", 1);
    await said(providerId, "delivered", 2);
    expect(await jonas()).toMatchObject({ reach: "unreachable", why: "bounced" });
  });

  it("E19: is said where sites are made public too, each with why", async () => {
    const { anna } = await twoSent();
    await aSuperUser({ login: "olga", email: "" });
    for (const unreachableWhy of ["bounced", "complained"]) {
      await ownerDb().rosterEntry.update({
        where: { login: "jonas" },
        data: { unreachableSince: now(), unreachableWhy },
      });
      const { unreachable, recipientCount } = await readConsequences(await superUserOf(anna));
      expect(recipientCount).toBe(2);
      expect(unreachable).toEqual([
        { login: "jonas", why: unreachableWhy },
        { login: "olga", why: "no-address" },
      ]);
    }
  });

  it("is a page of the Super Users, those who would not hear first, and how many there are in all", async () => {
    const { providerId } = await twoSent();
    await said(providerId, "delivered");
    for (let n = 10; n < 40; n++) await aSuperUser({ login: `u${n}`, email: n === 39 ? "" : `u${n}@people.example` });
    const page = (of: number, reach: ReachFilter = "all") =>
      readDeliveries({ page: 1, show: "all", people: { page: of, reach } });
    const first = await page(1);
    expect(first).toMatchObject({ peopleTotal: 32, peoplePage: 1, peoplePageSize: 25 });
    expect(first.reachCounts).toEqual({ unreachable: 1, unknown: 30, reached: 1 });
    const second = await page(2);
    const logins = [...first.people, ...second.people].map(({ login }) => login);
    expect([first.people.length, second.people.length, new Set(logins).size]).toEqual([25, 7, 32]);
    expect([logins[0], logins.at(-1)]).toEqual(["u39", "jonas"]);
    expect((await page(3)).people).toEqual([]);
    const filtered = await page(1, "reached");
    expect(filtered).toMatchObject({ peopleTotal: 1, people: [{ login: "jonas" }], reachCounts: first.reachCounts });
    expect((await page(1, "unreachable")).people.map(({ login, why }) => [login, why])).toEqual([
      ["u39", "no-address"],
    ]);
  });

  it("names those who get reminders every month only", async () => {
    await twoSent();
    await ownerDb().slowReminders.create({ data: { recipient: JONAS, since: now(), chosenIn: "settings" } });
    expect((await all()).people.map(({ login, slowReminders }) => [login, slowReminders])).toEqual([
      ["anna", false],
      ["jonas", true],
    ]);
  });
});

function messageOf(id: bigint | undefined) {
  return testDb().message.findUniqueOrThrow({ where: { id } });
}
