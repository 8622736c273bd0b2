import { requestOrigin } from "@/lib/auth/request";
import { METRICS_TOKEN_HEADER } from "@/lib/platform/web/carries-secret";
import { answerMetrics } from "@/lib/reports/metrics/answer";

export const dynamic = "force-dynamic";

/** Numbers for a Prometheus that brings METRICS_TOKEN. */
export async function GET(request: Request): Promise<Response> {
  const authorization = request.headers.get("authorization");
  const token = request.headers.get(METRICS_TOKEN_HEADER);
  return answerMetrics({ authorization, token, path: "/api/metrics", from: await requestOrigin() });
}
