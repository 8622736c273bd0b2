import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { escalate } from "@/lib/messaging/escalation/escalate";
import { callWebhook } from "@/lib/messaging/escalation/webhook";
import { deliverDue } from "@/lib/messaging/mail/deliver-due";
import { rendering } from "@/lib/messaging/mail/rendering";
import { deliver } from "@/lib/messaging/outbox/deliver";
import type { SendOutcome } from "@/lib/messaging/outbox/sender";
import { MINUTE_MS, SECOND_MS } from "@/lib/platform/clock";
import { aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { emptyTables, ownerDb, rawRun, testDb, useDatabase } from "@/tests/support/database";
import { queueAlertBy, queueAlertOf } from "@/tests/support/queue-alerts";
import { auditOf, expectChainHolds } from "@/tests/support/state";
import { EXAMPLES } from "@/tests/unit/mail/facts";

useDatabase();

const SECRET = `whsec_${Buffer.from("a secret of the tests, 32 bytes.").toString("base64")}`;
const LATER: SendOutcome = { outcome: "later", error: "503 for anna@people.example", retryAfterMs: null };
const REFUSED: SendOutcome = { outcome: "refused", error: "550 no such mailbox anna@people.example" };
const ACCEPTED: SendOutcome = { outcome: "accepted", providerId: null };

type Call = { headers: IncomingHttpHeaders; body: string; path: string };
const calls: Call[] = [];
let answer = (response: ServerResponse) => void response.end();
const server = createServer(async (request, response) => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  calls.push({ headers: request.headers, body: Buffer.concat(chunks).toString("utf8"), path: request.url ?? "" });
  answer(response);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/T0P5ECRET`;
Object.assign(process.env, { ALERT_WEBHOOK_URL: url, ALERT_WEBHOOK_SECRET: SECRET });
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

beforeEach(async () => {
  calls.length = 0;
  answer = (response) => void response.end();
  freezeClock(new Date().toISOString());
  await aSuperUser({ login: "anna" });
  await aSuperUser({ login: "jonas" });
});

const status = (code: number, headers = {}) => {
  answer = (response) => void response.writeHead(code, headers).end();
};
const send = (outcome: SendOutcome | ((to: string) => SendOutcome)) =>
  deliver(
    { name: "test", send: async (mail) => (typeof outcome === "function" ? outcome(mail.to) : outcome) },
    rendering,
  );
const run = () => escalate(rendering);
const data = (index = 0) => JSON.parse(calls[index]?.body ?? "{}").data;

describe("the second channel", () => {
  it("is told of every alert, also of one whose facts or logins cannot be read", async () => {
    for (const broken of [{ facts: "{ no JSON" }, { facts: "null" }, { logins: "anna" }, {}]) {
      await queueAlertOf(EXAMPLES["roster-changed"]);
      const [newest] = await testDb().message.findMany({ orderBy: { id: "desc" }, take: 1 });
      const id = newest?.id ?? expect.fail("no message");
      if ("facts" in broken) await ownerDb().message.update({ where: { id }, data: broken });
      else await ownerDb().outboxMail.updateMany({ where: { messageId: id }, data: broken });
    }
    advance(15 * MINUTE_MS);
    expect(await run()).toBe(4);
    expect(calls.map((_, index) => data(index).notReachedCount)).toEqual([2, 2, 1, 2]);
  });

  it("is asked though folding or the mails fail", async () => {
    await queueAlertBy("jonas");
    advance(15 * MINUTE_MS);
    await queueAlertBy("jonas");
    await queueAlertBy("jonas");
    advance(MINUTE_MS);
    const at = new Date();
    const broken = { state: "held", nextAttemptAt: at, recipient: "eve@people.example", address: "no address" };
    await ownerDb().outboxMail.updateMany({ where: { state: "held", address: "anna@people.example" }, data: broken });
    await rawRun("ALTER TABLE portal_outbox RENAME COLUMN claim TO claim_away");
    await expect(deliverDue()).rejects.toThrow();
    await rawRun("ALTER TABLE portal_outbox RENAME COLUMN claim_away TO claim");
    expect(calls).toHaveLength(1);
  });

  it("gets another id for another portal's alert and for another alert under the same number", async () => {
    const ids: unknown[] = [];
    for (const restored of [false, true, false]) {
      if (!restored) await emptyTables();
      await aSuperUser({ login: `su${ids.length}` });
      await queueAlertOf(EXAMPLES["roster-changed"]);
      advance(15 * MINUTE_MS);
      await run();
      ids.push(calls.at(-1)?.headers["webhook-id"]);
      await rawRun("DELETE FROM portal_escalation");
      await rawRun("DELETE FROM portal_outbox");
      await rawRun("DELETE FROM portal_message");
      await rawRun("UPDATE portal_audit_head SET seq = 0");
      await rawRun("DELETE FROM portal_audit_event");
    }
    expect(new Set(ids).size).toBe(3);
  });

  it("E15: is told once of an alert that could not be mailed for 15 minutes, and of whom it did not reach", async () => {
    await queueAlertBy("jonas");
    await send((to) => (to.startsWith("jonas") ? ACCEPTED : LATER));
    advance(15 * MINUTE_MS - 1);
    expect(await run()).toBe(0);
    advance(1);
    expect(await run()).toBe(1);
    expect(await run()).toBe(0);
    advance(20 * 60 * MINUTE_MS);
    expect(await run()).toBe(0);
    expect(calls).toHaveLength(1);
    expect(data()).toMatchObject({
      what: "Reminders set by jonas: Monthly on stats.example",
      host: "stats.example",
      notReached: ["anna"],
      notReachedCount: 1,
      link: "http://localhost:3000/alerts",
    });
    expect(await auditOf("mail.escalated")).toMatchObject([{ kind: "setting-changed", ok: true, error: null }]);
    expect(await testDb().escalation.findMany()).toMatchObject([{ state: "sent", attempts: 1 }]);
    await expectChainHolds();
  });

  it("E15: is told at once of a mail that failed for good", async () => {
    await queueAlertBy("jonas");
    await send((to) => (to.startsWith("jonas") ? ACCEPTED : REFUSED));
    expect(await run()).toBe(1);
    expect(data()).toMatchObject({ notReached: ["anna"] });
  });

  it("signs as Standard Webhooks say, and names no address and no secret", async () => {
    await queueAlertBy("jonas");
    await send(REFUSED);
    await run();
    const [call] = calls;
    if (!call) throw new Error("nobody called");
    const { headers, body } = call;
    const signed = ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) => [
      name,
      String(headers[name]),
    ]);
    expect(new Webhook(SECRET).verify(body, Object.fromEntries(signed))).toMatchObject({ type: "alert.not-delivered" });
    expect(() => new Webhook(SECRET).verify(`${body} `, Object.fromEntries(signed))).toThrow();
    expect(headers["content-type"]).toBe("application/json");
    expect(body).not.toMatch(/@people\.example|whsec_|Bearer/);
    expect(JSON.stringify(await auditOf("mail.escalated"))).not.toContain("T0P5ECRET");
  });

  it("is tried again by the ladder under the same id, and each failure is an event", async () => {
    await queueAlertBy("jonas");
    await send(REFUSED);
    status(500);
    expect(await run()).toBe(0);
    expect(await run()).toBe(0);
    expect(calls).toHaveLength(1);
    advance(7 * SECOND_MS);
    status(204);
    expect(await run()).toBe(1);
    expect(calls.map(({ headers }) => headers["webhook-id"])).toEqual(Array(2).fill(calls[0]?.headers["webhook-id"]));
    expect(await auditOf("mail.escalated")).toMatchObject([
      { ok: false, error: "ALERT_WEBHOOK_URL answered 500." },
      { ok: true },
    ]);
  });

  it("is given up after ten tries", async () => {
    await queueAlertBy("jonas");
    await send(REFUSED);
    status(500);
    for (let tries = 0; tries < 12; tries++) {
      await run();
      advance(6 * 60 * MINUTE_MS);
    }
    expect(calls).toHaveLength(10);
    expect(await testDb().escalation.findMany()).toMatchObject([{ state: "dead", attempts: 10 }]);
  });

  it("is not led elsewhere by a redirect", async () => {
    await queueAlertBy("jonas");
    await send(REFUSED);
    status(307, { location: url.replace("T0P5ECRET", "elsewhere") });
    expect(await run()).toBe(0);
    expect(calls.map(({ path }) => path)).toEqual(["/hooks/T0P5ECRET"]);
    expect(await auditOf("mail.escalated")).toMatchObject([{ error: expect.stringContaining("redirects are not") }]);
  });

  it("that does not answer is left after the time limit, and its address is in no message", async () => {
    answer = () => undefined;
    const target = { url, secret: SECRET, timeoutMs: 150 };
    expect(await callWebhook(target, "msg_1", "{}", new Date())).toBe(
      "ALERT_WEBHOOK_URL did not answer within 0.15 s.",
    );
    const nowhere = { ...target, url: "http://127.0.0.1:9/T0P5ECRET" };
    expect(await callWebhook(nowhere, "msg_1", "{}", new Date())).toBe("ALERT_WEBHOOK_URL could not be reached.");
  });

  it("hears nothing of an alert whose mails were all sent meanwhile", async () => {
    await queueAlertBy("jonas");
    await send(LATER);
    advance(15 * MINUTE_MS);
    status(500);
    await run();
    await send(ACCEPTED);
    advance(MINUTE_MS);
    status(200);
    expect(await run()).toBe(0);
    expect(calls).toHaveLength(1);
    expect(await testDb().escalation.findMany()).toMatchObject([{ state: "resolved" }]);
  });

  it("hears of no reminder, and of nothing that somebody has seen to", async () => {
    await queueAlertOf(EXAMPLES.reminder);
    await queueAlertBy("jonas");
    await send(REFUSED);
    await ownerDb().outboxMail.updateMany({ where: { kind: "setting-changed" }, data: { handledAt: new Date() } });
    expect(await run()).toBe(0);
    expect(calls).toEqual([]);
  });

  it("hears of an alert that cannot even be rendered", async () => {
    await queueAlertBy("jonas");
    await ownerDb().message.updateMany({ data: { facts: "{}" } });
    advance(15 * MINUTE_MS);
    expect(await run()).toBe(1);
    expect(data()).toMatchObject({ what: "An alert that could not be put into words (setting-changed)" });
  });

  it("is told once by three servers at once", async () => {
    for (const login of ["anna", "jonas"]) await queueAlertBy(login);
    await send(REFUSED);
    const told = await Promise.all([run(), run(), run()]);
    expect(told.reduce((sum, count) => sum + count)).toBe(2);
    expect(calls).toHaveLength(2);
  });
});
