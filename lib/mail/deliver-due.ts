import { type DeliveryCounts, deliver } from "@/lib/outbox/deliver";
import { rendering } from "./rendering";
import { configuredSender } from "./sender";

/**
 * Sends what is due through the configured transport.
 * @param _options.escalate false: leaves the second channel alone
 */
export function deliverDue(_options: { escalate?: boolean } = {}): Promise<DeliveryCounts> {
  return deliver(configuredSender(), rendering);
}
