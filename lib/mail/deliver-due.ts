import { type DeliveryCounts, deliver } from "@/lib/outbox/deliver";
import { addressTo } from "./address-to";
import { renderMail } from "./render";
import { mailFactsSchema } from "./schema";
import { configuredSender } from "./sender";

/** Sends what is due through the configured transport. */
export function deliverDue(): Promise<DeliveryCounts> {
  return deliver(configuredSender(), {
    render: (facts, language) => renderMail(mailFactsSchema.parse(JSON.parse(facts)), language),
    addressTo,
  });
}
