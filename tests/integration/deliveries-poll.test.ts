import type { ServerResponse } from "node:http";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { pollDeliveryStatus } from "@/lib/domain/deliveries/poll-delivery-status";
import { guardRoster } from "@/lib/domain/roster/guard-roster";
import { resendLastEvent } from "@/lib/messaging/mail/resend-last-event";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/transaction";
import { statementsOf } from "@/tests/bench/count-statements";
import { aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { ownerDb, rawRun, testDb, useDatabase } from "@/tests/support/database";
import { aSentMail, tell, WEBHOOK_SECRET } from "@/tests/support/provider-events";
import { startReceiver } from "@/tests/support/receiver";
import { auditOf, mails } from "@/tests/support/state";

useDatabase();

/** What Resend says of each mail last; `sent` when nothing is set. */
const last = new Map<string, string>();
let answer = (response: ServerResponse, id: string): unknown =>
  response
    .writeHead(200, { "content-type": "application/json" })
    .end(JSON.stringify({ id, last_event: last.get(id) ?? "sent" }));
const asUsual = answer;
const resend = await startReceiver((request, response) => answer(response, request.url?.split("/").at(-1) ?? ""));
Object.assign(process.env, {
  MAIL_TRANSPORT: "resend",
  RESEND_API_KEY: "re_of_the_tests",
  RESEND_BASE_URL: resend.url,
  RESEND_WEBHOOK_SECRET: WEBHOOK_SECRET,
});
afterAll(() => resend.stop());

const NOON = "2026-11-24T12:00:00Z";
const ago = (ms: number) => new Date(Date.now() - ms);
const old = () => aSentMail({ sentAt: ago(11 * MINUTE_MS) });
const refuse = (status: number, name: string) => (response: ServerResponse) =>
  response
    .writeHead(status, { "content-type": "application/json" })
    .end(JSON.stringify({ statusCode: status, name, message: "…" }));
const events = () => testDb().mailEvent.findMany({ orderBy: { id: "asc" } });

beforeEach(async () => {
  freezeClock(NOON);
  last.clear();
  resend.asked.length = 0;
  answer = asUsual;
  for (const login of ["anna", "bela"]) await aSuperUser({ login });
  await inTransaction((tx) => guardRoster(tx, new Date()));
});

describe("E21: a mail that nothing was heard of", () => {
  it("is asked about once it is 10 minutes old, and what is said is kept under an id of its own", async () => {
    const mail = await aSentMail();
    last.set(mail, "delivered");
    advance(10 * MINUTE_MS - 1);
    expect([await pollDeliveryStatus(), resend.asked]).toEqual([0, []]);
    advance(1);
    expect(await pollDeliveryStatus()).toBe(1);
    expect(resend.asked).toEqual([`GET /emails/${mail}`]);
    const { id } = await testDb().outboxMail.findFirstOrThrow();
    expect(await events()).toMatchObject([
      { id: `poll/${id}/delivered`, providerId: mail, fate: "delivered", recipient: "bela@people.example", detail: "" },
    ]);
    advance(HOUR_MS);
    expect([await pollDeliveryStatus(), resend.asked.length]).toEqual([0, 1]);
  });

  it("is asked about every 15 minutes until something final is said, a delay is nothing final", async () => {
    const mail = await old();
    const asked: number[] = [];
    for (let minute = 0; minute < 46; minute++, advance(MINUTE_MS)) {
      if (minute === 15) last.set(mail, "delivery_delayed");
      if (minute === 45) last.set(mail, "bounced");
      const before = resend.asked.length;
      await pollDeliveryStatus();
      if (resend.asked.length > before) asked.push(minute);
    }
    expect(asked).toEqual([0, 15, 30, 45]);
    expect((await events()).map(({ fate }) => fate).sort()).toEqual(["bounced", "delayed"]);
    advance(HOUR_MS);
    await pollDeliveryStatus();
    expect(resend.asked).toHaveLength(4);
  });

  it("is given up after three days: what became of it stays unknown", async () => {
    const mail = await aSentMail({ sentAt: ago(3 * DAY_MS) });
    last.set(mail, "bounced");
    expect([await pollDeliveryStatus(), resend.asked, await events()]).toEqual([0, [], []]);
    await aSentMail({ sentAt: ago(3 * DAY_MS - 1) });
    await pollDeliveryStatus();
    expect(resend.asked).toHaveLength(1);
  });

  it("is not asked about when the webhook told, when it went another way, or when it is not sent", async () => {
    await tell("email.delivered", await old());
    await aSentMail({ sentAt: ago(HOUR_MS), sentVia: "fallback-smtp" });
    await aSentMail({ sentAt: ago(HOUR_MS), sentVia: "mailbox" });
    await aSentMail({ sentAt: ago(HOUR_MS), state: "dead" });
    expect([await pollDeliveryStatus(), resend.asked]).toEqual([0, []]);
  });

  it("that bounced marks who it was for, and the other is told once, also when the webhook says so later", async () => {
    const mail = await old();
    last.set(mail, "bounced");
    await pollDeliveryStatus();
    expect(await auditOf("recipient.unreachable")).toMatchObject([{ logins: ["bela"], why: "bounced" }]);
    advance(MINUTE_MS);
    await tell("email.bounced", mail, {}, new Date(NOON));
    expect((await mails("unreachable")).map(({ to }) => to)).toEqual(["anna@people.example"]);
  });

  it("and that arrived clears the mark only if it was handed over after the bounce", async () => {
    const underWay = await aSentMail({ sentAt: ago(12 * MINUTE_MS) });
    await tell("email.bounced", await aSentMail({ sentAt: ago(20 * MINUTE_MS) }), {}, ago(11 * MINUTE_MS));
    last.set(underWay, "delivered");
    await pollDeliveryStatus();
    expect(await auditOf("recipient.reachable")).toEqual([]);
    const later = await aSentMail();
    last.set(later, "delivered");
    advance(10 * MINUTE_MS);
    await pollDeliveryStatus();
    expect(await auditOf("recipient.reachable")).toMatchObject([{ logins: ["bela"] }]);
  });

  it("is asked about before those that were asked already, at most 10 in a run", async () => {
    for (let count = 0; count < 12; count++) await old();
    await pollDeliveryStatus();
    expect(resend.asked).toHaveLength(10);
    await pollDeliveryStatus();
    expect(new Set(resend.asked).size).toBe(12);
    await pollDeliveryStatus();
    expect(resend.asked).toHaveLength(12);
  });

  it.each([
    ["is asked too much (429)", refuse(429, "rate_limit_exceeded")],
    ["may only be sent with (401)", refuse(401, "restricted_api_key")],
    ["is out of order (500)", refuse(500, "internal_server_error")],
    ["hangs up", (response: ServerResponse) => response.destroy()],
  ])(
    "waits when the provider %s: nobody else is asked about in this run, and what was learned is kept",
    async (_, fault) => {
      const mail = await old();
      last.set(mail, "delivered");
      for (let count = 0; count < 3; count++) await old();
      answer = (response, id) => (id === mail ? asUsual(response, id) : fault(response));
      expect(await pollDeliveryStatus()).toBe(1);
      expect(resend.asked).toHaveLength(2);
      expect((await events()).map(({ providerId }) => providerId)).toEqual([mail]);
    },
  );

  it("that the provider does not know holds up nobody else", async () => {
    const mail = await old();
    const next = await old();
    last.set(next, "delivered");
    answer = (response, id) => (id === mail ? refuse(404, "not_found")(response) : asUsual(response, id));
    expect(await pollDeliveryStatus()).toBe(1);
    expect((await events()).map(({ providerId }) => providerId)).toEqual([next]);
  });

  it("is not waited for without end: a provider that never answers is left alone after a while", async () => {
    answer = () => {};
    const asked = await resendLastEvent(
      { apiKey: "re_of_the_tests", baseUrl: resend.url, timeoutMs: 100 },
      "mail/../1",
    );
    expect(asked).toEqual({ outcome: "stop", error: "Resend did not answer within 0.1 s." });
    expect(resend.asked).toEqual(["GET /emails/mail%2F..%2F1"]);
  });

  it("is one statement when there is none, and as many for ten as for one", async () => {
    expect(await statementsOf(pollDeliveryStatus)).toHaveLength(1);
    last.set(await old(), "delivered");
    const one = (await statementsOf(pollDeliveryStatus)).length;
    for (let count = 0; count < 10; count++) last.set(await old(), "delivered");
    expect((await statementsOf(pollDeliveryStatus)).length).toBe(one);
  });

  it("is asked about again in the next run when the answer could not be stored", async () => {
    last.set(await old(), "bounced");
    await rawRun("ALTER TABLE portal_audit_event RENAME TO portal_audit_event_away");
    await expect(pollDeliveryStatus()).rejects.toThrow();
    await rawRun("ALTER TABLE portal_audit_event_away RENAME TO portal_audit_event");
    expect(await events()).toEqual([]);
    advance(15 * MINUTE_MS);
    expect(await pollDeliveryStatus()).toBe(1);
    expect(await ownerDb().rosterEntry.findUnique({ where: { login: "bela" } })).toMatchObject({
      unreachableWhy: "bounced",
    });
  });
});
