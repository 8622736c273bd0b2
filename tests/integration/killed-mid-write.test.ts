import { spawn } from "node:child_process";
import path from "node:path";
import { expect, it } from "vitest";
import { aSite, aSuperUser } from "@/tests/support/builders";
import { tablePrefix, useDatabase } from "@/tests/support/database";
import { askToPublish, signIn, stepUp } from "@/tests/support/people";
import { accessRows, auditOf, everything, expectChainHolds, mails } from "@/tests/support/state";

useDatabase();

/** What the grant writes, in its order. */
const WRITES = [
  `INSERT INTO \`${tablePrefix}access\``,
  "INSERT INTO portal_audit_event",
  "INSERT INTO portal_publication",
  "INSERT INTO portal_message",
  "INSERT INTO portal_outbox",
];

/** Runs the grant in a process of its own. @returns how it ended: its exit code, or the signal that killed it */
function publishAndDie(...args: string[]): Promise<number | string | null> {
  const program = path.join(import.meta.dirname, "../support/publish-and-die.ts");
  const child = spawn(process.execPath, ["--import", "tsx", program, ...args], { env: process.env, stdio: "ignore" });
  return new Promise((resolve) => child.once("exit", (code, signal) => resolve(signal ?? code)));
}

it("a portal killed between any two writes of a publication leaves neither a public site nor half a record behind", {
  timeout: 120_000,
}, async () => {
  const anna = await signIn(await aSuperUser({ login: "anna" }));
  const siteId = await aSite();
  await stepUp(anna, "grant", [siteId]);
  const { sessionId, proofId } = anna.call;
  const before = await everything();
  for (const point of WRITES) {
    expect(await publishAndDie(sessionId ?? "", proofId ?? "", String(siteId), point)).toBe("SIGKILL");
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
