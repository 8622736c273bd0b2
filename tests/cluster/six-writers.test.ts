import { expect, it } from "vitest";
import { aSite, aSuperUser, type TestUser } from "@/tests/support/builders";
import { useDatabase } from "@/tests/support/database";
import type { SignedIn } from "@/tests/support/people";
import { expectChainHolds } from "@/tests/support/state";
import { outcomeOf, type Portal, usePortals } from "./portals";
import { type SiteState, statesOf, strays } from "./public-state";
import { rounds, tally } from "./rounds";

useDatabase();
const portals = usePortals();

const FOR_MS = rounds(120_000);
const WRITERS_PER_NODE = 2;
const WRITERS = 3 * WRITERS_PER_NODE;
/** For contention, of everything that was asked. */
const MOST_REFUSED = 0.01;

/** What one writer was answered about the one site that is theirs. */
type Story = {
  siteId: number;
  granted: number;
  revoked: number;
  isPublic: boolean;
  isUnknown: boolean;
  said: string[];
};

/** Publishes and makes private in turn; what was refused is asked again. */
async function write(portal: Portal, person: SignedIn, siteId: number, until: number): Promise<Story> {
  const story: Story = { siteId, granted: 0, revoked: 0, isPublic: false, isUnknown: false, said: [] };
  const t = async (asked: Promise<unknown>) => {
    const outcome = await outcomeOf(asked);
    story.said.push(outcome);
    return outcome === "ok";
  };
  let proven: SignedIn | null = null;
  while (performance.now() < until) {
    if (story.isPublic) {
      if (!(await t(portal.ask("makePrivate", person, [siteId])))) continue;
      story.revoked++;
      story.isPublic = false;
      continue;
    }
    if (!proven) {
      const asking: Promise<SignedIn> = portal.ask("prove", person, [siteId]);
      if (!(await t(asking))) continue;
      proven = await asking;
      person = proven;
    }
    if (!(await t(portal.ask("publish", proven, [siteId])))) continue;
    story.granted++;
    story.isPublic = true;
    proven = null;
  }
  return story;
}

it("of six writers on three nodes each ok stands with its event and its mails, and each refusal changed nothing", {
  timeout: 3_600_000,
}, async ({ annotate }) => {
  const users: TestUser[] = [];
  for (let number = 0; number < WRITERS; number++) users.push(await aSuperUser());
  const writers: { portal: Portal; person: SignedIn; siteId: number }[] = [];
  for (const [index, user] of users.entries()) {
    const portal = portals[index % portals.length] ?? portals[0];
    writers.push({ portal, person: await portal.ask("signIn", user), siteId: await aSite() });
  }
  const until = performance.now() + FOR_MS;
  const stories = await Promise.all(writers.map(({ portal, person, siteId }) => write(portal, person, siteId, until)));
  const states = await statesOf(stories.map(({ siteId }) => siteId));
  for (const { siteId, granted, revoked, isPublic } of stories) {
    const publications = isPublic ? 1 : 0;
    const mails = Array.from({ length: granted + revoked }, () => WRITERS);
    expect(states.get(siteId)).toEqual({ isPublic, publications, granted, revoked, mails } satisfies SiteState);
  }
  expect(await strays()).toBe(0);
  await expectChainHolds();
  const { ok = 0, busy = 0, ...others } = tally(stories.flatMap(({ said }) => said));
  await annotate(`${ok} done, ${busy} refused for contention`);
  expect(others).toEqual({});
  expect(busy / (ok + busy)).toBeLessThan(MOST_REFUSED);
});
