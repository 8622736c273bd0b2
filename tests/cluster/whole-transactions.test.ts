import { beforeEach, expect, it } from "vitest";
import { aSuperUser } from "@/tests/support/builders";
import { connectOwner, portalAccount, rawSql, useDatabase } from "@/tests/support/database";
import { expectChainHolds } from "@/tests/support/state";
import { outcomeOf, usePortals } from "./portals";
import { rounds, tally } from "./rounds";

useDatabase();
const portals = usePortals();

const TRANSACTIONS = rounds(10_000);
/** As many requests has each portal at once. */
const LANES = 2;
/** Four rows and an event. */
const WRITES = 5;
/** For contention, of all. */
const MOST_REFUSED = 0.01;

beforeEach(async () => {
  const owner = await connectOwner();
  await owner.script(`
    CREATE TABLE IF NOT EXISTS cluster_write (number INT NOT NULL, step INT NOT NULL, PRIMARY KEY (number, step)) ENGINE = InnoDB;
    DELETE FROM cluster_write;
    GRANT SELECT, INSERT ON cluster_write TO ${portalAccount()}`);
  await owner.close();
  await aSuperUser();
});

it("of contended transactions on three nodes each is whole that was answered ok, and nothing is left of any other", {
  timeout: 3_600_000,
}, async ({ annotate }) => {
  const outcomes = new Map<number, string>();
  let next = 0;
  await Promise.all(
    portals.flatMap((portal) =>
      Array.from({ length: LANES }, async () => {
        while (next < TRANSACTIONS) {
          const number = ++next;
          outcomes.set(number, await outcomeOf(portal.ask("contend", number)));
        }
      }),
    ),
  );
  const found = await writesOf();
  const torn = [...outcomes].filter(
    ([number, outcome]) => (found.get(number) ?? 0) !== (outcome === "ok" ? WRITES : 0),
  );
  const told = torn.map(([number, outcome]) => `${number}: ${outcome}, ${found.get(number) ?? 0} of ${WRITES} writes`);
  const { ok = 0, busy = 0, ...others } = tally(outcomes.values());
  await annotate(`${ok} done, ${busy} refused for contention`);
  expect({ told, others }).toEqual({ told: [], others: {} });
  expect(busy / (ok + busy)).toBeLessThan(MOST_REFUSED);
  await expectChainHolds();
});

/** What stands of each transaction. */
async function writesOf(): Promise<Map<number, number>> {
  const rows = await rawSql(`
    SELECT number, COUNT(*) AS writes FROM (
      SELECT number FROM cluster_write
      UNION ALL
      SELECT JSON_VALUE(facts, '$.to') FROM portal_audit_event WHERE type = 'setting.changed'
    ) AS everything GROUP BY number`);
  return new Map(rows.map((row) => [Number(row.number), Number(row.writes)]));
}
