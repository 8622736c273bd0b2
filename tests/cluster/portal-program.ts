// A portal process on a cluster: does what it is asked by messages, with the project's own client and commands.

import { stepUpWithMatomo } from "@/lib/auth/prove-password";
import { signInWithMatomo } from "@/lib/auth/sign-in-with-matomo";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { appendEvent } from "@/lib/ledger/audit/append-event";
import { NO_ORIGIN } from "@/lib/ledger/audit/schema";
import { readRoster } from "@/lib/messaging/alerts/recipients";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { askToPublish, BROWSER, makePrivate, type SignedIn, signIn, stepUp, superUserOf } from "@/tests/support/people";

/** How many rows of its own a contended transaction writes. */
const STEPS = 4;

async function writeStep(tx: Tx, number: number, step: number): Promise<void> {
  await tx.db.$executeRaw`INSERT INTO cluster_write (number, step) VALUES (${number}, ${step})`;
}

/** One transaction that all others get in the way of: its event, and rows before and after it, with reads between. */
async function contend(number: number): Promise<void> {
  const facts = { type: "setting.changed", setting: "cluster", from: "", to: String(number) } as const;
  const actor = { type: "system", job: "watch" } as const;
  await inTransaction(async (tx) => {
    await writeStep(tx, number, 1);
    await appendEvent(tx, { actor, origin: NO_ORIGIN, at: now(), facts });
    for (let step = 2; step <= STEPS; step++) {
      await readRoster(tx.db);
      await writeStep(tx, number, step);
    }
  });
}

/** What somebody types at the sign-in, from anywhere. @returns the code of the refusal; null when it was right */
async function guess(
  identifier: string,
  password: string,
  { code = "", ip = BROWSER.ip } = {},
): Promise<string | null> {
  const answer = await signInWithMatomo({ identifier, password, code }, { ...BROWSER, ip });
  return answer.ok ? null : answer.code;
}

/** What a person types at the step-up. @returns the code of the refusal; null when it was right */
async function confirm(person: SignedIn, password: string, code = ""): Promise<string | null> {
  const command = { password, code, action: "grant", siteIds: [1] } as const;
  const answer = await stepUpWithMatomo(await superUserOf(person), command);
  return answer.ok ? null : answer.code;
}

/** @returns the person with the ids that their browser has from then on */
async function prove(person: SignedIn, siteIds: readonly number[]): Promise<SignedIn> {
  await stepUp(person, "grant", siteIds);
  return person;
}

const wishes = { contend, guess, confirm, signIn, prove, publish: askToPublish, makePrivate, watch: () => runWatch() };
export type Wishes = typeof wishes;

type Wish = { id: number; name: keyof Wishes; args: never[] };

async function answer({ id, name, args }: Wish): Promise<void> {
  const wish: (...args: never[]) => Promise<unknown> = wishes[name];
  try {
    process.send?.({ id, value: await wish(...args) });
  } catch (error) {
    process.send?.({ id, error: error instanceof AppError ? error.code : String(error) });
  }
}

process.on("message", (wish: Wish) => void answer(wish));
process.send?.({ id: 0 });
