import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, inject, it } from "vitest";
import { aSite, aSuperUser } from "@/tests/support/builders";
import { reconnect, useDatabase } from "@/tests/support/database";
import type { SignedIn } from "@/tests/support/people";
import { expectChainHolds } from "@/tests/support/state";
import { freezeNode, SUSPECT_MS, stateOf, thawNode, untilWhole } from "./galera";
import { outcomeOf, usePortals } from "./portals";
import { statesOf, strays } from "./public-state";
import { tally } from "./rounds";

useDatabase();
const portals = usePortals();
const galera = inject("galera");
afterAll(async () => {
  for (const index of [1, 2]) thawNode(galera, index);
  await untilWhole(galera);
});

/** What may be told in the moments in which the quorum is lost. */
const TRUE = ["ok", "database_unreachable", "busy", "outcome_unknown"];
const SITES = 40;
const AWAY_MS = 20_000;

it("without a quorum nothing is done and nothing is told that is not true; with it, everything at once and without a restart", {
  timeout: 600_000,
}, async ({ annotate }) => {
  const anna = await aSuperUser({ login: "anna" });
  await aSuperUser({ login: "jonas" });
  const atNode = await portals[0].ask("signIn", anna);
  const sites: { siteId: number; person: SignedIn }[] = [];
  for (let count = 0; count < SITES; count++) {
    // One after another: those of one login that are in flight count towards its limit.
    const person = await portals[0].ask("signIn", anna);
    const siteId = await aSite();
    sites.push({ siteId, person: await portals[0].ask("prove", person, [siteId]) });
  }
  const outcomes = new Map<number, string>();
  // Some are on their way when the others fall silent, some begin before this node knows, the last when it knows.
  const asked = sites.map(async ({ siteId, person }, index) => {
    await sleep((index / SITES) * AWAY_MS);
    outcomes.set(siteId, await outcomeOf(portals[0].ask("publish", person, [siteId])));
  });
  await sleep(AWAY_MS / 4);
  for (const index of [1, 2]) freezeNode(galera, index);
  await sleep(2 * SUSPECT_MS);
  while ((await stateOf(galera, 0)) === "Synced") await sleep(100);
  const alone = await Promise.all([
    outcomeOf(portals[0].ask("makePrivate", atNode, [sites[0]?.siteId ?? 0])),
    outcomeOf(portals[0].ask("guess", "anna", "wrong")),
    outcomeOf(portals[0].ask("signIn", anna)),
  ]);
  await Promise.all(asked);
  expect(alone).toEqual(["database_unreachable", "database_unreachable", "database_unreachable"]);
  for (const index of [1, 2]) thawNode(galera, index);
  await untilWhole(galera);
  await reconnect();

  // At once, on each node.
  const again = await portals[1].ask("signIn", anna);
  const last = await aSite();
  const proven = await portals[2].ask("prove", again, [last]);
  expect(await outcomeOf(portals[0].ask("publish", proven, [last]))).toBe("ok");

  const states = await statesOf(sites.map(({ siteId }) => siteId));
  const told = [...outcomes].map(([siteId, outcome]) => {
    const isPublic = states.get(siteId)?.isPublic;
    const isTrue = outcome === "outcome_unknown" || isPublic === (outcome === "ok");
    return `${outcome}${isTrue ? "" : `, and it is ${isPublic ? "public" : "private"}`}`;
  });
  await annotate(JSON.stringify(tally(told)));
  expect(told.filter((one) => !TRUE.includes(one))).toEqual([]);
  expect(told).toEqual(expect.arrayContaining(["ok", "database_unreachable"]));
  for (const { isPublic, publications, granted, mails } of states.values())
    expect({ publications, granted, mails }).toEqual(
      isPublic ? { publications: 1, granted: 1, mails: [2] } : { publications: 0, granted: 0, mails: [] },
    );
  expect(await strays()).toBe(0);
  await expectChainHolds();
});
