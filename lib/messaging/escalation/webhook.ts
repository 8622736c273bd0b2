import { Webhook } from "standardwebhooks";
import { SECOND_MS } from "@/lib/platform/clock";

const TIMEOUT_MS = 10 * SECOND_MS;

export type WebhookTarget = { url: string; secret: string; timeoutMs?: number };

/**
 * Tells the address `body`, signed as Standard Webhooks prescribe (standardwebhooks.com). Redirects are not followed:
 * the notice is for this address alone.
 * @param id the same for the same notice, however often it is sent
 * @returns null when it was taken, else what went wrong in words that hold no part of the address
 */
export async function callWebhook(target: WebhookTarget, id: string, body: string, at: Date): Promise<string | null> {
  const { url, secret, timeoutMs = TIMEOUT_MS } = target;
  const signal = AbortSignal.timeout(timeoutMs);
  const headers = {
    "content-type": "application/json",
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / SECOND_MS)),
    "webhook-signature": new Webhook(secret).sign(id, at, body),
  };
  try {
    const response = await fetch(url, { method: "POST", headers, body, redirect: "manual", signal });
    await response.body?.cancel();
    if (response.ok) return null;
    const redirected = response.status >= 300 && response.status < 400;
    return `ALERT_WEBHOOK_URL answered ${response.status}${redirected ? ", and redirects are not followed" : ""}.`;
  } catch {
    return signal.aborted
      ? `ALERT_WEBHOOK_URL did not answer within ${timeoutMs / SECOND_MS} s.`
      : "ALERT_WEBHOOK_URL could not be reached.";
  }
}
