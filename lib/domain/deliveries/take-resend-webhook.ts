import { Webhook, WebhookVerificationError } from "standardwebhooks";
import { recordRefusal } from "@/lib/ledger/audit/record-refusal";
import type { Origin } from "@/lib/ledger/audit/schema";
import { now } from "@/lib/platform/clock";
import { translateDatabaseError } from "@/lib/platform/db/errors";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";
import { recordDeliveryEvents } from "./record-delivery-events";
import { deliveryEventOf } from "./resend-events";

/**
 * What Resend calls when something became of a mail (E16 to E18). The signature is checked over the body as it came,
 * and only within 5 minutes of its time stamp (Standard Webhooks; Resend sends the headers under Svix's names).
 * 404 without RESEND_WEBHOOK_SECRET; 401 for another signature, and nothing is written but the refusal; 200 for what
 * is stored, known already or no event for the portal. 503 when it could not be stored, and for a mail that may be in
 * hand at this moment: Resend then calls again, for more than a day.
 */
export async function takeResendWebhook(request: Request, from: Omit<Origin, "sessionRef">): Promise<Response> {
  const secret = env().RESEND_WEBHOOK_SECRET;
  if (secret === undefined) return answer(404, "closed");
  try {
    const raw = await request.text();
    const problem = problemOf(raw, request.headers, secret);
    if (problem !== null) {
      const facts = { type: "webhook.refused", reason: `webhooks/resend: ${problem}` } as const;
      await recordRefusal({ actor: { type: "visitor" }, origin: { ...from, sessionRef: null }, at: now(), facts });
      return answer(401, "refused");
    }
    const event = deliveryEventOf(request.headers.get("svix-id") ?? "", jsonOf(raw), now());
    if (event === null) return answer(200, "ignored");
    const { recorded, early } = await recordDeliveryEvents([event]);
    if (early > 0) return answer(503, "try_again");
    return answer(200, recorded > 0 ? "taken" : "ignored");
  } catch (error) {
    logger().error({ err: translateDatabaseError(error) }, "what became of a mail could not be stored");
    return answer(503, "try_again");
  }
}

/** What is wrong with the signature, in words that hold nothing of the request; null when it is right. */
function problemOf(raw: string, headers: Headers, secret: string): string | null {
  try {
    const standard = {
      "webhook-id": headers.get("svix-id") ?? "",
      "webhook-timestamp": headers.get("svix-timestamp") ?? "",
      "webhook-signature": headers.get("svix-signature") ?? "",
    };
    new Webhook(secret).verify(raw, standard, { jsonParse: false });
    return null;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return error.message;
    throw error;
  }
}

function jsonOf(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return null;
  }
}

function answer(status: number, outcome: string): Response {
  return Response.json({ outcome }, { status, headers: { "cache-control": "no-store" } });
}
