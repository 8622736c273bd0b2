import { beforeEach, describe, expect, it } from "vitest";
import { POST } from "@/app/api/webhooks/resend/route";
import { readDeliveries } from "@/lib/domain/deliveries/queries";
import { ALONE, writeCountedRefusals } from "@/lib/ledger/audit/record-refusal";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "@/lib/platform/clock";
import { statementsOf } from "@/tests/bench/count-statements";
import { aSuperUser } from "@/tests/support/builders";
import { advance } from "@/tests/support/clock";
import { ownerDb, rawRun, testDb, useDatabase } from "@/tests/support/database";
import { BROWSER } from "@/tests/support/people";
import {
  aSentMail,
  BELA,
  eventBody,
  events,
  fatesOf,
  HARD,
  markOf,
  minutesAgo,
  NOON,
  post,
  see,
  signatureOf,
  tell,
  threePeopleAtNoon,
  told,
  WEBHOOK_SECRET,
} from "@/tests/support/provider-events";
import { auditOf, expectChainHolds, mails, originsOf } from "@/tests/support/state";

useDatabase();
Object.assign(process.env, {
  MAIL_TRANSPORT: "resend",
  RESEND_API_KEY: "re_of_the_tests",
  RESEND_WEBHOOK_SECRET: WEBHOOK_SECRET,
});

beforeEach(threePeopleAtNoon);

describe("E16: a report about a mail", () => {
  it("that is signed is kept: the mail, the mailbox, both times and the provider's words", async () => {
    const mail = await aSentMail({ sentAt: minutesAgo(2) });
    const body = eventBody("email.bounced", mail, HARD, minutesAgo(1));
    expect(await post(body, signatureOf(body, "msg_1"))).toEqual({ status: 200, outcome: "taken" });
    expect(await events()).toEqual([
      {
        id: "msg_1",
        providerId: mail,
        fate: "bounced",
        recipient: BELA,
        at: minutesAgo(1),
        receivedAt: new Date(NOON),
        detail: "Permanent: General: 550 5.1.1 user unknown",
      },
    ]);
    await expectChainHolds();
  });

  it("comes to the route without cookie or Origin", async () => {
    const body = eventBody("email.delivered", await aSentMail());
    const headers = signatureOf(body, "msg_1");
    const response = await POST(
      new Request("http://localhost:3000/api/webhooks/resend", { method: "POST", headers, body }),
    );
    expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(await fatesOf()).toEqual(["delivered"]);
  });

  const OTHER_SECRET = `whsec_${Buffer.from("some other secret of 24b").toString("base64")}`;
  type Forgery = (body: string) => { body?: string; headers: Record<string, string> };
  const forgeries: [string, Forgery][] = [
    ["without any signature", () => ({ headers: {} })],
    ["signed with another secret", (body) => ({ headers: signatureOf(body, "msg_1", new Date(), OTHER_SECRET) })],
    ["with one more space in the body", (body) => ({ body: `${body} `, headers: signatureOf(body, "msg_1") })],
    ["with the id of another", (body) => ({ headers: { ...signatureOf(body, "msg_1"), "svix-id": "msg_2" } })],
    ["signed 301 s ago", (body) => ({ headers: signatureOf(body, "msg_1", new Date(Date.now() - 301 * SECOND_MS)) })],
    ["signed in 301 s", (body) => ({ headers: signatureOf(body, "msg_1", new Date(Date.now() + 301 * SECOND_MS)) })],
    [
      "with its time moved into the window",
      (body) => ({
        headers: {
          ...signatureOf(body, "msg_1", new Date(Date.now() - HOUR_MS)),
          "svix-timestamp": String(Math.floor(Date.now() / SECOND_MS)),
        },
      }),
    ],
    [
      "with a time that is no number",
      (body) => ({ headers: { ...signatureOf(body, "msg_1"), "svix-timestamp": "now" } }),
    ],
    ["with half a signature", (body) => ({ headers: { ...signatureOf(body, "msg_1"), "svix-signature": "v1," } })],
    [
      "with a signature of another version",
      (body) => {
        const headers = signatureOf(body, "msg_1");
        return { headers: { ...headers, "svix-signature": headers["svix-signature"]?.replace("v1,", "v2,") ?? "" } };
      },
    ],
  ];
  it.each(forgeries)("%s is refused with 401, and nothing is written but the refusal", async (_, forge) => {
    const mail = await aSentMail();
    const { body = eventBody("email.bounced", mail, HARD), headers } = forge(eventBody("email.bounced", mail, HARD));
    expect(await post(body, headers)).toEqual({ status: 401, outcome: "refused" });
    expect(await events()).toEqual([]);
    expect(await markOf("bela")).toBeNull();
    expect(await mails("unreachable")).toEqual([]);
    expect(await auditOf("webhook.refused")).toEqual([
      { type: "webhook.refused", reason: expect.stringMatching(/^webhooks\/resend: [A-Z][A-Za-z ]+$/) },
    ]);
    const event = await testDb().auditEvent.findFirstOrThrow({ where: { type: "webhook.refused" } });
    expect(event).toMatchObject({ actorType: "visitor" });
    expect(await originsOf("webhook.refused")).toMatchObject([{ ip: BROWSER.ip }]);
  });

  it.each([-299, 299])("signed %d s away is believed, and so is one of several signatures", async (seconds) => {
    const body = eventBody("email.delivered", await aSentMail());
    const headers = signatureOf(body, "msg_1", new Date(Date.now() + seconds * SECOND_MS));
    const signatures = `v1,bm9uc2Vuc2U= ${headers["svix-signature"]}`;
    expect(await post(body, { ...headers, "svix-signature": signatures })).toMatchObject({ status: 200 });
    expect(await fatesOf()).toEqual(["delivered"]);
  });

  it("that is forged again and again fills no log: a few refusals a minute are events, the others are counted", async () => {
    const body = eventBody("email.bounced", await aSentMail(), HARD);
    for (let count = 0; count < ALONE.visitor + 60; count++) await post(body, {});
    await writeCountedRefusals();
    expect(await auditOf("webhook.refused")).toHaveLength(ALONE.visitor);
    expect(await auditOf("refusals.counted")).toMatchObject([{ kind: "webhook.refused", times: 60 }]);
    expect(await events()).toEqual([]);
  });

  it.each([
    ["a kind that tells nothing of a mail's fate", "email.opened", {}],
    ["a kind that nobody knows yet", "email.frozen", {}],
    ["one about something else", "domain.updated", { email_id: undefined }],
  ])("of %s is taken and ignored", async (_, type, data) => {
    expect(await tell(type, await aSentMail(), data)).toEqual({ status: 200, outcome: "ignored" });
    expect(await events()).toEqual([]);
  });

  it.each(["", "no JSON", "null", "[]", '{"type":"email.bounced"}', '{"type":5,"data":{"email_id":["x"]}}'])(
    "whose signed body is %j is taken and ignored",
    async (body) => {
      expect(await post(body, signatureOf(body, "msg_1"))).toEqual({ status: 200, outcome: "ignored" });
      expect(await auditOf("webhook.refused")).toEqual([]);
    },
  );

  it("of another program that sends through the same account is ignored, to whomever it was", async () => {
    expect(await tell("email.bounced", "mail-of-another", { to: [BELA], ...HARD })).toEqual({
      status: 200,
      outcome: "ignored",
    });
    expect(await events()).toEqual([]);
    expect(await markOf("bela")).toBeNull();
  });
});

describe("E17: of several reports about one mail", () => {
  it("the same one twice changes nothing", async () => {
    const mail = await aSentMail();
    const body = eventBody("email.bounced", mail, HARD);
    await post(body, signatureOf(body, "msg_1"));
    const before = [await events(), await mails(), await testDb().auditEvent.count()];
    advance(2 * HOUR_MS);
    expect(await post(body, signatureOf(body, "msg_1"))).toEqual({ status: 200, outcome: "ignored" });
    expect([await events(), await mails(), await testDb().auditEvent.count()]).toEqual(before);
  });

  it("twenty copies of one at the same moment are one", async () => {
    const body = eventBody("email.bounced", await aSentMail(), HARD);
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(body, signatureOf(body, "msg_1"))));
    expect(answers.filter(({ outcome }) => outcome === "taken")).toHaveLength(1);
    expect(await fatesOf()).toEqual(["bounced"]);
    expect(await told()).toEqual(["anna", "cleo"]);
  });

  it("delivered after bounced keeps both with their times, and the person stays unreachable", async () => {
    const mail = await aSentMail({ sentAt: minutesAgo(10) });
    await tell("email.bounced", mail, HARD, minutesAgo(5));
    advance(MINUTE_MS);
    await tell("email.delivered", mail, {}, minutesAgo(1));
    expect((await events()).map(({ fate, at }) => [fate, at.toISOString()])).toEqual([
      ["bounced", "2026-11-24T11:55:00.000Z"],
      ["delivered", "2026-11-24T12:00:00.000Z"],
    ]);
    expect(await markOf("bela")).toEqual(["2026-11-24T11:55:00.000Z", "bounced"]);
  });

  it("a moment that the provider puts into the future counts as now", async () => {
    await tell("email.bounced", await aSentMail(), HARD, new Date(Date.now() + DAY_MS));
    expect((await events()).map(({ at }) => at)).toEqual([new Date(NOON)]);
  });
});

describe("E18: the webhook", () => {
  it("answers 503 when it cannot store a report, so that the provider tells it again; a day later nothing is lost", async () => {
    const body = eventBody("email.bounced", await aSentMail({ sentAt: minutesAgo(1) }), HARD);
    await rawRun("ALTER TABLE portal_mail_event RENAME TO portal_mail_event_away");
    expect(
      await post(body, signatureOf(body, "msg_1")).finally(() =>
        rawRun("ALTER TABLE portal_mail_event_away RENAME TO portal_mail_event"),
      ),
    ).toEqual({ status: 503, outcome: "try_again" });
    expect(await markOf("bela")).toBeNull();
    advance(DAY_MS);
    expect(await post(body, signatureOf(body, "msg_1"))).toEqual({ status: 200, outcome: "taken" });
    expect((await events()).map(({ at }) => at)).toEqual([new Date(NOON)]);
    expect(await markOf("bela")).toEqual([new Date(NOON).toISOString(), "bounced"]);
  });

  it("was down for a day: until then the page says that nothing is known, and then what was told late", async () => {
    const mail = await aSentMail();
    advance(DAY_MS - MINUTE_MS);
    const page = () => readDeliveries({ page: 1, show: "all" });
    const meanwhile = await page();
    expect(meanwhile.mails).toMatchObject([{ state: "sent", sentVia: "resend", fate: null, history: [] }]);
    expect(meanwhile).toMatchObject({ feedback: "webhook" });
    expect(meanwhile.people.map(({ login, reach, why }) => [login, reach, why])).toContainEqual([
      ...["bela", "unknown", "provider-silent"],
    ]);
    await tell("email.delivered", mail, {}, new Date(NOON));
    expect((await page()).mails).toMatchObject([{ fate: { fate: "delivered", at: new Date(NOON).toISOString() } }]);
  });

  it("stores all of a report or nothing", async () => {
    const body = eventBody("email.bounced", await aSentMail(), HARD);
    await rawRun("ALTER TABLE portal_audit_event RENAME TO portal_audit_event_away");
    expect(
      await post(body, signatureOf(body, "msg_1")).finally(() =>
        rawRun("ALTER TABLE portal_audit_event_away RENAME TO portal_audit_event"),
      ),
    ).toMatchObject({ status: 503 });
    expect([await events(), await markOf("bela"), await told()]).toEqual([[], null, []]);
  });

  it("has a report told again that came before the mail was noted as sent", async () => {
    const mail = await aSentMail();
    const inHand = {
      state: "due",
      sentAt: null,
      providerId: null,
      claim: "run",
      claimedUntil: new Date(Date.now() + 1),
    };
    await ownerDb().outboxMail.updateMany({ data: inHand });
    const body = eventBody("email.suppressed", mail);
    expect(await post(body, signatureOf(body, "msg_1"))).toEqual({ status: 503, outcome: "try_again" });
    await ownerDb().outboxMail.updateMany({
      data: { state: "sent", sentAt: new Date(), providerId: mail, claim: null, claimedUntil: null },
    });
    advance(5 * SECOND_MS);
    expect(await post(body, signatureOf(body, "msg_1"))).toEqual({ status: 200, outcome: "taken" });
    expect(await fatesOf()).toEqual(["suppressed"]);
  });

  it("takes as many statements for a bounce among 300 Super Users as among 3, and well below 15 s", async () => {
    const bounce = async (login: string) => {
      const mail = await aSentMail({ to: `${login}@people.example`, login });
      return (await statementsOf(async () => expect((await tell("email.bounced", mail, HARD)).status).toBe(200)))
        .length;
    };
    const few = await bounce("bela");
    for (let number = 0; number < 297; number++) await aSuperUser({ login: `user${number}` });
    await see();
    const begun = performance.now();
    expect(await bounce("cleo")).toBe(few);
    expect(performance.now() - begun).toBeLessThan(5 * SECOND_MS);
    expect((await mails("unreachable")).length).toBe(2 + 299);
  });
});
