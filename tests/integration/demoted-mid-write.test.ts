import { expect, it } from "vitest";
import { issueProof } from "@/lib/auth/step-up";
import { writeCountedRefusals } from "@/lib/ledger/audit/record-refusal";
import { now } from "@/lib/platform/clock";
import { statementChannel } from "@/lib/platform/db/statement-channel";
import { inTransaction } from "@/lib/platform/db/transaction";
import { aSite, aSuperUser } from "@/tests/support/builders";
import { connectOwner, dialect, rawRun, tablePrefix, testDb, useDatabase } from "@/tests/support/database";
import { askToPublish, type SignedIn, signIn, superUserOf } from "@/tests/support/people";
import { accessRows, expectChainHolds } from "@/tests/support/state";

useDatabase();

/** All of them on one MariaDB, a sample on the other; SQLite makes each writer wait 100 ms. */
const ROUNDS = dialect === "mysql" && tablePrefix === "matomo_" ? 1_000 : 30;

/** Resolves when the portal's next transaction asks for the write mutex: the check is over, the write not begun. */
function nextWriteBegins(): Promise<void> {
  return new Promise((resolve) => {
    const listen = (sql: unknown) => {
      if (!String(sql).includes("SET holder")) return;
      statementChannel.unsubscribe(listen);
      resolve();
    };
    statementChannel.subscribe(listen);
  });
}

async function prove(anna: SignedIn, siteIds: number[]): Promise<void> {
  const { origin } = await superUserOf(anna);
  const proof = { login: "anna", sessionRef: origin.sessionRef, action: "grant", method: "password", siteIds } as const;
  anna.context.proofId = await inTransaction((tx) => issueProof(tx, { ...proof, at: now() }));
}

it(`somebody who loses the Super User flag between check and write publishes nothing: 0 writes in ${ROUNDS} rounds`, {
  timeout: 240_000,
}, async () => {
  const user = `\`${tablePrefix}user\``;
  const anna = await signIn(await aSuperUser({ login: "anna" }));
  await aSuperUser({ login: "jonas" });
  const siteId = await aSite();
  const other = await connectOwner();
  try {
    for (let round = 0; round < ROUNDS; round++) {
      await prove(anna, [siteId]);
      await other.run(dialect === "sqlite" ? "BEGIN IMMEDIATE" : "START TRANSACTION");
      await other.run("UPDATE portal_audit_head SET id = 1 WHERE id = 1");
      const writeBegins = nextWriteBegins();
      const publishing = askToPublish(anna, [siteId]);
      await writeBegins;
      await other.run(`UPDATE ${user} SET superuser_access = 0 WHERE login = 'anna'`);
      await other.run("COMMIT");
      expect(await publishing).toMatchObject({ ok: false, code: "session_ended" });
      expect(await accessRows()).toEqual([]);
      await rawRun("UPDATE `matomo_user` SET superuser_access = 1 WHERE login = 'anna'");
    }
  } finally {
    await other.close();
  }
  await writeCountedRefusals();
  // Known by name: each had passed the first check as a Super User.
  const events = await testDb().auditEvent.findMany({ where: { actorName: "anna" } });
  const alone = events.filter(({ type }) => type === "action.refused").length;
  const counted = events.filter(({ type }) => type === "refusals.counted").map(({ facts }) => JSON.parse(facts).times);
  expect(counted.reduce((sum, times) => sum + times, alone)).toBe(ROUNDS);
  expect(await testDb().publication.count()).toBe(0);
  expect(await testDb().outboxMail.count()).toBe(0);
  await expectChainHolds();
});
