import { carriesSecret } from "@/lib/cron/authorize";
import { env } from "@/lib/env";
import { readReadiness } from "./read-readiness";

/**
 * The answer to "could it do its work?": 200 or 503. Everybody hears yes or no; who has the cron secret hears why.
 * @param authorization the header of that name
 * @param secret X-Cron-Secret
 */
export async function answerReadiness(authorization: string | null, secret: string | null = null): Promise<Response> {
  const { problems, warnings } = await readReadiness();
  const ready = problems.length === 0;
  const status = ready ? "ready" : "not ready";
  const details = carriesSecret(authorization, env().CRON_SECRET, secret) ? { problems, warnings } : {};
  return Response.json({ status, ...details }, { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}
