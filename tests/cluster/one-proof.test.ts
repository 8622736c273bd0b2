import { expect, it } from "vitest";
import { aSite, aSuperUser } from "@/tests/support/builders";
import { useDatabase } from "@/tests/support/database";
import { expectChainHolds } from "@/tests/support/state";
import { outcomeOf, usePortals } from "./portals";
import { statesOf, strays } from "./public-state";
import { rounds, tally } from "./rounds";

useDatabase();
const portals = usePortals();

const ROUNDS = rounds(300);
const SUPER_USERS = 3;
/** What the two that come later may be told: the proof is used, or too many wrote at once. */
const REFUSALS = ["proof_used", "busy"];

it("one proof used on three nodes at once publishes once: one event, one publication, one mail to each Super User", {
  timeout: 3_600_000,
}, async () => {
  const anna = await aSuperUser({ login: "anna" });
  for (let other = 1; other < SUPER_USERS; other++) await aSuperUser();
  let person = await portals[0].ask("signIn", anna);
  const sites: number[] = [];
  const wrong: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const siteId = await aSite();
    sites.push(siteId);
    const first = portals[round % portals.length] ?? portals[0];
    person = await first.ask("prove", person, [siteId]);
    const outcomes = await Promise.all(portals.map((portal) => outcomeOf(portal.ask("publish", person, [siteId]))));
    const { ok, ...refused } = tally(outcomes);
    const isRight = ok === 1 && Object.keys(refused).every((code) => REFUSALS.includes(code));
    if (!isRight) wrong.push(`site ${siteId}: ${outcomes.join(", ")}`);
  }
  const once = { isPublic: true, publications: 1, granted: 1, revoked: 0, mails: [SUPER_USERS] };
  for (const [id, state] of await statesOf(sites))
    if (JSON.stringify(state) !== JSON.stringify(once)) wrong.push(`site ${id}: ${JSON.stringify(state)}`);
  expect(wrong).toEqual([]);
  expect(await strays()).toBe(0);
  await expectChainHolds();
});
