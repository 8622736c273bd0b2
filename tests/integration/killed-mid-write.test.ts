import { type ChildProcess, spawn } from "node:child_process";
import { afterAll, expect, it } from "vitest";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { deliverDue } from "@/lib/messaging/mail/deliver-due";
import { MINUTE_MS } from "@/lib/platform/clock";
import { aSite, aSuperUser } from "@/tests/support/builders";
import { ownerDb, tablePrefix, testDb, useDatabase } from "@/tests/support/database";
import { askToPublish, type SignedIn, signIn, stepUp } from "@/tests/support/people";
import { compileProgram } from "@/tests/support/portal-process";
import { startResendServer } from "@/tests/support/resend-server";
import { accessRows, auditOf, everything, expectChainHolds, mails } from "@/tests/support/state";

useDatabase();

let dying: ChildProcess | undefined;
let killed: "before" | "after" | undefined;
const provider = await startResendServer((_, accept) => {
  if (killed !== "before") accept();
  if (killed) dying?.kill("SIGKILL");
  killed = undefined;
});
Object.assign(process.env, { MAIL_TRANSPORT: "resend", RESEND_API_KEY: "key", RESEND_BASE_URL: provider.url });
const program = await compileProgram("publish-and-die");
afterAll(async () => {
  program.remove();
  await provider.stop();
});

/** What the grant writes, in its order. */
const WRITES = [
  `INSERT INTO \`${tablePrefix}access\``,
  "INSERT INTO portal_audit_event",
  "INSERT INTO portal_publication",
  "INSERT INTO portal_message",
  "INSERT INTO portal_outbox",
];

/** Starts the grant and the delivery in a process of their own. */
function startPublishing(anna: SignedIn, siteId: number, side: "before" | "after", statement: string): ChildProcess {
  const { sessionId, proofId } = anna.context;
  const args = [sessionId ?? "", proofId ?? "", String(siteId), side, statement];
  return spawn(process.execPath, [program.file, ...args], { env: process.env, stdio: "ignore" });
}

/** How it ended: its exit code, or the signal that killed it. */
function endOf(child: ChildProcess): Promise<number | string | null> {
  return new Promise((resolve) => child.once("exit", (code, signal) => resolve(signal ?? code)));
}

it("a portal killed between any two writes of a publication leaves neither a public site nor half a record behind", {
  timeout: 120_000,
}, async () => {
  const anna = await signIn(await aSuperUser({ login: "anna" }));
  const siteId = await aSite();
  await stepUp(anna, "grant", [siteId]);
  const before = await everything();
  for (const point of WRITES) {
    expect(await endOf(startPublishing(anna, siteId, "after", point))).toBe("SIGKILL");
    expect(await everything()).toEqual(before);
    expect(await auditOf("public-access.granted")).toEqual([]);
  }
  await expectChainHolds();
  // The proof was never used, so it still publishes.
  expect(await askToPublish(anna, [siteId])).toMatchObject({ ok: true });
  expect(await accessRows()).toEqual([[siteId, "anonymous", "view"]]);
  expect(await mails("made-public")).toHaveLength(1);
  await expectChainHolds();
});

/** The five points, whether the site is public after them, and how many mails the provider has taken by then. */
const POINTS = [
  { name: "before the transaction", side: "before", statement: "SET holder", isPublic: false },
  { name: "inside it", side: "after", statement: "INSERT INTO portal_publication", isPublic: false },
  { name: "after the commit", side: "before", statement: "UPDATE portal_outbox SET claim", isPublic: true },
  { name: "while the mail is being sent", side: "after", statement: "no such", isPublic: true, kills: "before" },
  { name: "after the provider took it", side: "after", statement: "no such", isPublic: true, kills: "after" },
] as const;

it.each(POINTS)(
  "S25: a portal killed $name never leaves a public site of which a Super User does not hear once",
  {
    timeout: 60_000,
  },
  async ({ side, statement, isPublic, ...point }) => {
    provider.forget();
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    await aSuperUser({ login: "jonas" });
    const siteId = await aSite();
    await runWatch();
    await stepUp(anna, "grant", [siteId]);
    killed = "kills" in point ? point.kills : undefined;
    dying = startPublishing(anna, siteId, side, statement);
    expect(await endOf(dying)).toBe("SIGKILL");
    expect((await accessRows()).length).toBe(isPublic ? 1 : 0);
    expect(await mails("made-public")).toHaveLength(isPublic ? 2 : 0);

    // The next process. The claims of the dead one are over by then.
    const over = new Date(Date.now() - MINUTE_MS);
    await ownerDb().outboxMail.updateMany({ data: { claimedUntil: over, nextAttemptAt: over } });
    if (!isPublic) expect(await askToPublish(anna, [siteId])).toMatchObject({ ok: true });
    await deliverDue({ escalate: false });
    expect([...provider.taken.values()].map((mail) => mail.to.join()).sort()).toEqual([
      "anna@people.example",
      "jonas@people.example",
    ]);
    expect((await mails("made-public")).map((mail) => mail.state)).toEqual(["sent", "sent"]);
    expect(await testDb().publication.count()).toBe(1);
    await expectChainHolds();
  },
);
