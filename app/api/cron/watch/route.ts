import { cronCall } from "@/lib/cron/cron-call";
import { runJob } from "@/lib/cron/run-job";
import { deliverSoon } from "@/lib/deliver-soon";
import { runWatch } from "@/lib/watch/run-watch";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  const response = await runJob(await cronCall(request), "watch", (lease) => runWatch({ lease }));
  if (response.ok) deliverSoon();
  return response;
}
