import { after } from "next/server";
import { MINUTE_MS, now, plus } from "@/lib/clock";
import { doJob } from "@/lib/cron/do-job";
import { followUp } from "@/lib/cron/follow-up";
import { env } from "@/lib/env";
import { runProbe } from "@/lib/probe/run-probe";

/**
 * Looks at Matomo from outside right after the current response, without holding it; one look at a time, whoever asks.
 * @param options.askedBy the Super User who asked for it; null after a publication, and then at most once a minute
 */
export function lookOutsideSoon({ askedBy }: { askedBy: string | null }): void {
  if (env().MATOMO_URL === undefined) return;
  after(async () => {
    const once = askedBy === null ? { onceSince: plus(now(), -MINUTE_MS) } : {};
    const result = await doJob("probe", (lease) => runProbe({ lease, askedBy }), once);
    await followUp("probe", result);
  });
}
