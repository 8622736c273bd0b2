import { pollDeliveryStatus } from "@/lib/domain/deliveries/poll-delivery-status";
import { runProbe } from "@/lib/domain/probe/run-probe";
import { runReminders } from "@/lib/domain/reminders/run-reminders";
import { runWatch } from "@/lib/domain/watch/run-watch";
import type { JobName } from "@/lib/ledger/audit/schema";
import type { Work } from "@/lib/ledger/jobs/do-job";
import { deliverDue } from "@/lib/messaging/mail/deliver-due";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { isStopping } from "@/lib/platform/shutdown";
import { keepHouse } from "./housekeep";

export type CronJobName = Exclude<JobName, "migrate" | "drill" | "block">;

type CronJob = {
  /** how often the portal's own clock does it (CRON=internal) */
  everyMinutes: () => number;
  /** of the minute, at which that clock ticks: one after another, so that no job waits for another's commit */
  second: number;
  work: Work;
};

/** The jobs, for the cron routes and for the portal's own clock. */
export const CRON_JOBS: Record<CronJobName, CronJob> = {
  watch: { everyMinutes: () => env().WATCH_INTERVAL_MINUTES, second: 0, work: (lease) => runWatch({ lease }) },
  deliver: {
    everyMinutes: () => 1,
    second: 20,
    work: async () => {
      const counts = { ...(await deliverDue()), news: await pollDeliveryStatus() };
      // Cut short, not done: the next process need not wait for the next minute.
      if (isStopping()) throw new AppError("lease_lost");
      return counts;
    },
  },
  probe: { everyMinutes: () => 60, second: 50, work: (lease) => runProbe({ lease }) },
  reminders: {
    everyMinutes: () => 60,
    second: 40,
    work: async (lease) => {
      const counts = await runReminders({ lease });
      await keepHouse();
      return counts;
    },
  },
};
