import { batchAlerts } from "@/lib/messaging/alerts/batch-alerts";
import { escalate } from "@/lib/messaging/escalation/escalate";
import { type DeliveryCounts, deliver } from "@/lib/messaging/outbox/deliver";
import { logger } from "@/lib/platform/logger";
import { inHand } from "@/lib/platform/shutdown";
import { rendering } from "./rendering";
import { configuredSender, fallbackSender } from "./sender";

/**
 * A delivery run: batches alerts whose minute is over, sends what is due through the configured transports, and tells
 * the second channel of alerts that do not get out. Each is done whatever becomes of the others.
 * @param options.escalate false: leaves the second channel alone
 * @throws what failed first, once everything was tried
 */
export function deliverDue(
  options: { escalate?: boolean } = {},
): Promise<DeliveryCounts & { folded: number; escalated: number }> {
  return inHand(run(options));
}

async function run(options: { escalate?: boolean }): Promise<DeliveryCounts & { folded: number; escalated: number }> {
  const failures: unknown[] = [];
  const attempt = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      failures.push(error);
      return otherwise;
    }
  };
  const folded = await attempt(batchAlerts, 0);
  const nothing = { sent: 0, retried: 0, failed: 0 };
  const counts = await attempt(() => deliver(configuredSender(), rendering, { fallback: fallbackSender() }), nothing);
  const escalated = options.escalate === false ? 0 : await attempt(() => escalate(rendering), 0);
  const [first, ...others] = failures;
  for (const error of others) logger().error({ err: error }, "another part of the delivery failed, too");
  if (failures.length > 0) throw first;
  return { ...counts, folded, escalated };
}
