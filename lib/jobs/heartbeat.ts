import { SECOND_MS } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";

const TIMEOUT_MS = 10 * SECOND_MS;

/**
 * Tells the monitor at HEARTBEAT_URL that a watch went well; its silence raises the alarm outside the portal's own mail
 * (E47). Never throws, and follows no redirect: a monitor that cannot be reached is logged, not the watch's failure.
 */
export async function pingHeartbeat(): Promise<void> {
  const url = env().HEARTBEAT_URL;
  if (!url) return;
  try {
    const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(TIMEOUT_MS) });
    await response.body?.cancel();
    if (!response.ok) logger().error({ status: response.status }, "the monitor at HEARTBEAT_URL refused the heartbeat");
  } catch (error) {
    logger().error({ err: error }, "the monitor at HEARTBEAT_URL was not reached");
  }
}
