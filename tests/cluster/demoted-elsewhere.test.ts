import { expect, inject, it } from "vitest";
import { aSite, aSuperUser } from "@/tests/support/builders";
import { ownerDatabaseUrl, useDatabase } from "@/tests/support/database";
import { connectRaw } from "@/tests/support/raw-connection";
import { expectChainHolds } from "@/tests/support/state";
import { outcomeOf, usePortals } from "./portals";
import { statesOf } from "./public-state";
import { rounds, tally } from "./rounds";

useDatabase();
const portals = usePortals();

const ROUNDS = rounds(1_000);
/** A proof is valid for two minutes. */
const FRESH_MS = 60_000;
/** What archiving writes at once keeps the other nodes behind. */
const ROWS_AT_ONCE = 5_000;
const MAY = "SELECT superuser_access FROM `matomo_user` WHERE login = 'anna'";

it("a Super User demoted on one node publishes nothing on another from the moment Matomo was answered", {
  timeout: 3_600_000,
}, async ({ annotate }) => {
  const anna = await aSuperUser({ login: "anna" });
  await aSuperUser({ login: "jonas" });
  const siteId = await aSite();
  const matomos = await Promise.all(inject("galera").nodes.map(({ url }) => connectRaw(onNode(url))));
  for (const connection of matomos) await connection.run("SET SESSION wsrep_sync_wait = 1");
  let person = await portals[0].ask("signIn", anna);
  let provenAt = Number.NEGATIVE_INFINITY;
  const outcomes: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const [matomo, other] = [matomos[round % 3], matomos[(round + 1) % 3]];
    const elsewhere = portals[(round + 1) % 3] ?? portals[0];
    if (performance.now() - provenAt > FRESH_MS) {
      person = await portals[0].ask("prove", person, [siteId]);
      provenAt = performance.now();
    }
    // The other node has all that came before: session, proof, and that she may.
    expect(await other?.rows(MAY)).toEqual([{ superuser_access: 1 }]);
    await matomo?.run(
      `INSERT INTO \`matomo_option\` (option_name, option_value)
       SELECT CONCAT('archive ', seq), REPEAT('x', 200) FROM seq_1_to_${ROWS_AT_ONCE}
       ON DUPLICATE KEY UPDATE option_value = CONCAT(LEFT(option_value, 100), RAND())`,
    );
    await matomo?.run("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'");
    outcomes.push(await outcomeOf(elsewhere.ask("publish", person, [siteId])));
    await matomo?.run("UPDATE `matomo_user` SET superuser_access = 1 WHERE login = 'anna'");
  }
  for (const connection of matomos) await connection.close();
  const { session_ended: refused = 0, busy: conflicts = 0, ...others } = tally(outcomes);
  await annotate(`${refused} refused, ${conflicts} busy`);
  expect({ others, all: refused + conflicts }).toEqual({ others: {}, all: ROUNDS });
  expect((await statesOf([siteId])).get(siteId)).toMatchObject({ isPublic: false, granted: 0 });
  // The proof was good all the time.
  person = await portals[0].ask("prove", person, [siteId]);
  expect(await outcomeOf(portals[2].ask("publish", person, [siteId]))).toBe("ok");
  await expectChainHolds();
});

function onNode(url: string): string {
  const own = new URL(ownerDatabaseUrl());
  own.port = new URL(url).port;
  return own.href;
}
