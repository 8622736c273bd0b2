import { cronCall } from "@/lib/cron/cron-call";
import { runJob } from "@/lib/cron/run-job";
import { deliverSoon } from "@/lib/deliver-soon";
import { runReminders } from "@/lib/reminders/run-reminders";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  const response = await runJob(await cronCall(request), "reminders", (lease) => runReminders({ lease }));
  if (response.ok) deliverSoon();
  return response;
}
