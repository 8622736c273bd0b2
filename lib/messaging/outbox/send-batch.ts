import { now, SECOND_MS } from "@/lib/platform/clock";
import { inChunks } from "@/lib/platform/db/sql";
import { callUnlessGivenUp } from "@/lib/platform/shutdown";
import type { ClaimedMail } from "./claim";
import type { PreparedMail } from "./prepare";
import type { RateLimiter } from "./rate-limiter";
import { mayGoElsewhere } from "./retry-policy";
import type { OutgoingMail, Sender, SendOutcome } from "./sender";

/** The transport of one run. */
type Transports = { first: Sender; pace: RateLimiter; fallback: Sender | null };
/** The time of one run. */
type Time = { isOver: () => boolean; pause: (ms: number) => Promise<unknown> };

export type Try = { mail: ClaimedMail; outcome: SendOutcome; via: string; at: Date };
/** `restMs`: how long the sender wants to be left alone, when that kept the run from handing over the rest. */
export type SentBatch = { tries: Try[]; restMs: number | null };

type Ready = { mail: ClaimedMail; outgoing: OutgoingMail };

/** A longer pause is not waited for: the mails are put off, and the run ends. */
const LONGEST_PAUSE_MS = 5 * SECOND_MS;
const FALLBACK_AT_ONCE = 4;

/**
 * Hands the mails of a batch over, as fast as the provider allows. What it asks to try again after a short pause is
 * tried again, and is not counted. Mails that were not handed over, because the time is up or the sender wants a
 * longer rest, have no try.
 */
export async function sendBatch(
  prepared: readonly PreparedMail[],
  transports: Transports,
  time: Time,
): Promise<SentBatch> {
  const { pace: limiter } = transports;
  const tries: Try[] = [];
  const queue: Ready[] = [];
  for (const { mail, outgoing } of prepared) {
    if (outgoing instanceof Error) tries.push(unrendered(mail, outgoing));
    else queue.push({ mail, outgoing });
  }
  const inHand = new Set<Promise<void>>();
  const hand = async (ready: Ready) => {
    const done = await tryOnce(ready, transports);
    if (isShortPause(done.outcome) && !time.isOver()) queue.push(ready);
    else tries.push(done);
  };
  try {
    while (queue.length > 0 || inHand.size > 0) {
      const waitMs = limiter.waitMs(now());
      const ready = queue[0];
      if (ready === undefined || waitMs === null) await Promise.race(inHand);
      else if (time.isOver() || waitMs > LONGEST_PAUSE_MS) break;
      else if (waitMs > 0) await time.pause(waitMs);
      else {
        queue.shift();
        limiter.handed();
        const handed: Promise<void> = hand(ready).finally(() => inHand.delete(handed));
        inHand.add(handed);
      }
    }
  } finally {
    await Promise.allSettled(inHand);
  }
  const waitMs = limiter.waitMs(now()) ?? 0;
  if (waitMs <= LONGEST_PAUSE_MS) return { tries, restMs: null };
  return { tries: [...tries, ...(await handElsewhere(queue, transports.fallback, waitMs, time))], restMs: waitMs };
}

async function tryOnce({ mail, outgoing }: Ready, { first, pace: limiter, fallback }: Transports): Promise<Try> {
  const outcome = await answerOf(first, outgoing);
  limiter.answered(outcome, now());
  const done = { mail, outcome, via: first.name, at: now() };
  if (fallback === null || outcome.outcome !== "later" || isShortPause(outcome)) return done;
  if (!mayGoElsewhere(mail, now())) return done;
  const second = await answerOf(fallback, outgoing);
  if (second.outcome === "accepted") return { mail, outcome: second, via: fallback.name, at: now() };
  // The first way's failure counts: what a relay says of an address is not what its own server says.
  return { ...done, outcome: { ...outcome, error: `${outcome.error} ${alsoNot(second)}` }, at: now() };
}

/** What the sender answers. One that is silent while the portal stops may have taken the mail: the next process asks. */
function answerOf(sender: Sender, mail: OutgoingMail): Promise<SendOutcome> {
  const error = `The portal was stopped before ${sender.name} answered.`;
  return callUnlessGivenUp(sender.send(mail), () => ({ outcome: "later", error, retryAfterMs: 0, inDoubt: true }));
}

/** While the first transport rests, mails that it has failed for long go through the fallback alone. */
async function handElsewhere(
  queue: readonly Ready[],
  fallback: Sender | null,
  restMs: number,
  time: Time,
): Promise<Try[]> {
  if (fallback === null) return [];
  const tries: Try[] = [];
  const overdue = queue.filter(({ mail }) => mayGoElsewhere(mail, now()));
  for (const chunk of inChunks(overdue, FALLBACK_AT_ONCE)) {
    if (time.isOver()) break;
    tries.push(...(await Promise.all(chunk.map((ready) => tryElsewhere(ready, fallback, restMs)))));
  }
  return tries;
}

async function tryElsewhere({ mail, outgoing }: Ready, fallback: Sender, restMs: number): Promise<Try> {
  const answer = await answerOf(fallback, outgoing);
  const outcome: SendOutcome =
    answer.outcome === "accepted" ? answer : { outcome: "later", error: alsoNot(answer), retryAfterMs: restMs };
  return { mail, outcome, via: fallback.name, at: now() };
}

function alsoNot(outcome: Exclude<SendOutcome, { outcome: "accepted" }>): string {
  return `The fallback did not take it: ${outcome.error}`;
}

function isShortPause(outcome: SendOutcome): boolean {
  return outcome.outcome === "later" && outcome.retryAfterMs !== null && outcome.retryAfterMs <= LONGEST_PAUSE_MS;
}

function unrendered(mail: ClaimedMail, { message }: Error): Try {
  const error = `the mail could not be rendered: ${message}`;
  return { mail, outcome: { outcome: "later", error, retryAfterMs: null }, via: "", at: now() };
}
