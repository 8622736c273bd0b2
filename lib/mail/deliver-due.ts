import { foldAlerts } from "@/lib/alerts/fold-alerts";
import { escalate } from "@/lib/escalation/escalate";
import { type DeliveryCounts, deliver } from "@/lib/outbox/deliver";
import { rendering } from "./rendering";
import { configuredSender, fallbackSender } from "./sender";

/**
 * A delivery run: folds alerts whose minute is over, sends what is due through the configured transports, and tells
 * the second channel of alerts that do not get out. What keeps alerts from being folded does not keep mails from
 * being sent.
 * @param options.escalate false: leaves the second channel alone
 */
export async function deliverDue(
  options: { escalate?: boolean } = {},
): Promise<DeliveryCounts & { folded: number; escalated: number }> {
  let folded = 0;
  let counts: DeliveryCounts;
  try {
    folded = await foldAlerts();
  } finally {
    counts = await deliver(configuredSender(), rendering, { fallback: fallbackSender() });
  }
  const escalated = options.escalate === false ? 0 : await escalate(rendering);
  return { ...counts, folded, escalated };
}
