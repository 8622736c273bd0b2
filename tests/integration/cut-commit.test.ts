import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, inject, it } from "vitest";
import { languageOfSession } from "@/lib/auth/language/request-language";
import { listSites } from "@/lib/domain/public-access/queries";
import { sitesQuerySchema } from "@/lib/domain/public-access/schema";
import { runReminders } from "@/lib/domain/reminders/run-reminders";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { doJob } from "@/lib/ledger/jobs/do-job";
import { rendering } from "@/lib/messaging/mail/rendering";
import { deliver } from "@/lib/messaging/outbox/deliver";
import { DAY_MS } from "@/lib/platform/clock";
import { connect, disconnect } from "@/lib/platform/db/client";
import { inTransaction } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { type CommitFault, startCommitProxy } from "@/tests/support/commit-proxy";
import { rawSql, tablePrefix, testDb, useDatabase } from "@/tests/support/database";
import { Provider } from "@/tests/support/every-change/provider";
import { EVERY_COMMAND } from "@/tests/support/every-command";
import { askToPublish, makePrivate, signIn, stepUp } from "@/tests/support/people";
import { accessRows, expectChainHolds, mails } from "@/tests/support/state";

useDatabase();
const proxy = await startCommitProxy(inject("mariadbUrl"));
process.env.DATABASE_URL = proxy.through(process.env.DATABASE_URL ?? "");
afterAll(async () => {
  await disconnect();
  await proxy.stop();
});

/** Within so long an action answers, whatever became of the database. */
const MOST_MS = 4_000;
/** Somebody who publishes while others do waits no longer: it is tried for fifteen seconds. */
const CONFLICTS_MOST_MS = 20_000;

/** How many events of a type there are; asked beside the line that breaks. */
async function events(type: string): Promise<number> {
  const [row] = await rawSql("SELECT COUNT(*) AS n FROM portal_audit_event WHERE type = ?", [type]);
  return Number(row?.n);
}

/** The database can be reached again, and is asked again. */
async function back(): Promise<void> {
  await proxy.back();
  await sleep(600);
}

/** Does `work` while its COMMITs meet `faults`. @returns what it came to, and how many milliseconds it took */
async function meeting<T>(
  faults: readonly CommitFault[],
  work: () => Promise<T>,
): Promise<{ result: T; took: number }> {
  const before = proxy.happened();
  proxy.next(...faults);
  const began = performance.now();
  const result = await work();
  expect(proxy.happened() - before, "COMMITs that met a fault").toBe(faults.length);
  return { result, took: performance.now() - began };
}

async function anna() {
  const user = await aSuperUser({ login: "anna" });
  await aSuperUser({ login: "jonas" });
  await runWatch();
  return signIn(user);
}

describe("whatever a Super User does", () => {
  it("is tried here: every command of every domain", () => {
    const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith("commands.ts"),
    );
    const text = files.map((file) => readFileSync(`lib/${file}`, "utf8")).join("");
    const exported = [...text.matchAll(/^export const (\w+Command)\b/gm)].map(([, name]) => name);
    expect([...new Set(EVERY_COMMAND.map(({ name }) => name))].sort()).toEqual(exported.sort());
  });

  it.each(EVERY_COMMAND)("$name is done, and said to be done, when its COMMIT was not answered", async (one) => {
    const person = await anna();
    const command = await one.prepare(person);
    const before = await events(one.event);
    const { result } = await meeting(["answer-lost"], command);
    expect(result).toMatchObject({ ok: true });
    expect(await events(one.event)).toBe(before + 1);
    expect(await events("action.refused")).toBe(0);
    await expectChainHolds();
  });

  it.each<[CommitFault[]]>([
    [["commit-lost"]],
    [["late"]],
    [["slow"]],
    [["commit-lost", "late"]],
    [["commit-lost", "answer-lost"]],
    [["commit-lost", "commit-lost"]],
    [["commit-lost", "pass", "commit-lost"]],
    [["answer-lost", "answer-lost", "late"]],
    [["conflict"]],
    [["conflict", "answer-lost"]],
  ])("publishing and making private are done once when their COMMITs meet %j", async (faults) => {
    const person = await anna();
    const siteId = await aSite();
    await stepUp(person, "grant", [siteId]);
    const published = await meeting(faults, () => askToPublish(person, [siteId]));
    expect(published.result).toMatchObject({ ok: true, data: { grantedCount: 1, mailCount: 2 } });
    expect(await accessRows()).toEqual([[siteId, "anonymous", "view"]]);
    expect(await mails("made-public")).toHaveLength(2);
    const madePrivate = await meeting(faults, () => makePrivate(person, [siteId]));
    expect(madePrivate.result).toMatchObject({ ok: true, data: { revokedCount: 1 } });
    expect(await accessRows()).toEqual([]);
    expect(await mails("made-private")).toHaveLength(2);
    await expectChainHolds();
  });

  it("is known not to be done when the line breaks before each of three COMMITs", async () => {
    const person = await anna();
    const siteId = await aSite();
    await stepUp(person, "grant", [siteId]);
    // Between them is the COMMIT by which it is found out that the one before was lost.
    const lost: CommitFault[] = ["commit-lost", "pass", "commit-lost", "pass", "commit-lost"];
    const { result } = await meeting(lost, () => askToPublish(person, [siteId]));
    expect(result).toMatchObject({ ok: false, code: "database_unreachable" });
    expect(await accessRows()).toEqual([]);
    // The proof was not used.
    expect(await askToPublish(person, [siteId])).toMatchObject({ ok: true });
  });
});

describe("a conflict", () => {
  it("that does not end is a known refusal: nothing was changed, and the proof was not used", async () => {
    const person = await anna();
    const siteId = await aSite();
    await stepUp(person, "grant", [siteId]);
    const began = performance.now();
    proxy.next(...Array<CommitFault>(1_000).fill("conflict"));
    expect(await askToPublish(person, [siteId])).toMatchObject({ ok: false, code: "busy" });
    expect(performance.now() - began).toBeLessThan(CONFLICTS_MOST_MS);
    proxy.next();
    expect(await accessRows()).toEqual([]);
    expect(await askToPublish(person, [siteId])).toMatchObject({ ok: true });
    await expectChainHolds();
  });

  it("is tried again however often Matomo's lock was waited for before", async () => {
    let runs = 0;
    const { result } = await meeting(["conflict"], () =>
      inTransaction(async () => {
        if (++runs <= 7) throw new AppError("matomo_busy");
        return "done";
      }),
    );
    expect([result, runs]).toEqual(["done", 9]);
  });

  it("at the end of a job's own record is tried again: the run is good", async () => {
    await anna();
    const { result } = await meeting(["pass", "pass", "conflict"], () =>
      doJob("watch", async () => {
        await runWatch();
        await anonymousAccess(await aSite());
        return runWatch();
      }),
    );
    expect(result).toMatchObject({ outcome: "done" });
    expect(await testDb().run.findMany()).toMatchObject([{ job: "watch", outcome: "done" }]);
  });
});

describe("signing in and confirming", () => {
  it("hold when their COMMITs were not answered: the person has a session, and the proof publishes", async () => {
    const user = await aSuperUser({ login: "anna" });
    const signedIn = await meeting(["answer-lost"], () => signIn(user));
    const siteId = await aSite();
    await meeting(["late"], () => stepUp(signedIn.result, "grant", [siteId]));
    expect(await askToPublish(signedIn.result, [siteId])).toMatchObject({ ok: true });
    expect(await events("sign-in.succeeded")).toBe(1);
  });
});

describe("while the database stays away", () => {
  it("a change that was committed is unknown, and never called refused; the same confirmation does not do it twice", async () => {
    const person = await anna();
    const siteId = await aSite();
    await stepUp(person, "grant", [siteId]);
    const { result, took } = await meeting(["answer-lost-and-away"], () => askToPublish(person, [siteId]));
    expect(result).toMatchObject({ ok: false, code: "outcome_unknown" });
    expect(took).toBeLessThan(MOST_MS);
    await back();
    expect(await accessRows()).toEqual([[siteId, "anonymous", "view"]]);
    expect(await mails("made-public")).toHaveLength(2);
    expect(await events("action.refused")).toBe(0);
    expect(await askToPublish(person, [siteId])).toMatchObject({ ok: false, code: "proof_used" });
    expect(await mails("made-public")).toHaveLength(2);
    await expectChainHolds();
  });

  it("a change that was not committed is unknown, too, and can be made with the same confirmation", async () => {
    const person = await anna();
    const siteId = await aSite();
    await stepUp(person, "grant", [siteId]);
    const { result, took } = await meeting(["commit-lost-and-away"], () => askToPublish(person, [siteId]));
    expect(result).toMatchObject({ ok: false, code: "outcome_unknown" });
    expect(took).toBeLessThan(MOST_MS);
    await back();
    expect(await accessRows()).toEqual([]);
    expect(await askToPublish(person, [siteId])).toMatchObject({ ok: true });
    expect(await mails("made-public")).toHaveLength(2);
  });

  it("a change is done, and said to be done, when it is back within the time of an answer", async () => {
    const person = await anna();
    const siteId = await aSite();
    await stepUp(person, "grant", [siteId]);
    const { result } = await meeting(["answer-lost-and-away"], async () => {
      const asked = askToPublish(person, [siteId]);
      await sleep(1_500);
      await proxy.back();
      return asked;
    });
    expect(result).toMatchObject({ ok: true, data: { grantedCount: 1 } });
    expect(await mails("made-public")).toHaveLength(2);
  });

  it("what has not begun is known not to be done, and the answer with its words comes within 4 s", async () => {
    const person = await anna();
    const siteId = await aSite();
    proxy.away();
    const began = performance.now();
    expect(await makePrivate(person, [siteId])).toMatchObject({ ok: false, code: "database_unreachable" });
    expect(await languageOfSession(person.context.sessionId)).toBeNull();
    await expect(listSites(sitesQuerySchema.parse({}))).rejects.toMatchObject({ code: "database_unreachable" });
    expect(performance.now() - began).toBeLessThan(MOST_MS);
    await back();
  });
});

it("a line cut at any packet of its beginning is an error of who asked, and no rejection that nobody handles", async () => {
  const url = process.env.DATABASE_URL ?? "";
  await Promise.all(
    [1, 2, 3, 4].map(async (packet) => {
      const line = await startCommitProxy(inject("mariadbUrl"));
      line.cutAt(packet);
      const client = connect(line.through(url), tablePrefix);
      await expect(client.setting.findMany()).rejects.toThrow();
      await client.$disconnect();
      await line.stop();
    }),
  );
});

describe("a job", () => {
  const watch = () => doJob("watch", (lease) => runWatch({ lease }));

  it.each<[string, CommitFault[]]>([
    ["the begin of its run", ["answer-lost"]],
    ["its work", ["pass", "answer-lost"]],
    ["the end of its run", ["pass", "pass", "answer-lost"]],
  ])("is done, once, when the COMMIT of %s was not answered", async (_, faults) => {
    await anna();
    await anonymousAccess(await aSite());
    const { result } = await meeting(faults, watch);
    expect(result).toMatchObject({ outcome: "done", counts: { appeared: 1 } });
    expect(await testDb().run.findMany()).toMatchObject([{ job: "watch", outcome: "done" }]);
    expect(await mails("public-outside")).toHaveLength(2);
    await expectChainHolds();
  });

  it("doubles no mail and no reminder when a COMMIT was not answered", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    await anna();
    await anonymousAccess(await aSite());
    await runWatch();
    const provider = new Provider();
    const sent = await meeting(["answer-lost"], () => deliver(provider, rendering));
    expect(sent.result).toMatchObject({ sent: 2 });
    expect(provider.inbox.size).toBe(2);
    expect(await events("mail.sent"), "one for the batch").toBe(1);
    advance(8 * DAY_MS);
    const reminded = await meeting(["late"], () => runReminders());
    expect(reminded.result).toMatchObject({ queued: 2 });
    expect(await mails("reminder")).toHaveLength(2);
    await expectChainHolds();
  });

  it("says that it does not know while the database stays away, and the next one finds out", async () => {
    await anna();
    await anonymousAccess(await aSite());
    const watched = await meeting(["pass", "answer-lost-and-away"], watch);
    expect(watched.result).toEqual({ outcome: "failed", code: "outcome_unknown" });
    await back();
    expect(await runWatch()).toMatchObject({ appeared: 0 });
    expect(await mails("public-outside")).toHaveLength(2);
  });
});
