import { afterAll, expect, inject, it } from "vitest";
import { aSite, aSuperUser } from "@/tests/support/builders";
import { startCommitProxy } from "@/tests/support/commit-proxy";
import { useDatabase } from "@/tests/support/database";
import { expectChainHolds } from "@/tests/support/state";
import { killNode, startNode, untilWhole } from "./galera";
import { outcomeOf, usePortals } from "./portals";
import { type SiteState, statesOf, strays } from "./public-state";
import { rounds } from "./rounds";

const galera = inject("galera");
/** The node that is not killed. */
useDatabase({ server: galera.nodes[2]?.url ?? "" });

const ROUNDS = rounds(3);
/** Before haproxy, which sends everything to the first node that listens. */
const line = await startCommitProxy(galera.writerUrl, { committed: () => killNode(galera, 0) });
const portals = usePortals(() => [line.through(galera.writerUrl), galera.nodes[1]?.url ?? ""]);
afterAll(() => line.stop());

const PUBLIC: SiteState = { isPublic: true, publications: 1, granted: 1, revoked: 0, mails: [2] };
const PRIVATE: SiteState = { isPublic: false, publications: 0, granted: 0, revoked: 0, mails: [] };

it("when a node is killed right after its commit, what was answered is true: it stands, or it is not known", {
  timeout: 1_800_000,
}, async () => {
  const anna = await aSuperUser({ login: "anna" });
  await aSuperUser({ login: "jonas" });
  let person = await portals[1].ask("signIn", anna);
  for (let round = 0; round < ROUNDS; round++) {
    const siteId = await aSite();
    person = await portals[1].ask("prove", person, [siteId]);
    line.next("answer-lost");
    const outcome = await outcomeOf(portals[0].ask("publish", person, [siteId]));
    const state = (await statesOf([siteId])).get(siteId);
    if (outcome === "outcome_unknown") expect([PUBLIC, PRIVATE]).toContainEqual(state);
    else expect({ outcome, state }).toEqual({ outcome: "ok", state: PUBLIC });
    // By whichever node listens now.
    expect(await outcomeOf(portals[0].ask("makePrivate", person, [siteId]))).toBe("ok");
    expect((await statesOf([siteId])).get(siteId)).toMatchObject({ isPublic: false });
    await startNode(galera, 0);
    await untilWhole(galera);
  }
  expect(await strays()).toBe(0);
  await expectChainHolds();
});
