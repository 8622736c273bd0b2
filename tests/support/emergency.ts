import { expect } from "vitest";
import { runWithRecentAuth, runWithStepUp } from "@/lib/auth/command";
import {
  dropPauseCommand,
  extendCommand,
  lockCommand,
  pauseCommand,
  resumeCommand,
  unlockCommand,
} from "@/lib/domain/public-access/commands";
import { readPause } from "@/lib/domain/public-access/pause-state";
import { testDb } from "./database";
import { type SignedIn, stepUp } from "./people";
import { everything } from "./state";

const reason = "A visitor's name is in a page title";

/** The actions about everything that is public, with whatever proof the person has. */
export const ask = {
  lock: (person: SignedIn) => runWithRecentAuth(lockCommand, person.context, { reason }),
  unlock: (person: SignedIn) => runWithStepUp(unlockCommand, person.context, {}),
  pause: (person: SignedIn) => runWithRecentAuth(pauseCommand, person.context, { reason }),
  resume: (person: SignedIn, pauseId: number) => runWithStepUp(resumeCommand, person.context, { pauseId }),
  dropPause: (person: SignedIn, pauseId: number) => runWithRecentAuth(dropPauseCommand, person.context, { pauseId }),
  extend: (person: SignedIn, siteIds: readonly number[], endsOn: string | null) =>
    runWithStepUp(extendCommand, person.context, { siteIds, endsOn }),
};

/** Step-up and unlock, as the dialog does them. */
export async function unlock(person: SignedIn) {
  await stepUp(person, "unlock", []);
  return ask.unlock(person);
}

/** Step-up for the pause that is on, and resume. */
export async function resume(person: SignedIn) {
  const pauseId = await currentPause();
  await stepUp(person, "resume", [pauseId]);
  return ask.resume(person, pauseId);
}

/** Step-up and extend. */
export async function extend(person: SignedIn, siteIds: readonly number[], endsOn: string | null) {
  await stepUp(person, "extend", siteIds);
  return ask.extend(person, siteIds, endsOn);
}

/** The id of the pause that is on. */
export async function currentPause(): Promise<number> {
  return (await readPause(testDb()))?.id ?? 0;
}

/** The sites put aside, ascending. */
export async function pausedIds(): Promise<number[]> {
  const rows = await testDb().pausedPublication.findMany({ orderBy: { idsite: "asc" } });
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
    paused: await testDb().pausedPublication.findMany({ orderBy: { idsite: "asc" } }),
    findings: await testDb().finding.findMany({ orderBy: [{ kind: "asc" }, { subject: "asc" }] }),
  };
}
