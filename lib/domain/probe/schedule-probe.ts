import { after } from "next/server";
import { doJob, type JobOutcome } from "@/lib/ledger/jobs/do-job";
import { deliverDue } from "@/lib/messaging/mail/deliver-due";
import { notifyUrgent } from "@/lib/messaging/mail/notify-urgent";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";
import { isStopping, pauseUnlessStopping } from "@/lib/platform/shutdown";
import { runProbe } from "./run-probe";

/** A probe takes a minute at most: so often one waits for one that began before the change. */
const TRIES = 40;
const BETWEEN_TRIES_MS = 3_000;

/**
 * Probes Matomo from outside right after the current response, without holding it; one probe at a time, whoever asks.
 * @param options.askedBy the Super User who asked for it; null after a change of public access: what counts then is a probe
 * that begins from now on, by whomever
 */
export function scheduleProbe({ askedBy }: { askedBy: string | null }): void {
  if (env().MATOMO_URL === undefined) return;
  const since = now();
  after(() => (askedBy === null ? probeSince(since) : probe(askedBy).then(() => undefined)));
}

async function probe(askedBy: string | null): Promise<JobOutcome["outcome"]> {
  const { outcome } = await doJob("probe", (lease) => runProbe({ lease, askedBy }));
  if (outcome === "done") await Promise.all([notifyUrgent(), sendWhatWasFound()]);
  return outcome;
}

/** Waits for a probe that is under way, which may have seen what was before, then probes anew; the next watch is the safety net. */
async function probeSince(since: Date): Promise<void> {
  try {
    for (let tries = 0; tries < TRIES && !isStopping(); tries += 1) {
      if ((await db().probe.count({ where: { at: { gte: since } } })) > 0) return;
      if ((await probe(null)) !== "skipped") return;
      await pauseUnlessStopping(BETWEEN_TRIES_MS);
    }
  } catch (error) {
    logger().error({ err: error }, "what changed was not checked from outside; the next watch tries again");
  }
}

async function sendWhatWasFound(): Promise<void> {
  try {
    await deliverDue({ escalate: false });
  } catch (error) {
    logger().error({ err: error }, "first delivery failed; cron tries again");
  }
}
