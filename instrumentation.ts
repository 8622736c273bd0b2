import type { Instrumentation } from "next";

// biome-ignore lint/style/noProcessEnv: a constant of the build, by which Next leaves Node's parts out of the edge bundle.
const onNode = process.env.NEXT_RUNTIME === "nodejs";

/** Runs once, before the server takes its first request: a half-configured portal does not start. */
export async function register(): Promise<void> {
  if (!onNode) return;
  const { loadEnvOrExit } = await import("@/lib/platform/load-env-or-exit");
  const { CRON, NEXTAUTH_SECRET, NEXTAUTH_URL, TRUSTED_PROXIES } = loadEnvOrExit();
  const { endInGoodOrder } = await import("@/lib/platform/shutdown");
  endInGoodOrder();
  const { markRequests } = await import("@/lib/platform/web/mark-requests");
  markRequests({ secret: NEXTAUTH_SECRET, portalUrl: NEXTAUTH_URL });
  const { boundConnections } = await import("@/lib/platform/web/bound-connections");
  boundConnections({ trusted: TRUSTED_PROXIES });
  const { admitStrangers } = await import("@/lib/auth/admit-strangers");
  admitStrangers();
  const { logWhyUnreachable } = await import("@/lib/platform/db/log-why-unreachable");
  void logWhyUnreachable();
  const { guardLogEveryMinute } = await import("@/lib/domain/continuity/guard-every-minute");
  guardLogEveryMinute();
  if (CRON === "internal") {
    const { startInternalCron } = await import("@/lib/jobs/internal-cron");
    startInternalCron();
  }
}

/** A bug, not a refusal: into the log with where it happened. No headers, no query string: they carry secrets. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (!onNode) return;
  const { logger } = await import("@/lib/platform/logger");
  logger().error(
    { err: error, method: request.method, path: request.path.split("?")[0], route: context.routePath },
    "request failed",
  );
};
