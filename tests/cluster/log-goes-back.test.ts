import { afterAll, expect, it } from "vitest";
import { aSite, aSuperUser } from "@/tests/support/builders";
import { ownerDatabaseUrl, rawSql, reconnect, useDatabase } from "@/tests/support/database";
import { usePortals } from "./portals";
import { startReplicated } from "./replica";

const pair = await startReplicated();
afterAll(pair.stop);
useDatabase({ server: pair.primary.url });
const portals = usePortals(() => [pair.url, pair.url]);
// What the tests made there is taken away there.
afterAll(async () => {
  await pair.primary.restart();
  await reconnect();
});

/** What the portal's tables on the promoted server hold. */
const promoted = (sql: string) => pair.replica.rows(sql.replaceAll("portal_", `${databaseName()}.portal_`));
const databaseName = () => `\`${new URL(ownerDatabaseUrl()).pathname.slice(1)}\``;
const HEAD = "SELECT seq FROM portal_audit_head WHERE id = 1";

it("portals that go on with a promoted replica which lacks the last events tell every Super User once which are gone", async () => {
  const anna = await aSuperUser({ login: "anna" });
  await aSuperUser({ login: "jonas" });
  const [known, lost] = [await aSite({ name: "Known" }), await aSite({ name: "Lost" })];
  let person = await portals[0].ask("prove", await portals[0].ask("signIn", anna), [known]);
  expect(await portals[0].ask("publish", person, [known])).toMatchObject({ ok: true });
  for (const portal of [portals[0], portals[1]]) await portal.ask("watch");
  await pair.fallBehind();
  const kept = Number((await rawSql(HEAD))[0]?.seq);

  person = await portals[0].ask("prove", person, [lost]);
  expect(await portals[0].ask("publish", person, [lost])).toMatchObject({ ok: true });
  const last = Number((await rawSql(HEAD))[0]?.seq);
  expect(last).toBeGreaterThan(kept);
  await portals[1].ask("watch");
  await pair.promote();

  for (const portal of [portals[0], portals[1], portals[0]]) await portal.ask("watch");
  const events = await promoted("SELECT seq, facts FROM portal_audit_event WHERE type = 'log.went-back'");
  expect(events.map(({ facts }) => JSON.parse(String(facts)))).toMatchObject([
    { cause: "noticed", lost: { from: kept + 1, to: last }, siteIds: [known] },
  ]);
  const mails = await promoted("SELECT address FROM portal_outbox WHERE kind = 'log-went-back' ORDER BY address");
  expect(mails).toEqual([{ address: "anna@people.example" }, { address: "jonas@people.example" }]);
});
