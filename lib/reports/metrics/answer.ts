import { answerRefusal } from "@/lib/auth/refuse-request";
import { recordRefusal } from "@/lib/ledger/audit/record-refusal";
import type { Origin } from "@/lib/ledger/audit/schema";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";
import { carriesSecret } from "@/lib/platform/web/carries-secret";
import { readMetricFacts } from "./read-facts";
import { toRegistry } from "./to-registry";

type MetricsCall = {
  authorization: string | null;
  /** X-Metrics-Token */
  token?: string | null;
  path: string;
  from: Omit<Origin, "sessionRef">;
};

/**
 * The metrics, for whoever brings METRICS_TOKEN. 404 while there is no such token: nothing is at this address then. 401
 * without it, recorded like every visitor's refusal. 503 when the database cannot be read: no number is made up.
 */
export async function answerMetrics({ authorization, token = null, path, from }: MetricsCall): Promise<Response> {
  const { METRICS_TOKEN } = env();
  if (!METRICS_TOKEN) return answerRefusal("not_found");
  if (!carriesSecret(authorization, METRICS_TOKEN, token)) {
    const origin = { ...from, sessionRef: null };
    await recordRefusal({
      actor: { type: "visitor" },
      origin,
      at: now(),
      facts: { type: "request.refused", path, code: "token_wrong" },
    });
    return text(401, "The token is missing or wrong.\n");
  }
  try {
    const registry = toRegistry(await withDatabaseErrors(() => readMetricFacts(db())));
    return text(200, await registry.metrics(), registry.contentType);
  } catch (error) {
    logger().error({ err: error }, "the metrics could not be read");
    return text(503, "The database cannot be read; the portal's log says why.\n");
  }
}

function text(status: number, body: string, type = "text/plain; charset=utf-8"): Response {
  return new Response(body, { status, headers: { "content-type": type, "cache-control": "no-store" } });
}
