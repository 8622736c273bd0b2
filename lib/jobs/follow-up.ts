import { changedSinceProbe } from "@/lib/domain/probe/last-change";
import { reminderWorkIsDue } from "@/lib/domain/reminders/run-reminders";
import { doJob, type JobOutcome } from "@/lib/ledger/jobs/do-job";
import { deliverDue } from "@/lib/messaging/mail/deliver-due";
import { notifyUrgent } from "@/lib/messaging/mail/notify-urgent";
import { db } from "@/lib/platform/db/client";
import { logger } from "@/lib/platform/logger";
import { pingHeartbeat } from "./heartbeat";
import { CRON_JOBS, type CronJobName } from "./jobs";

/**
 * What comes after a job that was done, whoever asked for it: the heartbeat of a good watch (E47); a reminder that is
 * overdue, because its own cron did not come (E36); an external check where sites became public or private since the last
 * one; and the mails that the job queued, at once. Never throws; what goes wrong is logged, and the next tick tries again.
 */
export async function followUp(job: CronJobName, result: JobOutcome): Promise<void> {
  if (result.outcome !== "done") return;
  // At once: a monitor that hangs holds up no mail.
  await Promise.all([
    job === "watch" ? pingHeartbeat() : undefined,
    job === "watch" || job === "reminders" ? checkWhatChanged() : undefined,
    job === "probe" ? notifyUrgent() : undefined,
    sendWhatIsDue(job),
  ]);
}

async function checkWhatChanged(): Promise<void> {
  try {
    if (!(await changedSinceProbe(db()))) return;
    await followUp("probe", await doJob("probe", CRON_JOBS.probe.work));
  } catch (error) {
    logger().error({ err: error }, "what changed was not checked from outside; the next watch tries again");
  }
}

async function sendWhatIsDue(job: CronJobName): Promise<void> {
  try {
    const overdue = job !== "reminders" && (await reminderWorkIsDue());
    if (overdue) await doJob("reminders", CRON_JOBS.reminders.work);
    if (overdue || job !== "deliver") await deliverDue({ escalate: false });
  } catch (error) {
    logger().error({ job, err: error }, "what follows a job failed; the next tick tries again");
  }
}
