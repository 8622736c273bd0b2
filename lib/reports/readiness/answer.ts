import { env } from "@/lib/platform/env";
import { carriesSecret } from "@/lib/platform/web/carries-secret";
import { readReadiness, recentReadiness } from "./read-readiness";

/**
 * The answer to "could it do its work?": 200 or 503. Everybody hears yes or no, as of the last 5 seconds;
 * who has the cron secret hears why, as of now.
 * @param authorization the header of that name
 * @param secret X-Cron-Secret
 */
export async function answerReadiness(authorization: string | null, secret: string | null = null): Promise<Response> {
  const isKnown = carriesSecret(authorization, env().CRON_SECRET, secret);
  const { problems, warnings } = await (isKnown ? readReadiness() : recentReadiness());
  const ready = problems.length === 0;
  const status = ready ? "ready" : "not ready";
  const details = isKnown ? { problems, warnings } : {};
  return Response.json({ status, ...details }, { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}
