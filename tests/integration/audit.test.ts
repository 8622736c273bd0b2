import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runJob } from "@/lib/jobs/run-job";
import { GENESIS_HASH, hashEvent } from "@/lib/ledger/audit/chain";
import { exportAudit } from "@/lib/ledger/audit/export";
import { listAudit } from "@/lib/ledger/audit/queries";
import { ALONE, recordRefusal, writeCountedRefusals } from "@/lib/ledger/audit/record-refusal";
import type { Refusal } from "@/lib/ledger/audit/refusal";
import { verifyChain } from "@/lib/ledger/audit/verify";
import { verifyExport } from "@/lib/ledger/audit/verify-export";
import { withOrigins } from "@/lib/ledger/audit/with-origins";
import { deliverDue } from "@/lib/messaging/mail/deliver-due";
import { inChunks } from "@/lib/platform/db/sql";
import { logger } from "@/lib/platform/logger";
import { aSite, aSuperUser } from "@/tests/support/builders";
import { callScript } from "@/tests/support/call-script";
import { advance, freezeClock } from "@/tests/support/clock";
import { dialect, fourByteNames, ownerDb, rawRun, testDb, useDatabase } from "@/tests/support/database";
import { BROWSER, makePrivate, publish, signIn } from "@/tests/support/people";
import { runScript } from "@/tests/support/run-script";
import { auditOf } from "@/tests/support/state";

useDatabase();

async function someEvents(login = "anna") {
  const anna = await signIn(await aSuperUser({ login }));
  const id = await aSite({ name: fourByteNames ? "Emoji 🎉 \u202e and Arabic متحف" : "Umlauts ÄÖÜ \u202e" });
  await publish(anna, [id]);
  await makePrivate(anna, [id]);
}

describe("the audit chain", () => {
  it("verifies from the first event to the last", async () => {
    await someEvents();
    const verdict = await verifyChain(testDb());
    const head = await testDb().auditHead.findUniqueOrThrow({ where: { id: 1 } });
    expect(verdict).toEqual({ ok: true, events: await testDb().auditEvent.count(), hash: head.hash });
  });

  it("verifies when it is empty", async () => {
    expect(await verifyChain(testDb())).toEqual({ ok: true, events: 0, hash: GENESIS_HASH });
  });

  it.each([
    ["was edited", "UPDATE portal_audit_event SET facts = '{}' WHERE seq = 3", "3", "was edited"],
    ["has another author", "UPDATE portal_audit_event SET actor_name = 'jonas' WHERE seq = 2", "2", "was edited"],
    [
      "has another time",
      "UPDATE portal_audit_event SET at = '2020-01-01 00:00:00.000' WHERE seq = 2",
      "2",
      "was edited",
    ],
    ["is missing", "DELETE FROM portal_audit_event WHERE seq = 2", "2", "is missing"],
    ["is the first and is missing", "DELETE FROM portal_audit_event WHERE seq = 1", "1", "is missing"],
    [
      "is the last and is missing",
      "DELETE FROM portal_audit_event WHERE seq = (SELECT seq FROM portal_audit_head)",
      null,
      "is missing",
    ],
  ])("names the event that %s", async (_, sql, seq, problem) => {
    await someEvents();
    const last = (await testDb().auditHead.findUniqueOrThrow({ where: { id: 1 } })).seq.toString();
    await rawRun(sql);
    expect(await verifyChain(testDb())).toEqual({ ok: false, seq: seq ?? last, problem });
  });

  it("names the first of two events that changed places", async () => {
    await someEvents();
    await rawRun("UPDATE portal_audit_event SET seq = 1000 WHERE seq = 2");
    await rawRun("UPDATE portal_audit_event SET seq = 2 WHERE seq = 3");
    await rawRun("UPDATE portal_audit_event SET seq = 3 WHERE seq = 1000");
    expect(await verifyChain(testDb())).toMatchObject({ ok: false, seq: "2" });
  });

  it.runIf(dialect === "mysql")("cannot be changed by the portal's own database account", async () => {
    await someEvents();
    await expect(testDb().$executeRaw`UPDATE portal_audit_event SET facts = '{}'`).rejects.toThrow();
    await expect(testDb().$executeRaw`DELETE FROM portal_audit_event`).rejects.toThrow();
    expect(await verifyChain(testDb())).toMatchObject({ ok: true });
  });
});

it("an event holds when, who, from where, in which session, what, which sites, how and the outcome (S38)", async () => {
  freezeClock("2026-11-23T12:00:00.123Z");
  const anna = await signIn(await aSuperUser({ login: "anna" }));
  const site = await aSite({ name: "Shop" });
  await publish(anna, [site]);
  await makePrivate(anna, [site]);
  await makePrivate(anna, [site + 1]);
  const rows = await testDb().auditEvent.findMany({ where: { actorName: "anna" }, orderBy: { seq: "asc" } });
  const who = { actorType: "superUser", actorName: "anna" };
  for (const row of await withOrigins(testDb(), rows)) {
    expect(row).toMatchObject({ ...who, at: new Date("2026-11-23T12:00:00.123Z"), origin: BROWSER });
    expect(row.origin?.sessionRef).toMatch(/^[0-9a-f]{64}$/);
  }
  expect(rows.map((row) => row.type)).toEqual([
    "sign-in.succeeded",
    "step-up.succeeded",
    "public-access.granted",
    "public-access.revoked",
    "action.refused",
  ]);
  expect(await auditOf("public-access.granted")).toMatchObject([{ siteIds: [site], sites: [{ name: "Shop" }] }]);
  expect(await auditOf("public-access.revoked")).toMatchObject([{ siteIds: [site], cause: "super-user" }]);
  expect(await auditOf("action.refused")).toMatchObject([{ action: "revoke", code: "unknown_sites" }]);
});

it("the activity lists events newest first, page by page, with their facts", async () => {
  await someEvents();
  const total = await testDb().auditEvent.count();
  const page = await listAudit({ page: 1, pageSize: 2 });
  expect(page).toMatchObject({
    total,
    entries: [
      { seq: total, facts: { type: "public-access.revoked" } },
      { seq: total - 1, facts: { type: "public-access.granted" } },
    ],
  });
  expect(page.entries[0]?.actor).toEqual({ type: "superUser", login: "anna" });
});

/** Several starts of a command, on a machine that is busy with other tests. */
const COMMANDS_MS = 180_000;

async function called(command: string, args: string[], env: Record<string, string | undefined>) {
  const { code, stdout, stderr } = await callScript(command, args, env);
  return { code, said: `${stdout}${stderr}`.trim() };
}

async function collect(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

describe("the exported audit log", { timeout: COMMANDS_MS }, () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "audit-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** `npm`: as an operator types it. `bare`: with nothing of the portal's configuration. */
  function run(command: "audit:export" | "audit:verify", args: string[], { bare = false, npm = false } = {}) {
    const { DATABASE_URL, MATOMO_TABLE_PREFIX } = process.env;
    const configuration = { DATABASE_URL, MATOMO_TABLE_PREFIX };
    const env = { PATH: process.env.PATH, HOME: folder, ...(!bare && configuration), NODE_ENV: "test" as const };
    return npm ? runScript(command, args, env, { npm }) : called(command, args, env);
  }

  async function exported(): Promise<{ file: string; lines: string[] }> {
    const file = path.join(folder, "audit.jsonl");
    expect(await run("audit:export", ["--out", file], { npm: true })).toMatchObject({ code: 0 });
    return { file, lines: readFileSync(file, "utf8").split("\n").slice(0, -1) };
  }

  it("is verified by the real command, without any database or configuration", async () => {
    await someEvents();
    const { file, lines } = await exported();
    const head = await testDb().auditHead.findUniqueOrThrow({ where: { id: 1 } });
    expect(lines).toHaveLength(Number(head.seq) + 2);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ format: "public-access-for-matomo/audit-log", version: 2 });
    expect(JSON.parse(lines.at(-1) ?? "")).toEqual({ head: { seq: head.seq.toString(), hash: head.hash } });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await run("audit:verify", ["--file", file], { bare: true, npm: true })).toEqual({
      code: 0,
      said: `The audit log is unbroken: ${head.seq} events. Hash of the newest: ${head.hash}`,
    });
  });

  it("never takes the place of a file that is there", async () => {
    const file = path.join(folder, "audit.jsonl");
    writeFileSync(file, "evidence");
    expect(await run("audit:export", ["--out", file])).toMatchObject({
      code: 2,
      said: expect.stringContaining("exists already, and nothing is overwritten"),
    });
    expect(readFileSync(file, "utf8")).toBe("evidence");
  });

  it("is checked by the same command as the database, with the same three ends", async () => {
    await someEvents();
    expect(await run("audit:verify", [])).toMatchObject({ code: 0 });
    await rawRun("UPDATE portal_audit_origin SET ip = '192.0.2.66' WHERE seq = 2");
    expect(await run("audit:verify", [])).toEqual({
      code: 1,
      said: "The audit log is broken at event 2: it was edited.",
    });
    expect(await run("audit:verify", [], { bare: true })).toMatchObject({ code: 2 });
    writeFileSync(path.join(folder, "foreign"), "id,name\n1,anna\n");
    expect(await run("audit:verify", ["--file", path.join(folder, "foreign")], { bare: true })).toEqual({
      code: 2,
      said: "The audit log could not be checked: The file is not an export of this portal's audit log.",
    });
  });
});

describe("a log that was written anew, with hashes that fit", { timeout: COMMANDS_MS }, () => {
  /** The log from the beginning, with another reason in event `seq`. */
  async function writeAnew(seq: bigint): Promise<void> {
    let prevHash = GENESIS_HASH;
    for (const event of await testDb().auditEvent.findMany({ orderBy: { seq: "asc" } })) {
      const facts = event.seq === seq ? event.facts.replace("Press release", "Nothing at all") : event.facts;
      const anew = { ...event, facts, prevHash };
      prevHash = hashEvent(anew);
      await ownerDb().auditEvent.update({
        where: { seq: event.seq },
        data: { facts, prevHash: anew.prevHash, hash: prevHash },
      });
    }
    await ownerDb().auditHead.update({ where: { id: 1 }, data: { hash: prevHash } });
  }

  it("is convicted by any old mail, which says how far the log was", async () => {
    await aSuperUser({ login: "jonas" });
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    await publish(anna, [await aSite()]);
    const granted = await testDb().auditEvent.findFirstOrThrow({ where: { type: "public-access.granted" } });
    await makePrivate(anna, [await aSite()]);
    await deliverDue();
    const mail = await testDb().message.findFirstOrThrow({ where: { kind: "made-public", language: "en" } });
    const link = `${granted.seq}:${granted.hash.slice(0, 12)}`;
    for (const part of [mail.html, mail.text]) expect(part).toContain(link);
    const run = (args: string[]) => {
      const { DATABASE_URL, MATOMO_TABLE_PREFIX } = process.env;
      return called("audit:verify", args, {
        PATH: process.env.PATH,
        DATABASE_URL,
        MATOMO_TABLE_PREFIX,
        NODE_ENV: "test",
      });
    };
    const head = await testDb().auditHead.findUniqueOrThrow({ where: { id: 1 } });
    expect(await run(["--seen", link, "--seen", `${head.seq}:${head.hash}`])).toMatchObject({
      code: 0,
      said: expect.stringContaining(`It holds what was seen: ${link}, ${head.seq}:${head.hash}`),
    });
    expect(await run(["--seen", `${head.seq + 1n}:${head.hash}`])).toEqual({
      code: 1,
      said: `The audit log is broken at event ${head.seq + 1n}: it was seen, and is missing.`,
    });
    expect(await run(["--seen", "1,234:a1b2c3d4e5f6"])).toMatchObject({ code: 2 });

    await writeAnew(granted.seq);
    expect(await run([])).toMatchObject({ code: 0 });
    expect(await run(["--seen", link])).toEqual({
      code: 1,
      said: `The audit log is broken at event ${granted.seq}: it has another hash than was seen: the log was written anew.`,
    });
    const lines = await collect(exportAudit(testDb(), new Date()));
    expect(await verifyExport(Readable.from(lines))).toMatchObject({ ok: true });
    const seen = [{ seq: granted.seq, hash: granted.hash }];
    expect(await verifyExport(Readable.from(lines), seen)).toMatchObject({ ok: false, seq: String(granted.seq) });
  });
});

it("what the portal adds during an export comes with the next one: both are unbroken", async () => {
  await someEvents();
  const lines: string[] = [];
  for await (const line of exportAudit(testDb(), new Date())) {
    if (lines.length === 1) await someEvents("jonas");
    lines.push(line);
  }
  expect(await verifyExport(Readable.from(lines))).toMatchObject({ ok: true });
  expect(await verifyChain(testDb())).toMatchObject({ ok: true });
});

it("the chain is walked in pages: 2,500 events, exported and verified", async () => {
  let prevHash = GENESIS_HASH;
  const rows = Array.from({ length: 2_500 }, (_, index) => {
    const event = {
      seq: BigInt(index + 1),
      at: new Date("2026-11-24T09:00:00.123Z"),
      type: "sign-out",
      actorType: "visitor",
      actorName: "",
      ip: null,
      userAgent: null,
      sessionRef: null,
      facts: "{}",
      prevHash,
      originDigest: null,
    };
    prevHash = hashEvent(event);
    return { ...event, hash: prevHash };
  });
  // Raw: the client takes many times as long for thousands of rows.
  for (const some of inChunks(rows, 500)) {
    await rawRun(
      `INSERT INTO portal_audit_event (seq, at, type, actor_type, actor_name, facts, prev_hash, hash)
       VALUES ${some.map(() => "(?, ?, ?, ?, ?, ?, ?, ?)").join(",")}`,
      some.flatMap(({ seq, at, type, actorType, actorName, facts, prevHash, hash }) => [
        ...[seq, at, type, actorType, actorName, facts, prevHash, hash],
      ]),
    );
  }
  await ownerDb().auditHead.update({ where: { id: 1 }, data: { seq: 2_500n, hash: prevHash } });
  const lines = await collect(exportAudit(testDb(), new Date()));
  expect(lines).toHaveLength(2_502);
  expect(await verifyExport(Readable.from(lines))).toMatchObject({ ok: true, events: 2_500 });
  expect(await verifyChain(testDb())).toMatchObject({ ok: true, events: 2_500 });
});

describe("a flood of refusals", () => {
  const AT = "2026-11-24T09:00:00.000Z";
  const VISITOR = { type: "visitor" } as const;
  const refused = (facts: Refusal["facts"], actor: Refusal["actor"] = VISITOR, ip = "198.51.100.9") =>
    recordRefusal({ actor, origin: { ip, userAgent: "curl", sessionRef: null }, at: new Date(), facts });
  const cron = { type: "cron.refused", route: "watch" } as const;
  const signInAs = (login: string | null) => ({ type: "sign-in.refused", login, reason: "wrong password" }) as const;
  const times = async (count: number, refuse: (index: number) => Promise<void>) => {
    for (let index = 0; index < count; index++) await refuse(index);
  };

  it("is five events a minute, and one of each kind that counts the others; then five again", async () => {
    freezeClock(AT);
    await times(63, (index) => refused(index % 2 === 0 ? cron : signInAs(null), VISITOR, `198.51.100.${index % 7}`));
    expect(await testDb().auditEvent.count()).toBe(ALONE.visitor);
    await writeCountedRefusals();
    const counted = { type: "refusals.counted", since: AT, networks: 7, logins: [] };
    expect(await auditOf("refusals.counted")).toEqual([
      { ...counted, kind: "sign-in.refused", times: 29 },
      { ...counted, kind: "cron.refused", times: 29 },
    ]);
    advance(60_000);
    await refused(cron);
    expect(await testDb().auditEvent.count()).toBe(ALONE.visitor + 3);
    expect(await verifyChain(testDb())).toMatchObject({ ok: true });
  });

  it("of cron calls without the secret is counted when they come at once, too; all are refused", async () => {
    freezeClock(AT);
    const call = { authorization: null, from: { ip: "198.51.100.9", userAgent: null } };
    const answers = await Promise.all(Array.from({ length: 70 }, () => runJob(call, "watch", async () => ({}))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    await writeCountedRefusals();
    expect(await auditOf("cron.refused")).toHaveLength(ALONE.visitor);
    expect(await auditOf("refusals.counted")).toMatchObject([{ kind: "cron.refused", times: 65, networks: 1 }]);
  });

  it("never hides a failed sign-in of a login that Matomo knows, not even one of another login", async () => {
    freezeClock(AT);
    await times(20, () => refused(cron));
    await times(22, () => refused(signInAs("jonas")));
    await refused(signInAs("anna"));
    await writeCountedRefusals();
    const logins = [
      { login: "jonas", times: 22 },
      { login: "anna", times: 1 },
    ];
    expect((await auditOf("refusals.counted")).find(({ kind }) => kind === "sign-in.refused")?.logins).toEqual(logins);
  });

  it("of one Super User fills no log either, and leaves what others are refused as it is", async () => {
    freezeClock(AT);
    const action: Refusal["facts"] = {
      type: "action.refused",
      action: "grant",
      code: "access_locked",
      siteIds: [],
      siteCount: 0,
    };
    await times(ALONE.superUser + 30, () => refused(action, { type: "superUser", login: "anna" }));
    await refused(action, { type: "superUser", login: "jonas" });
    await writeCountedRefusals();
    expect(await auditOf("action.refused")).toHaveLength(ALONE.superUser + 1);
    const [counted, ...others] = await testDb().auditEvent.findMany({ where: { type: "refusals.counted" } });
    expect(counted).toMatchObject({ actorType: "superUser", actorName: "anna" });
    expect(JSON.parse(counted?.facts ?? "")).toMatchObject({ times: 30 });
    expect(others).toEqual([]);
  });

  it("that nothing could be written of stands in the log as soon as it can", async () => {
    freezeClock(AT);
    const errors = vi.spyOn(logger(), "error").mockImplementation(() => {});
    await rawRun("ALTER TABLE portal_audit_head RENAME TO portal_audit_head_away");
    await times(3, () => refused(cron));
    await writeCountedRefusals();
    await refused(signInAs("anna"));
    await rawRun("ALTER TABLE portal_audit_head_away RENAME TO portal_audit_head");
    await writeCountedRefusals();
    expect(await auditOf("refusals.counted")).toMatchObject([{ kind: "cron.refused", times: 3, since: AT }]);
    expect(await auditOf("sign-in.refused")).toEqual([signInAs("anna")]);
    expect(errors).toHaveBeenCalled();
  });
});
