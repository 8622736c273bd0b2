import { z } from "zod";
import { fromStored } from "@/lib/messaging/outbox/stored-json";
import type { Tx } from "@/lib/platform/db/transaction";
import { env } from "@/lib/platform/env";
import type { AlertKey } from "./for-alerts";

const urgentSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("finding"), finding: z.literal("canary-readable"), phase: z.literal("found") }),
  z.object({ kind: z.literal("log-went-back") }),
]);

/**
 * What of an alert goes over the second channel at once, whatever becomes of its mails: that the canary is readable,
 * or that the log went back. Null for every other.
 */
export function urgencyOf(facts: string): "canary-readable" | "log-went-back" | null {
  const urgent = fromStored(urgentSchema, facts);
  return urgent && (urgent.kind === "finding" ? urgent.finding : urgent.kind);
}

/** Whether there is such a thing in it. */
export function isUrgent(facts: string): boolean {
  return urgencyOf(facts) !== null;
}

/** Notes an alert for the second channel, without waiting for what becomes of its mails. Nothing while there is none. */
export async function noteUrgentAlert(tx: Tx, { eventKey, kind }: AlertKey, at: Date): Promise<void> {
  if (env().ALERT_WEBHOOK_URL === undefined) return;
  await tx.db.escalation.create({
    data: { eventKey, kind, state: "due", attempts: 0, nextAttemptAt: at, createdAt: at },
  });
}
