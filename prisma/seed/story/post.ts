import { deliverDue } from "@/lib/messaging/mail/deliver-due";
import { rendering } from "@/lib/messaging/mail/rendering";
import { deliver } from "@/lib/messaging/outbox/deliver";
import type { Sender } from "@/lib/messaging/outbox/sender";

const BUSY: Sender = {
  name: "mailbox",
  send: async () => ({ outcome: "later", error: "451 4.3.2 Please try again later", retryAfterMs: null }),
};

/** Sends what is due, as the portal does right after a change. A mail server that is busy takes nothing now. */
export async function sendMails({ isBusy = false } = {}): Promise<void> {
  await (isBusy ? deliver(BUSY, rendering) : deliverDue());
}
