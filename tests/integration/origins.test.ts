import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { CRON_JOBS } from "@/lib/jobs/jobs";
import { appendEvent } from "@/lib/ledger/audit/append-event";
import { GENESIS_HASH, hashEvent } from "@/lib/ledger/audit/chain";
import { exportAudit } from "@/lib/ledger/audit/export";
import { eventLine, headLine } from "@/lib/ledger/audit/export-line";
import { forgetOrigins } from "@/lib/ledger/audit/forget-origins";
import { listAudit } from "@/lib/ledger/audit/queries";
import { NO_ORIGIN, type Origin } from "@/lib/ledger/audit/schema";
import { verifyChain } from "@/lib/ledger/audit/verify";
import { verifyExport } from "@/lib/ledger/audit/verify-export";
import { doJob } from "@/lib/ledger/jobs/do-job";
import { DAY_MS, HOUR_MS } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/transaction";
import { replaceBadSettings } from "@/lib/platform/env";
import { statementsOf } from "@/tests/bench/count-statements";
import { advance, freezeClock } from "@/tests/support/clock";
import { ownerDb, rawRun, testDb, useDatabase } from "@/tests/support/database";
import { ANNA, anEvent } from "@/tests/support/events";
import { BROWSER } from "@/tests/support/people";
import { auditOf, expectChainHolds, originsOf } from "@/tests/support/state";

useDatabase();

const BEGIN = "2026-11-23T12:00:00.123Z";
const HERE: Origin = { ...BROWSER, sessionRef: "a".repeat(64) };
const TAKEN = "lost its address and browser before their time";

const signOut = (origin = HERE) => anEvent({ type: "sign-out" }, { at: new Date(), origin });
const numbersWithOrigin = async () =>
  (await testDb().auditOrigin.findMany({ orderBy: { seq: "asc" } })).map(({ seq }) => Number(seq));
const verifyFile = async () => {
  const lines: string[] = [];
  for await (const line of exportAudit(testDb(), new Date())) lines.push(line);
  return { verdict: await verifyExport(Readable.from(lines)), text: lines.join("") };
};

/** Events 1 to 3 of 200 days ago, and 4 to 6 of today; the last of each came from nowhere. */
async function oldAndNew(): Promise<void> {
  for (const days of [0, 200]) {
    freezeClock(BEGIN);
    advance(days * DAY_MS);
    await signOut();
    await signOut({ ...HERE, ip: "198.51.100.9" });
    await signOut(NO_ORIGIN);
  }
}

describe("from where an event came", () => {
  it("stands beside it under a salt of its own, the chain covers the digest, and a job's event has none", async () => {
    await signOut();
    await signOut();
    await signOut(NO_ORIGIN);
    const events = await testDb().auditEvent.findMany({ orderBy: { seq: "asc" } });
    for (const event of events) expect(event).toMatchObject({ ip: null, userAgent: null, sessionRef: null });
    expect(events.map(({ originDigest }) => originDigest)).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}$/),
      expect.stringMatching(/^[0-9a-f]{64}$/),
      null,
    ]);
    expect(events[0]?.originDigest).not.toBe(events[1]?.originDigest);
    expect(await originsOf("sign-out")).toMatchObject([HERE, HERE, {}]);
    expect(await numbersWithOrigin()).toEqual([1, 2]);
    await expectChainHolds();
  });

  it("costs one statement more than an event that came from nowhere", async () => {
    const record = (origin: Origin) =>
      statementsOf(() =>
        inTransaction((tx) => appendEvent(tx, { actor: ANNA, origin, at: new Date(), facts: { type: "sign-out" } })),
      );
    expect((await record(HERE)).length).toBe((await record(NO_ORIGIN)).length + 1);
  });

  it.each(["ip = '192.0.2.66'", "user_agent = NULL", "session_ref = 'x'", "salt = '0'"])(
    "is covered: %s is seen, in the database and in a file",
    async (edit) => {
      await signOut();
      await signOut();
      await rawRun(`UPDATE portal_audit_origin SET ${edit} WHERE seq = 2`);
      const edited = { ok: false, seq: "2", problem: "was edited" };
      expect(await verifyChain(testDb())).toEqual(edited);
      expect((await verifyFile()).verdict).toEqual(edited);
    },
  );

  it.each([
    [
      "put beside an event that has none",
      "INSERT INTO portal_audit_origin (seq, salt, ip) VALUES (3, 'x', '192.0.2.66')",
    ],
    ["put into an event", "UPDATE portal_audit_event SET ip = '192.0.2.66' WHERE seq = 3"],
    ["put into the digest", "UPDATE portal_audit_event SET origin_digest = 'x' WHERE seq = 3"],
  ])("is covered: one that is %s is seen", async (_, edit) => {
    await signOut();
    await signOut();
    await signOut(NO_ORIGIN);
    await rawRun(edit);
    expect(await verifyChain(testDb())).toEqual({ ok: false, seq: "3", problem: "was edited" });
  });
});

describe("deleting it after ORIGIN_RETENTION_DAYS", () => {
  it("takes what is older, is an event, and leaves order and content provable", async () => {
    await oldAndNew();
    expect(await forgetOrigins()).toBe(2);
    expect(await numbersWithOrigin()).toEqual([4, 5]);
    expect(await auditOf("origins.forgotten")).toEqual([
      { type: "origins.forgotten", through: 3, before: "2026-12-13T12:00:00.123Z", count: 2 },
    ]);
    await expectChainHolds();
    const { verdict, text } = await verifyFile();
    expect(verdict).toMatchObject({ ok: true });
    expect(text.match(/203\.0\.113\.7/g)).toHaveLength(1);
    const { entries } = await listAudit({ page: 1, pageSize: 10 });
    expect(entries.map(({ ip }) => ip)).toEqual([null, null, "198.51.100.9", BROWSER.ip, null, null, null]);
    await rawRun("UPDATE portal_audit_event SET facts = '{\"x\":1}' WHERE seq = 2");
    expect(await verifyChain(testDb())).toMatchObject({ ok: false, seq: "2", problem: "was edited" });
  });

  it("happens once a day, and leaves no event where nothing is deleted", async () => {
    await oldAndNew();
    expect([await forgetOrigins(), await forgetOrigins()]).toEqual([2, 0]);
    advance(181 * DAY_MS);
    await signOut();
    expect(await forgetOrigins()).toBe(2);
    await signOut();
    advance(180 * DAY_MS + HOUR_MS);
    await signOut();
    expect(await Promise.all([forgetOrigins(), forgetOrigins()])).toContain(2);
    expect(await auditOf("origins.forgotten")).toHaveLength(3);
    await expectChainHolds();
  });

  it("is done by the job of the reminders, also where no reminder is due", async () => {
    await oldAndNew();
    expect(await doJob("reminders", CRON_JOBS.reminders.work)).toMatchObject({ outcome: "done" });
    expect(await numbersWithOrigin()).toEqual([4, 5]);
  });

  it("by hand and early is seen, in the database and in a file, until it would have been due", async () => {
    await oldAndNew();
    await forgetOrigins();
    await rawRun("DELETE FROM portal_audit_origin WHERE seq = 5");
    const taken = { ok: false, seq: "5", problem: TAKEN };
    expect(await verifyChain(testDb())).toEqual(taken);
    expect((await verifyFile()).verdict).toEqual(taken);
    advance(181 * DAY_MS);
    await signOut();
    await forgetOrigins();
    await expectChainHolds();
  });

  it("is not believed of the first line of a file, which nobody hashed", async () => {
    await oldAndNew();
    await rawRun("DELETE FROM portal_audit_origin WHERE seq <= 2");
    const { text } = await verifyFile();
    const forged = text.replace('"originsForgotten":"0"', '"originsForgotten":"2"');
    expect(forged).not.toBe(text);
    expect(await verifyExport(Readable.from([forged]))).toEqual({ ok: false, seq: "1", problem: TAKEN });
  });

  it("is no false alarm for a check that runs meanwhile, and an export says that it has to be made again", async () => {
    await oldAndNew();
    const read = testDb().auditOrigin;
    /** Once the log was asked how far deleting has gone. */
    const meanwhile = new Proxy(testDb(), {
      get: (db, name) =>
        name === "auditOrigin"
          ? { findMany: (args: object) => forgetOrigins().then(() => read.findMany(args)) }
          : Reflect.get(db, name),
    });
    const lines = async () => {
      for await (const line of exportAudit(meanwhile, new Date())) expect(line).not.toBe("");
    };
    await expect(lines()).rejects.toThrow("Export again");
    expect(await testDb().auditOrigin.count()).toBe(2);
    await signOut();
    advance(200 * DAY_MS);
    expect(await verifyChain(meanwhile)).toMatchObject({ ok: true });
    expect(await testDb().auditOrigin.count()).toBe(0);
  });

  it("with 0 keeps none at all, and what was kept goes with the next run", async () => {
    await oldAndNew();
    replaceBadSettings({ ...process.env, ORIGIN_RETENTION_DAYS: "0" });
    try {
      await signOut();
      expect((await originsOf("sign-out")).at(-1)).toBeNull();
      expect(await testDb().auditEvent.findFirst({ where: { seq: 7n } })).toMatchObject({
        ip: null,
        originDigest: null,
      });
      expect(await forgetOrigins()).toBe(4);
      expect(await testDb().auditOrigin.count()).toBe(0);
      await expectChainHolds();
    } finally {
      replaceBadSettings();
    }
  });
});

it("events of before stay in the chain as they were, and those of today follow them", async () => {
  let prevHash = GENESIS_HASH;
  for (const seq of [1n, 2n]) {
    const old = {
      ...{ seq, at: new Date(BEGIN), type: "sign-out", actorType: "superUser", actorName: "anna" },
      ...{ ...HERE, facts: "{}", prevHash, originDigest: null },
    };
    prevHash = hashEvent(old);
    await ownerDb().auditEvent.create({ data: { ...old, hash: prevHash } });
  }
  await ownerDb().auditHead.update({ where: { id: 1 }, data: { seq: 2n, hash: prevHash } });
  const events = (await testDb().auditEvent.findMany({ orderBy: { seq: "asc" } })).map((event) => ({
    ...event,
    origin: null,
  }));
  const first = JSON.stringify({ format: "public-access-for-matomo/audit-log", version: 1, exportedAt: BEGIN });
  const file = [first, ...events.map((event) => eventLine(event, 1)), headLine({ seq: 2n, hash: prevHash }), ""];
  expect(await verifyExport(Readable.from([file.join("\n")]))).toMatchObject({ ok: true, events: 2 });
  await signOut();
  await expectChainHolds();
  expect((await verifyFile()).verdict).toMatchObject({ ok: true, events: 3 });
  const { entries } = await listAudit({ page: 1, pageSize: 10 });
  expect(entries.map(({ ip }) => ip)).toEqual([BROWSER.ip, BROWSER.ip, BROWSER.ip]);
  await rawRun("UPDATE portal_audit_event SET ip = '192.0.2.66' WHERE seq = 1");
  expect(await verifyChain(testDb())).toEqual({ ok: false, seq: "1", problem: "was edited" });
});
