import { runJob } from "@/lib/cron/run-job";
import { deliverDue } from "@/lib/mail/deliver-due";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return runJob(request, "deliver", () => deliverDue());
}
