import { requestOrigin } from "@/lib/auth/request";
import { answerMetrics } from "@/lib/metrics/answer";

export const dynamic = "force-dynamic";

/** Numbers for a Prometheus that brings METRICS_TOKEN. */
export async function GET(request: Request): Promise<Response> {
  const authorization = request.headers.get("authorization");
  return answerMetrics({ authorization, path: "/api/metrics", from: await requestOrigin() });
}
