import { createHash } from "node:crypto";
import type { OutgoingMail, Sender, SendOutcome } from "@/lib/messaging/outbox/sender";

/** What the provider does with one mail. */
export const behaviours = ["accepts", "fails", "limits", "loses-answer", "kills-before", "kills-after"] as const;
export type Behaviour = (typeof behaviours)[number];

/** Thrown in place of the end of the portal's process. */
export class ProcessDied extends Error {}

/**
 * What the one account of all portals has taken, by key: each story is another portal, with the same Super Users and
 * the same numbers of events.
 */
const account = new Map<string, string>();

/**
 * A portal's provider that keeps idempotency keys as Resend does: a key it has seen brings no second mail, and other
 * bytes under a known key, or the key of another portal's mail, are an error of the portal.
 */
export class Provider implements Sender {
  readonly name = "model";
  readonly inbox = new Map<string, OutgoingMail>();
  #plan: Behaviour[] = [];

  /** From now on the mails meet these behaviours, one after another, and acceptance after the last. */
  behave(plan: readonly Behaviour[]): void {
    this.#plan = [...plan];
  }

  async send(mail: OutgoingMail): Promise<SendOutcome> {
    const behaviour = this.#plan.shift() ?? "accepts";
    if (behaviour === "fails") return { outcome: "later", error: "500 for now", retryAfterMs: null };
    if (behaviour === "limits") return { outcome: "later", error: "429 too many", retryAfterMs: 1_000 };
    if (behaviour === "kills-before") throw new ProcessDied("killed while sending");
    this.#take(mail);
    if (behaviour === "kills-after") throw new ProcessDied("killed after the provider took it");
    if (behaviour === "loses-answer")
      return { outcome: "later", error: "no answer", retryAfterMs: null, inDoubt: true };
    return { outcome: "accepted", providerId: `model-${this.inbox.size}` };
  }

  #take(mail: OutgoingMail): void {
    const { queuedAt: _, ...bytes } = mail;
    const digest = createHash("sha256").update(JSON.stringify(bytes)).digest("base64");
    const known = account.get(mail.idempotencyKey);
    if (known !== undefined && (known !== digest || !this.inbox.has(mail.idempotencyKey))) {
      throw new Error(`another mail has the key ${mail.idempotencyKey}`);
    }
    account.set(mail.idempotencyKey, digest);
    this.inbox.set(mail.idempotencyKey, mail);
  }
}
