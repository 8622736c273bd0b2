import { after } from "next/server";
import { doJob } from "@/lib/ledger/jobs/do-job";
import { deliverDue } from "@/lib/messaging/mail/deliver-due";
import { tellUrgent } from "@/lib/messaging/mail/tell-urgent";
import { MINUTE_MS, now, plus } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";
import { runProbe } from "./run-probe";

/**
 * Probes Matomo from outside right after the current response, without holding it; one probe at a time, whoever asks.
 * @param options.askedBy the Super User who asked for it; null after a publication, and then at most once a minute
 */
export function scheduleProbe({ askedBy }: { askedBy: string | null }): void {
  if (env().MATOMO_URL === undefined) return;
  after(async () => {
    const once = askedBy === null ? { onceSince: plus(now(), -MINUTE_MS) } : {};
    const { outcome } = await doJob("probe", (lease) => runProbe({ lease, askedBy }), once);
    if (outcome === "done") await Promise.all([tellUrgent(), sendWhatWasFound()]);
  });
}

async function sendWhatWasFound(): Promise<void> {
  try {
    await deliverDue({ escalate: false });
  } catch (error) {
    logger().error({ err: error }, "first delivery failed; cron tries again");
  }
}
