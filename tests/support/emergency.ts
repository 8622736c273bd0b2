import { expect } from "vitest";
import { runWithRecentAuth, runWithStepUp } from "@/lib/auth/command";
import { readBlock } from "@/lib/domain/public-access/block-state";
import { blockCommand, explainBlockCommand, extendCommand, unblockCommand } from "@/lib/domain/public-access/commands";
import { testDb } from "./database";
import { type SignedIn, stepUp } from "./people";
import { everything } from "./state";

type Restore = "all" | readonly number[];

/** The actions about everything that is public, with whatever proof the person has. */
export const ask = {
  block: (person: SignedIn) => runWithRecentAuth(blockCommand, person.context, {}),
  explain: (person: SignedIn, blockId: number, reason: string) =>
    runWithRecentAuth(explainBlockCommand, person.context, { blockId, reason }),
  unblock: (person: SignedIn, blockId: number, restore: Restore) =>
    runWithStepUp(unblockCommand, person.context, { blockId, restore }),
  extend: (person: SignedIn, siteIds: readonly number[], endsOn: string | null) =>
    runWithStepUp(extendCommand, person.context, { siteIds, endsOn }),
};

/** What a step-up for turning a block off is bound to, as the dialog asks for it. */
export function unblockSubject(blockId: number, restore: Restore): readonly number[] {
  return restore === "all" ? [0, blockId] : restore;
}

/** Step-up for the block that is on, and turns it off, as the dialog does them. */
export async function unblock(person: SignedIn, restore: Restore = "all") {
  const blockId = await currentBlock();
  await stepUp(person, "unblock", unblockSubject(blockId, restore));
  return ask.unblock(person, blockId, restore);
}

/** Step-up and extend. */
export async function extend(person: SignedIn, siteIds: readonly number[], endsOn: string | null) {
  await stepUp(person, "extend", siteIds);
  return ask.extend(person, siteIds, endsOn);
}

/** The id of the block that is on; of none that there can be while there is none. */
export async function currentBlock(): Promise<number> {
  return (await readBlock(testDb()))?.id ?? 999_999;
}

/** The sites that the block remembers, ascending. */
export async function blockedIds(): Promise<number[]> {
  const rows = await testDb().blockedPublication.findMany({ orderBy: { idsite: "asc" } });
  return rows.map((row) => row.idsite);
}

/** `attempt` is refused with `code`, and nothing at all is written but the refusal. */
export async function expectRefused(code: string, attempt: () => Promise<unknown>): Promise<void> {
  const before = await everythingPublic();
  expect(await attempt()).toMatchObject({ ok: false, code });
  expect(await everythingPublic()).toEqual(before);
  expect(await testDb().auditEvent.findFirst({ orderBy: { seq: "desc" } })).toMatchObject({ type: "action.refused" });
}

/** Everything that a change of all public access may touch. */
async function everythingPublic() {
  return {
    ...(await everything()),
    blocked: await testDb().blockedPublication.findMany({ orderBy: { idsite: "asc" } }),
    findings: await testDb().finding.findMany({ orderBy: [{ kind: "asc" }, { subject: "asc" }] }),
  };
}
