import { MINUTE_MS, now, plus } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { isStopping, pauseUnlessStopping } from "@/lib/platform/shutdown";
import { claimDue } from "./claim";
import { prepare, type Rendering } from "./prepare";
import { RateLimiter } from "./rate-limiter";
import { recordOutcomes } from "./record-outcomes";
import { sendBatch } from "./send-batch";
import type { Sender } from "./sender";

export type DeliveryCounts = { sent: number; retried: number; failed: number };

/** How long Vercel lets a function run (E38). */
const BUDGET_MS = 5 * MINUTE_MS;
/** After this part of it no mail is handed over any more: what is in hand must still be answered and recorded. */
const USED_PART = 0.8;

/**
 * Sends everything that is due now, batch by batch. At least once: a mail is marked sent only after the provider took
 * it, and every try carries the same bytes under the same key. Mails put off during the run wait for the next one, but
 * for those whose key the provider has for another mail: they go out at once under a new key.
 * Told to stop, a run claims and hands over nothing more, and what it holds is free again.
 *
 * @param options.fallback takes what `sender` has failed for 15 minutes
 * @param options.budgetMs how long the caller may run; after 80 % of it no mail is claimed or handed over any more
 * @param options.pause how to wait for the provider; tests move their clock
 */
export async function deliver(
  sender: Sender,
  rendering: Rendering,
  options: { fallback?: Sender | null; budgetMs?: number; pause?: (ms: number) => Promise<unknown> } = {},
): Promise<DeliveryCounts> {
  const { fallback = null, budgetMs = BUDGET_MS, pause = pauseUnlessStopping } = options;
  const counts: DeliveryCounts = { sent: 0, retried: 0, failed: 0 };
  const dueAt = now();
  const until = plus(dueAt, budgetMs * USED_PART);
  const time = { isOver: () => isStopping() || now() >= until, pause };
  const transports = { first: sender, fallback, pace: new RateLimiter() };
  const newKeys = new Set<bigint>();
  while (!time.isOver()) {
    const { claim, mails } = await withDatabaseErrors(() => claimDue(db(), dueAt, now()));
    if (mails.length === 0) break;
    const batch = await sendBatch(await prepare(mails, rendering), transports, time);
    for (const result of await recordOutcomes(claim, batch, newKeys)) {
      counts[result.state === "due" ? "retried" : result.state === "sent" ? "sent" : "failed"] += 1;
      if (result.state === "due" && result.keyTaken) newKeys.add(result.mail.id);
    }
    if (batch.restMs !== null && fallback === null) break;
  }
  return counts;
}
