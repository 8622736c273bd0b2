import type { ServerResponse } from "node:http";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { SeenFinding } from "@/lib/domain/findings/policy";
import { recordFindings } from "@/lib/domain/findings/record-findings";
import { runReminders } from "@/lib/domain/reminders/run-reminders";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { deliverDue } from "@/lib/messaging/mail/deliver-due";
import { rendering } from "@/lib/messaging/mail/rendering";
import { resendSender } from "@/lib/messaging/mail/resend-sender";
import { deliver } from "@/lib/messaging/outbox/deliver";
import { beginInstallation } from "@/lib/messaging/outbox/identity";
import type { Sender } from "@/lib/messaging/outbox/sender";
import { DAY_MS, HOUR_MS, MINUTE_MS, now, SECOND_MS } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/transaction";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { emptyTables, rawRun, testDb, useDatabase } from "@/tests/support/database";
import { backUp, putBack } from "@/tests/support/every-change/back-up";
import { queueAlertBy, queueAlertOf } from "@/tests/support/queue-alerts";
import { startResendServer } from "@/tests/support/resend-server";
import { auditOf, expectChainHolds, mails } from "@/tests/support/state";
import { EXAMPLES } from "@/tests/unit/mail/facts";

useDatabase();

type Behaviour =
  | "429"
  | "500"
  | "409"
  | "409 not yet"
  | "409 unnamed"
  | "hangs"
  | "takes and hangs"
  | "takes and drops"
  | "drops"
  | "422"
  | "quota";

/** So many requests within any second of the (frozen) clock, said with each answer as Resend says it. */
class Limit {
  readonly asked: number[] = [];
  refused: number[] = [];
  constructor(
    readonly perSecond: number,
    /** requests that somebody else makes under the same key, after each of ours */
    readonly ofOthers = 0,
  ) {}

  admits(response: ServerResponse): boolean {
    const at = Date.now();
    const recent = this.asked.filter((one) => one > at - SECOND_MS);
    const isAdmitted = recent.length < this.perSecond;
    if (isAdmitted) recent.push(at);
    response.setHeader("ratelimit-limit", this.perSecond);
    response.setHeader("ratelimit-remaining", this.perSecond - recent.length);
    response.setHeader("ratelimit-reset", 1);
    if (!isAdmitted) response.setHeader("retry-after", 1);
    if (isAdmitted) this.asked.push(...Array(1 + this.ofOthers).fill(at));
    else this.refused.push(at);
    return isAdmitted;
  }
}

/** What the provider does with the next requests, by mailbox; it accepts after the last. */
const plan = new Map<string, Behaviour[]>();
let limit: Limit | undefined;
const asked: { key: string; to: string }[] = [];

const provider = await startResendServer(({ key, to }, accept, { response, take, refuse }) => {
  if (limit) return limit.admits(response) ? accept() : refuse(429, "rate_limit_exceeded");
  asked.push({ key, to });
  const behaviour = plan.get(to)?.shift();
  if (behaviour?.startsWith("takes")) take();
  switch (behaviour) {
    case "429":
      response.setHeader("retry-after", "1");
      return refuse(429, "rate_limit_exceeded");
    case "500":
      return refuse(500, "internal_server_error");
    case "409":
      return refuse(409, "invalid_idempotent_request");
    case "409 unnamed":
      return refuse(409, "");
    case "409 not yet":
      return refuse(409, "concurrent_idempotent_requests");
    case "422":
      return refuse(422, "validation_error");
    case "quota":
      return refuse(429, "daily_quota_exceeded");
    case "drops":
    case "takes and drops":
      return void response.destroy();
    case "hangs":
    case "takes and hangs":
      return undefined;
    default:
      return accept();
  }
});
Object.assign(process.env, { MAIL_TRANSPORT: "resend", RESEND_API_KEY: "key", RESEND_BASE_URL: provider.url });
Object.assign(process.env, { MAIL_REPLY_TO: "security@portal.example" });
afterAll(provider.stop);

beforeEach(() => {
  plan.clear();
  limit = undefined;
  asked.length = 0;
  provider.forget();
  freezeClock("2026-11-23T12:00:00Z");
});

async function superUsers(count: number): Promise<void> {
  for (let index = 0; index < count; index++) await aSuperUser({ login: `su${String(index).padStart(3, "0")}` });
}

const mailbox = (index: number) => `su${String(index).padStart(3, "0")}@people.example`;
const taken = () => [...provider.taken.values()].map((mail) => mail.to.join()).sort();

/** One cron run after another, as if the pauses of the ladder were over each time, until nothing waits any more. */
async function untilNothingWaits(): Promise<void> {
  for (let run = 0; (await testDb().outboxMail.count({ where: { state: "due" } })) > 0; run++) {
    if (run > 30) throw new Error("mails wait for ever");
    await deliverDue({ escalate: false });
    await rawRun("UPDATE portal_outbox SET next_attempt_at = created_at WHERE state = 'due'");
  }
}

const pause = async (ms: number) => advance(ms);
const sender = () => resendSender({ apiKey: "key", from: "alerts@portal.example", baseUrl: provider.url });

describe("a provider with faults", () => {
  it("E10: that answers 429, 500, hangs, takes mails without an answer and drops the connection gets each mail once", {
    timeout: 60_000,
  }, async () => {
    const faults: Behaviour[][] = [
      ["429", "500"],
      ["500", "drops", "500"],
      ["hangs"],
      ["takes and hangs"],
      ["takes and drops", "500", "takes and drops"],
      ["drops", "429", "429", "takes and drops"],
    ];
    // The pauses that the provider asks for are real ones here.
    vi.useRealTimers();
    await superUsers(faults.length);
    for (const [index, behaviours] of faults.entries()) plan.set(mailbox(index), [...behaviours]);
    await queueAlertBy("su000");
    await untilNothingWaits();
    expect(taken()).toEqual(faults.map((_, index) => mailbox(index)));
    expect((await mails()).map(({ state }) => state)).toEqual(faults.map(() => "sent"));
    expect([...plan.values()].flat()).toEqual([]);
    const doubts = (await auditOf("mail.failed")).filter(({ error }) =>
      error.includes("may have arrived all the same"),
    );
    expect(doubts.length, "a mail whose answer never came says so").toBeGreaterThanOrEqual(4);
    await expectChainHolds();
  });

  it("E8, E11: that refuses 1 of 5 mails for good gets the 4 others at once, and the one is never tried again", async () => {
    await superUsers(5);
    plan.set(mailbox(2), ["422"]);
    await queueAlertBy("su000");
    expect(await deliverDue({ escalate: false })).toMatchObject({ sent: 4, failed: 1 });
    expect(await testDb().outboxMail.findMany({ where: { state: "dead" } })).toMatchObject([
      { recipient: mailbox(2), attempts: 1 },
    ]);
    advance(60 * MINUTE_MS);
    expect(await deliverDue({ escalate: false })).toMatchObject({ sent: 0, failed: 0 });
  });

  it("E9: whose quota is used up is tried again by the ladder, not every second", async () => {
    await superUsers(1);
    plan.set(mailbox(0), ["quota", "quota"]);
    await queueAlertBy("su000");
    await deliverDue({ escalate: false });
    expect(await testDb().outboxMail.findMany()).toMatchObject([{ attempts: 1, state: "due" }]);
  });
});

describe("a provider that allows 2 requests a second", () => {
  it("E6, E7: gets the mails of 101 Super Users, each once and by itself, and never has to say no", {
    timeout: 60_000,
  }, async () => {
    await superUsers(101);
    await queueAlertBy("su000");
    limit = new Limit(2);
    const began = Date.now();
    expect(await deliver(sender(), rendering, { pause })).toEqual({ sent: 101, retried: 0, failed: 0 });
    expect(limit.refused).toEqual([]);
    expect(taken()).toEqual(Array.from({ length: 101 }, (_, index) => mailbox(index)));
    expect(provider.taken.size).toBe(101);
    expect(Date.now() - began).toBeGreaterThanOrEqual(49 * SECOND_MS);
    expect(Date.now() - began).toBeLessThan(60 * SECOND_MS);
  });

  it("E6: and to whom somebody else talks too is left alone for each pause it asks for; nothing counts as a try", {
    timeout: 60_000,
  }, async () => {
    await superUsers(20);
    await queueAlertBy("su000");
    limit = new Limit(2, 2);
    expect(await deliver(sender(), rendering, { pause })).toEqual({ sent: 20, retried: 0, failed: 0 });
    expect(limit.refused.length, "a pause is kept by all that wait for it").toBeLessThanOrEqual(20);
    expect(new Set(limit.refused).size, "never asked twice during one pause").toBe(limit.refused.length);
    expect(await testDb().outboxMail.count({ where: { attempts: 1, state: "sent" } })).toBe(20);
  });

  it("E6: and asks for a long pause keeps every mail for after it, at the cost of one request", async () => {
    await superUsers(60);
    await queueAlertBy("su000");
    let asked = 0;
    const resting = {
      name: "resting",
      send: async () => {
        asked++;
        return { outcome: "later", error: "429", retryAfterMs: 10 * MINUTE_MS } as const;
      },
    };
    await deliver(resting, rendering, { pause });
    expect(asked).toBe(1);
    expect(await testDb().outboxMail.count({ where: { state: "due", attempts: 0, claim: null } })).toBe(60);
    advance(10 * MINUTE_MS);
    expect(await deliver(sender(), rendering, { pause })).toMatchObject({ sent: 60 });
  });
});

it("E38: a run hands nothing over after 80 % of its time, keeps no claim, and the next one goes on", async () => {
  await superUsers(40);
  await queueAlertBy("su000");
  const slow = {
    name: "slow",
    send: async () => {
      advance(SECOND_MS);
      return { outcome: "accepted", providerId: null } as const;
    },
  };
  const { sent } = await deliver(slow, rendering, { budgetMs: 10 * SECOND_MS });
  expect(sent).toBeGreaterThanOrEqual(8);
  expect(sent).toBeLessThanOrEqual(8 + 4);
  expect(await testDb().outboxMail.count({ where: { claim: { not: null } } })).toBe(0);
  expect(await deliver(slow, rendering)).toMatchObject({ sent: 40 - sent });
});

it("E5: the last try is made within 20 hours under the first key; what the provider then says is the end", {
  timeout: 60_000,
}, async () => {
  await superUsers(1);
  plan.set(mailbox(0), ["takes and drops", ...Array<Behaviour>(8).fill("500")]);
  await queueAlertBy("su000");
  const began = Date.now();
  await untilNothingWaitsAtAll();
  expect(Date.now() - began).toBeLessThan(20 * 60 * MINUTE_MS);
  expect(taken()).toEqual([mailbox(0)]);
  expect(await testDb().outboxMail.findMany()).toMatchObject([{ state: "sent", attempts: 10, providerId: "mail-0" }]);
});

/** As above, but each time as late as the mail allows. */
async function untilNothingWaitsAtAll(): Promise<void> {
  for (;;) {
    await deliverDue({ escalate: false });
    const [waiting] = await testDb().outboxMail.findMany({ where: { state: "due" } });
    if (!waiting) return;
    advance(waiting.nextAttemptAt.getTime() - Date.now());
  }
}

describe("a mail's identity", () => {
  const untilAllIsSent = async () => {
    await untilNothingWaits();
    expect((await mails()).map(({ state }) => state)).not.toContain("dead");
  };
  const subjects = () => [...provider.taken.values()].map(({ subject }) => subject);
  const site = (name: string) => ({ id: 7, name, url: "https://shop.example", link: "https://portal.example" });

  it("is no other mail's after the portal's tables were put back: alerts about other sites go out", async () => {
    await superUsers(3);
    await backUp();
    await queueAlertOf({ ...EXAMPLES["public-outside"], total: 1, sites: [site("Shop")] });
    await untilAllIsSent();
    await putBack();
    await queueAlertOf({ ...EXAMPLES["public-outside"], total: 1, sites: [site("Press")] });
    await untilAllIsSent();
    expect(subjects().filter((subject) => subject.includes("Shop"))).toHaveLength(3);
    expect(subjects().filter((subject) => subject.includes("Press"))).toHaveLength(3);
  });

  it("comes back with a restore: a mail that went out since goes out once, also in a new installation", async () => {
    await superUsers(2);
    await queueAlertBy("su000");
    await backUp();
    await untilAllIsSent();
    for (const begins of [false, true]) {
      await putBack();
      if (begins) await inTransaction((tx) => beginInstallation(tx, now()));
      await untilAllIsSent();
    }
    expect(asked).toHaveLength(6);
    expect(taken()).toEqual([mailbox(0), mailbox(1)]);
  });

  it("is that of one portal: another with the same Super Users on the same account sends the same period's reminder", async () => {
    for (const portal of ["Agency", "Staging"]) {
      await emptyTables();
      await superUsers(2);
      await anonymousAccess(await aSite({ name: portal }));
      await runWatch();
      advance(8 * DAY_MS);
      await runReminders();
      freezeClock("2026-12-01T12:00:00Z");
      await untilAllIsSent();
      expect(new Set((await mails()).map(({ kind }) => kind))).toEqual(new Set(["baseline", "reminder"]));
      freezeClock("2026-11-23T12:00:00Z");
    }
    expect(taken()).toEqual([0, 0, 0, 0, 1, 1, 1, 1].map(mailbox));
  });

  it.each(["409", "409 unnamed"] as const)(
    "is a new one if the provider has another mail under its key: it goes out at once, and the audit log says so (%s)",
    async (answer) => {
      await superUsers(2);
      plan.set(mailbox(0), [answer]);
      await queueAlertBy("su000");
      expect(await deliverDue({ escalate: false })).toMatchObject({ sent: 2, retried: 1, failed: 0 });
      expect(taken()).toEqual([mailbox(0), mailbox(1)]);
      const keys = asked.filter(({ to }) => to === mailbox(0)).map(({ key }) => key);
      expect(new Set(keys).size).toBe(2);
      expect(await auditOf("mail.failed")).toMatchObject([
        { logins: ["su000"], final: false, error: expect.stringContaining("sent again under a new key") },
      ]);
      await expectChainHolds();
    },
  );

  it("is never refused for good, however often the provider says that a key is taken", async () => {
    await superUsers(1);
    plan.set(mailbox(0), Array<Behaviour>(25).fill("409"));
    await queueAlertBy("su000");
    await untilAllIsSent();
    expect(taken()).toEqual([mailbox(0)]);
    expect(asked).toHaveLength(26);
  });

  it("is kept while the provider is still at the first try", async () => {
    await superUsers(1);
    plan.set(mailbox(0), ["409 not yet"]);
    await queueAlertBy("su000");
    await untilAllIsSent();
    expect(new Set(asked.map(({ key }) => key)).size).toBe(1);
    expect(taken()).toEqual([mailbox(0)]);
  });

  it("of a mail that an older version queued is the old key, with the old bytes, until that is another mail's", async () => {
    await superUsers(2);
    plan.set(mailbox(0), ["takes and drops"]);
    plan.set(mailbox(1), ["409"]);
    await queueAlertBy("su000");
    const [mail] = await testDb().outboxMail.findMany();
    await rawRun("UPDATE portal_outbox SET identity = NULL");
    await untilAllIsSent();
    expect(taken()).toEqual([mailbox(0), mailbox(1)]);
    const keysOf = (to: string) => [...new Set(asked.filter((one) => one.to === to).map(({ key }) => key))];
    expect(keysOf(mailbox(0))).toEqual([`${mail?.eventKey}/${mail?.kind}/${mailbox(0)}`]);
    expect(keysOf(mailbox(1))).toEqual([
      `${mail?.eventKey}/${mail?.kind}/${mailbox(1)}`,
      expect.stringMatching(/^[0-9a-f/]+$/),
    ]);
    const [first] = [...provider.taken.values()].filter(({ to }) => to.includes(mailbox(0)));
    expect(first?.headers).toEqual({ "Auto-Submitted": "auto-generated" });
    expect(first?.reply_to).toBeUndefined();
  });
});

it("a run whose claim is over writes nothing of what another run has sent meanwhile", async () => {
  await superUsers(3);
  await queueAlertBy("su000");
  let overtaken = false;
  const slow: Sender = {
    name: "slow",
    send: async (mail) => {
      if (!overtaken) {
        overtaken = true;
        advance(5 * MINUTE_MS);
        await deliverDue({ escalate: false });
      }
      return { outcome: "later", error: `too late for ${mail.to}`, retryAfterMs: null };
    },
  };
  expect(await deliver(slow, rendering)).toEqual({ sent: 0, retried: 0, failed: 0 });
  expect((await mails()).map(({ state }) => state)).toEqual(["sent", "sent", "sent"]);
  expect(await auditOf("mail.failed")).toEqual([]);
  expect(await auditOf("mail.sent")).toMatchObject([{ count: 3 }]);
});

describe("mail programs", () => {
  const heads = () => [...provider.taken.values()].map(({ headers }) => headers);
  const readable = (siteId: number) =>
    ({ kind: "readable-though-private", subject: String(siteId), detail: "" }) as const;
  const nothing = { opened: [], changed: [], closed: [] };
  const record = (drift: { opened?: SeenFinding[]; closed?: SeenFinding[] }) =>
    inTransaction((tx) => recordFindings(tx, { ...nothing, ...drift }, now(), { job: "probe" }));

  it("show what was found and that it is over as one thread, and each other thing as another", async () => {
    await superUsers(1);
    const [shop, press] = [await aSite(), await aSite()];
    await record({ opened: [readable(shop)] });
    await deliverDue({ escalate: false });
    advance(HOUR_MS);
    await record({ opened: [readable(press)] });
    await deliverDue({ escalate: false });
    advance(HOUR_MS);
    await record({ closed: [readable(shop)] });
    await deliverDue({ escalate: false });
    const [first, second, over] = heads();
    expect(first?.References).toMatch(/^<\S+>$/);
    expect(second?.References).not.toBe(first?.References);
    expect(over?.References).toBe(first?.References);
    expect(over?.["In-Reply-To"]).toBe(first?.References);
  });

  it("show that a site became public outside and that it is private again as one thread", async () => {
    await superUsers(1);
    await runWatch();
    const site = await aSite();
    await anonymousAccess(site);
    await runWatch();
    advance(5 * MINUTE_MS);
    await rawRun("DELETE FROM `matomo_access` WHERE idsite = ?", [site]);
    for (let watch = 0; watch < 3; watch++) {
      await runWatch();
      advance(5 * MINUTE_MS);
    }
    await deliverDue({ escalate: false });
    const references = heads().map(({ References }) => References);
    expect(references).toHaveLength(2);
    expect(references[0]).toBe(references[1]);
  });

  it("show every mail in the portal's list, and let answers go where they are read", async () => {
    await superUsers(1);
    await queueAlertBy("su000");
    await deliverDue({ escalate: false });
    const [mail] = [...provider.taken.values()];
    expect(mail?.headers["List-Id"]).toBe("Public Access alerts <alerts.public-access.3000.localhost>");
    expect(mail?.reply_to).toBe("security@portal.example");
  });
});
