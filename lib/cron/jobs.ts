import type { JobName } from "@/lib/audit/schema";
import { pollFates } from "@/lib/deliveries/poll-fates";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { deliverDue } from "@/lib/mail/deliver-due";
import { runProbe } from "@/lib/probe/run-probe";
import { runReminders } from "@/lib/reminders/run-reminders";
import { isStopping } from "@/lib/shutdown";
import { runWatch } from "@/lib/watch/run-watch";
import type { Work } from "./do-job";
import { keepHouse } from "./housekeep";

export type CronJobName = Exclude<JobName, "migrate" | "drill">;

export type CronJob = {
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
      const counts = { ...(await deliverDue()), news: await pollFates() };
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
