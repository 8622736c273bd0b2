import type { OutgoingMail, Sender, SendOutcome } from "@/lib/outbox/sender";

/** What the provider does with one mail. */
export const behaviours = ["accepts", "fails", "limits", "loses-answer", "kills-before", "kills-after"] as const;
export type Behaviour = (typeof behaviours)[number];

/** Thrown in place of the end of the portal's process. */
export class ProcessDied extends Error {}

/**
 * A provider that keeps idempotency keys as Resend does: a key it has seen brings no second mail, and other bytes
 * under a known key are an error of the portal.
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
    const known = this.inbox.get(mail.idempotencyKey);
    if (known && JSON.stringify(known) !== JSON.stringify(mail)) {
      throw new Error(`other bytes under the key ${mail.idempotencyKey}`);
    }
    this.inbox.set(mail.idempotencyKey, mail);
  }
}
