import { CRON_SECRET_HEADER } from "@/lib/platform/web/carries-secret";
import { answerReadiness } from "@/lib/reports/readiness/read-readiness";

export const dynamic = "force-dynamic";

/** Whether the portal could do its work; with the cron secret also why not. */
export function GET(request: Request): Promise<Response> {
  return answerReadiness(request.headers.get("authorization"), request.headers.get(CRON_SECRET_HEADER));
}
