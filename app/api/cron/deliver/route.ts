import { cronCall } from "@/lib/cron/cron-call";
import { runJob } from "@/lib/cron/run-job";
import { deliverDue } from "@/lib/mail/deliver-due";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  return runJob(await cronCall(request), "deliver", () => deliverDue());
}
