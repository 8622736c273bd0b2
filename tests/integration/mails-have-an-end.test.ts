import { describe, expect, it } from "vitest";
import { runWithRecentAuth } from "@/lib/auth/command";
import { dismissMailCommand, sendAgainCommand } from "@/lib/domain/deliveries/commands";
import { forgetMails } from "@/lib/domain/deliveries/forget-mails";
import { readDeliveries } from "@/lib/domain/deliveries/queries";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { CRON_JOBS } from "@/lib/jobs/jobs";
import { doJob } from "@/lib/ledger/jobs/do-job";
import { deliverDue } from "@/lib/messaging/mail/deliver-due";
import { DAY_MS, MINUTE_MS, now } from "@/lib/platform/clock";
import { readStatement } from "@/lib/reports/statement/queries";
import { aSite, aSuperUser, type TestUser } from "@/tests/support/builders";
import { aMail } from "@/tests/support/builders-portal";
import { advance, freezeClock } from "@/tests/support/clock";
import { ownerDb, rawSql, testDb, useDatabase } from "@/tests/support/database";
import { publish, signIn } from "@/tests/support/people";
import { auditOf, expectChainHolds } from "@/tests/support/state";

useDatabase();

const BEGIN = "2026-03-10T12:00:00Z";
const SECRET = /people\.example|198\.51\.100|203\.0\.113|Firefox|Garden party|550 no/;

let anna: TestUser;

/** A site was published in March, and everybody got the alert; the provider said of it what it said. */
async function anOldAlert(): Promise<void> {
  freezeClock(BEGIN);
  anna = await aSuperUser({ login: "anna", email: "anna@people.example" });
  await aSuperUser({ login: "jonas", email: "jonas@people.example" });
  await runWatch();
  await publish(await signIn(anna), [await aSite({ name: "Garden party" })]);
  await deliverDue();
  await ownerDb().outboxMail.updateMany({
    data: { providerId: "at-resend/1", lastError: "550 no jonas@people.example" },
  });
  const detail = "550 no jonas@people.example";
  const said = { fate: "delivered", recipient: "jonas@people.example", at: now(), receivedAt: now(), detail };
  await ownerDb().mailEvent.create({ data: { id: "x", providerId: "at-resend/1", ...said } });
}

const stored = async () =>
  JSON.stringify(
    await Promise.all(["message", "outbox", "mail_event"].map((table) => rawSql(`SELECT * FROM portal_${table}`))),
    (_, value) => (typeof value === "bigint" ? Number(value) : value),
  );

describe("mails that are older than MAIL_RETENTION_DAYS", () => {
  it("say nothing any more and name no address; that, when, about what and for whom they were sent stays", async () => {
    await anOldAlert();
    const kept = { id: true, eventKey: true, kind: true, logins: true, state: true, createdAt: true, sentAt: true };
    const before = await testDb().outboxMail.findMany({ select: kept });
    expect(await stored()).toMatch(SECRET);
    advance(179 * DAY_MS);
    expect(await forgetMails()).toBe(0);
    advance(2 * DAY_MS);
    expect(await forgetMails()).toBe(1);
    expect(await stored()).not.toMatch(SECRET);
    expect(await testDb().outboxMail.findMany({ select: kept })).toEqual(before);
    expect(before).toHaveLength(2);
    expect(await auditOf("mails.forgotten")).toEqual([
      { type: "mails.forgotten", before: "2026-03-11T12:00:00.000Z", count: 1 },
    ]);
    expect(await forgetMails()).toBe(0);
    expect(await auditOf("mails.forgotten")).toHaveLength(1);
    await expectChainHolds();
  });

  it("are told in the monthly statement as before", async () => {
    await anOldAlert();
    advance(200 * DAY_MS);
    const before = await readStatement("2026-03");
    expect(before?.tellings[0]).toMatchObject({ recipients: 2, accepted: 2, delivered: 2 });
    await forgetMails();
    expect((await readStatement("2026-03"))?.tellings).toEqual(before?.tellings);
  });

  it("are left while they wait to go out", async () => {
    freezeClock(BEGIN);
    for (const state of ["held", "due"]) await aMail({ state, createdAt: now() });
    advance(400 * DAY_MS);
    expect(await forgetMails()).toBe(0);
    expect(await testDb().outboxMail.count({ where: { address: "anna@people.example" } })).toBe(2);
  });

  it("need attention as before if they failed and nobody has seen to them, and can only be dismissed", async () => {
    await anOldAlert();
    const failed = await testDb().outboxMail.findFirstOrThrow({ orderBy: { id: "desc" } });
    await ownerDb().outboxMail.update({ where: { id: failed.id }, data: { state: "dead" } });
    advance(200 * DAY_MS);
    await forgetMails();
    const { mails } = await readDeliveries({ page: 1, show: "attention" });
    expect(mails).toMatchObject([
      { id: String(failed.id), address: "", subject: null, logins: ["jonas"], isForgotten: true, needsAttention: true },
    ]);
    const { context } = await signIn(anna);
    const mailId = String(failed.id);
    expect(await runWithRecentAuth(sendAgainCommand, context, { mailId })).toMatchObject({
      ok: false,
      code: "mail_gone",
    });
    const note = "told on the phone";
    expect(await runWithRecentAuth(dismissMailCommand, context, { mailId, note })).toMatchObject({ ok: true });
  });

  it("are emptied by the job of the reminders, and break no delivery of today", async () => {
    await anOldAlert();
    advance(200 * DAY_MS);
    expect(await doJob("reminders", CRON_JOBS.reminders.work)).toMatchObject({ outcome: "done" });
    expect(await auditOf("mails.forgotten")).toHaveLength(1);
    advance(5 * MINUTE_MS);
    await publish(await signIn(anna), [await aSite({ name: "Library" })]);
    await deliverDue();
    expect(await testDb().outboxMail.count({ where: { state: { not: "sent" } } })).toBe(0);
  });
});
