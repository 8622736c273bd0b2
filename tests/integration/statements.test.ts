import { expect, it } from "vitest";
import { readBlockView } from "@/lib/domain/public-access/block-view";
import { listSites } from "@/lib/domain/public-access/queries";
import { sitesQuerySchema } from "@/lib/domain/public-access/schema";
import { warnOfEnds } from "@/lib/domain/public-access/warn-of-ends";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { DAY_MS, now, plus } from "@/lib/platform/clock";
import { dayIn } from "@/lib/platform/date-format";
import { inTransaction } from "@/lib/platform/db/transaction";
import { statementsOf } from "@/tests/bench/count-statements";
import { anonymousAccess, aSuperUser } from "@/tests/support/builders";
import { hasInvites, rawRun, useDatabase } from "@/tests/support/database";
import { ask, currentBlock, unblockSubject } from "@/tests/support/emergency";
import { manySites } from "@/tests/support/many-sites";
import { askToPublish, makePrivate, type SignedIn, signIn, stepUp } from "@/tests/support/people";

useDatabase();

/** Longer than any statement that carries no list of thousands of ids. */
const CARRIES_IDS = 10_000;

it("publishing and making private take the same number of statements for 1 site and for 4,000", async () => {
  const anna = await signInAfterTheFirstWatch();
  const one = await publishAndTakeBack(anna, await manySites(1));
  const thousands = await publishAndTakeBack(anna, await manySites(4_000));
  expect(thousands.publish.length).toBe(one.publish.length);
  expect(thousands.revoke.length).toBe(one.revoke.length);
});

it("beyond 5,000 sites only the statements that carry the ids are sent once more", async () => {
  const anna = await signInAfterTheFirstWatch();
  const ids = await manySites(8_000);
  const inOneChunk = await publishAndTakeBack(anna, ids.slice(0, 4_000));
  const inTwo = await publishAndTakeBack(anna, ids);
  const carriers = (statements: string[]) => statements.filter((sql) => sql.length > CARRIES_IDS).length;
  expect(carriers(inOneChunk.publish)).toBeGreaterThan(0);
  expect(inTwo.publish.length - inOneChunk.publish.length).toBe(carriers(inOneChunk.publish));
  expect(inTwo.revoke.length - inOneChunk.revoke.length).toBe(carriers(inOneChunk.revoke));
});

it("extending, warning, blocking and restoring take the same number of statements for 1 site and for 1,000", async () => {
  const anna = await signInAfterTheFirstWatch();
  const one = await everyCommand(anna, await manySites(1));
  const thousand = await everyCommand(anna, await manySites(1_000));
  expect(thousand).toEqual(one);
});

it("an alert takes the same number of statements for 2 Super Users and for 200", async () => {
  const anna = await signInAfterTheFirstWatch();
  await aSuperUser();
  const [first, second] = [await manySites(3), await manySites(3)];
  const forTwo = await publishAndTakeBack(anna, first);
  for (let more = 0; more < 198; more++) await aSuperUser();
  const forAll = await publishAndTakeBack(anna, second);
  expect([forTwo.mailCount, forAll.mailCount]).toEqual([2, 200]);
  expect(forAll.publish.length).toBe(forTwo.publish.length);
  expect(forAll.revoke.length).toBe(forTwo.revoke.length);
});

it("a page of the list takes the same number of statements for 10 rows and for 200", async () => {
  for (const id of (await manySites(200)).slice(0, 50)) await anonymousAccess(id);
  const page = async (pageSize: number) => {
    let rows = 0;
    const statements = await statementsOf(async () => {
      rows = (await listSites(sitesQuerySchema.parse({ pageSize, state: "all" }))).rows.length;
    });
    return { rows, statements: statements.length };
  };
  const [small, large] = [await page(10), await page(200)];
  expect([small.rows, large.rows]).toEqual([10, 200]);
  expect(large.statements).toBe(small.statements);
});

it("a watch takes the same number of statements over 5 public sites and over 500, quiet or not", async () => {
  await aSuperUser();
  await runWatch();
  const watch = async (appeared: number) => {
    const before = await runWatch();
    const ids = await manySites(appeared);
    await rawRun(
      "INSERT INTO `matomo_access` (login, idsite, access) SELECT 'anonymous', idsite, 'view' FROM `matomo_site` WHERE idsite >= ?",
      [ids[0] ?? 0],
    );
    const hearing = await statementsOf(() => runWatch());
    const quiet = await statementsOf(() => runWatch());
    expect(await runWatch()).toMatchObject({ public: before.public + appeared, appeared: 0 });
    return { hearing: hearing.length, quiet: quiet.length };
  };
  const few = await watch(5);
  expect(await watch(495)).toEqual(few);
  // The log beside what the process remembers of it, three times; sites, publications, baseline, block, ends, end warnings; rows,
  // user and findings; people as they are and were.
  // An older Matomo is asked twice whether it knows invitations, and how.
  expect(few.quiet).toBeLessThanOrEqual(hasInvites ? 14 : 18);
});

/** The baseline is written once in the life of a portal; it is not what is counted here. */
async function signInAfterTheFirstWatch(): Promise<SignedIn> {
  const user = await aSuperUser();
  await runWatch();
  return signIn(user);
}

async function publishAndTakeBack(person: SignedIn, ids: number[]) {
  await stepUp(person, "grant", ids);
  let mailCount = 0;
  const publish = await statementsOf(async () => {
    const result = await askToPublish(person, ids);
    expect(result).toMatchObject({ ok: true, data: { grantedCount: ids.length } });
    if (result.ok) mailCount = result.data.mailCount;
  });
  const revoke = await statementsOf(async () => {
    expect(await makePrivate(person, ids)).toMatchObject({ ok: true, data: { revokedCount: ids.length } });
  });
  return { publish, revoke, mailCount };
}

/** How many statements each command about these sites takes: they are public when it begins, and private when it ends. */
async function everyCommand(person: SignedIn, ids: number[]) {
  const count = async (work: () => Promise<unknown>) => (await statementsOf(work)).length;
  await stepUp(person, "grant", ids);
  await askToPublish(person, ids);
  await stepUp(person, "extend", ids);
  const inFiveDays = plus(now(), 5 * DAY_MS);
  const extending = await count(async () =>
    expect(await ask.extend(person, ids, dayIn(inFiveDays, "UTC"))).toMatchObject({
      data: { extendedCount: ids.length },
    }),
  );
  const warning = await count(async () =>
    expect(await inTransaction((tx) => warnOfEnds(tx, inFiveDays))).toBe(ids.length),
  );
  const listing = await count(() => listSites(sitesQuerySchema.parse({})));
  const blocking = await count(async () =>
    expect(await ask.block(person)).toMatchObject({ data: { madePrivateCount: ids.length } }),
  );
  const blockId = await currentBlock();
  const viewing = await count(async () => expect((await readBlockView()).sites).toHaveLength(ids.length));
  await stepUp(person, "unblock", unblockSubject(blockId, "all"));
  const restoring = await count(async () =>
    expect(await ask.unblock(person, blockId, "all")).toMatchObject({ data: { restoredCount: ids.length } }),
  );
  await makePrivate(person, ids);
  return { extending, warning, listing, blocking, viewing, restoring };
}
