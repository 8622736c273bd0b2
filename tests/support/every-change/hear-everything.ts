import fc from "fast-check";
import { expect } from "vitest";
import type { MailFacts } from "@/lib/ledger/facts/mail-schema";
import { dialect, rawSql, testDb } from "@/tests/support/database";
import { expectChainHolds } from "@/tests/support/state";
import { type Operation, story } from "./operations";
import { World } from "./world";

/** In `npm test`, with a seed of its own each time; before a release `npm run test:matrix`. */
const EACH_TIME = 400;
const BEFORE_A_RELEASE = dialect === "mysql" ? 1_000 : 100;
const ALL_RUNS = Number(process.env.SOAK_RUNS || (process.env.TEST_MATRIX === "whole" ? BEFORE_A_RELEASE : EACH_TIME));
/** Two files play half of the stories each, side by side. */
export const RUNS = ALL_RUNS / 2;
const TIME_FOR_ONE_MS = 2_000;
export const TIMEOUT = { timeout: RUNS * TIME_FOR_ONE_MS };

/** One person's changes within a minute: however few stories are played, one of them ends in a digest. */
const FOLDED: Operation[] = [0, 1, 2].map((site) => ({ do: "grant", by: 0, sites: [site], dies: false }));

/**
 * Plays random stories, each on an empty portal, and compares what was heard and recorded with the model. A story that
 * fails is shrunk to the shortest that still does; fast-check prints it with the seed that brings it back.
 */
export async function expectEachChangeAnnouncedOnce(): Promise<void> {
  const seen = { operations: 0, alerts: 0, mails: 0, digests: 0 };
  await fc.assert(
    fc.asyncProperty(story, async (operations) => {
      const world = await play(operations);
      seen.digests += await expectEverythingAnnounced(world);
      await expectRecordsTrue(world);
      seen.operations += operations.length;
      seen.alerts += world.model.expected.length;
      seen.mails += world.provider.inbox.size;
    }),
    { numRuns: RUNS, examples: [[FOLDED]] },
  );
  // A story in which nothing happens proves nothing.
  expect(seen.alerts).toBeGreaterThan(RUNS);
  expect(seen.mails).toBeGreaterThan(seen.alerts);
  expect(seen.digests).toBeGreaterThan(0);
  if (process.env.SOAK_RUNS) console.info(JSON.stringify({ runs: RUNS, ...seen }));
}

async function play(operations: readonly Operation[]): Promise<World> {
  const world = await World.begin();
  for (const operation of operations) await world.perform(operation);
  await world.settle();
  return world;
}

/**
 * Each Super User got exactly the alerts that the model says, none twice, and nobody anything else.
 * @returns how many of the mails were digests
 */
async function expectEverythingAnnounced(world: World): Promise<number> {
  const { model, provider } = world;
  const rows = await testDb().outboxMail.findMany();
  const heard: string[] = [];
  for (const mail of provider.inbox.values()) {
    const facts = world.factsOf(mail);
    for (const change of changesIn(facts)) heard.push(`${mail.to.replace("@people.example", "")}: ${change}`);
  }
  const due = model.expected.flatMap(({ kind, total, to }) => to.map((login) => `${login}: ${kind} ${total}`));
  expect(heard.sort()).toEqual(due.sort());
  expect(rows.filter((row) => !["sent", "folded"].includes(row.state))).toEqual([]);
  return rows.filter((row) => row.kind === "digest").length;
}

/** The alerts that a mail tells of: one, or those folded into a digest. */
function changesIn(facts: MailFacts): string[] {
  if (facts.kind === "digest") {
    expect(facts.changes).toHaveLength(facts.total);
    return facts.changes.flatMap(changesIn);
  }
  const total = "sites" in facts ? facts.total : 0;
  const also = "also" in facts ? facts.also.map((found) => `finding ${found.total}`) : [];
  return [`${facts.kind} ${total}`, ...also];
}

/** The publications say what the access table says, and the audit chain verifies. */
async function expectRecordsTrue(world: World): Promise<void> {
  const access = await rawSql("SELECT DISTINCT idsite FROM `matomo_access` ORDER BY idsite");
  const published = await testDb().publication.findMany({ orderBy: { idsite: "asc" }, select: { idsite: true } });
  expect(published.map((row) => row.idsite)).toEqual(world.publicIds());
  expect(access.map((row) => Number(row.idsite))).toEqual(world.publicIds());
  await expectChainHolds();
}
