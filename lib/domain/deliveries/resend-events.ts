import { createHash } from "node:crypto";
import { z } from "zod";
import { cleanText } from "@/lib/messaging/mail/clean-facts";
import type { DeliveryStatus } from "./schema";

/** What the provider said became of one mail. */
export type DeliveryEvent = {
  /** the same for the same event, however often it is sent */
  id: string;
  providerId: string;
  fate: DeliveryStatus;
  at: Date;
  /** the provider's own words; may be empty */
  detail: string;
};

/** What Resend calls the things that happen to a mail. An opened mail has arrived; nobody's opening is kept. */
const STATUS_OF: ReadonlyMap<string, DeliveryStatus> = new Map([
  ["delivered", "delivered"],
  ["opened", "delivered"],
  ["clicked", "delivered"],
  ["delivery_delayed", "delayed"],
  ["failed", "failed"],
  ["canceled", "failed"],
  ["bounced", "bounced"],
  ["complained", "complained"],
  ["suppressed", "suppressed"],
]);
/** Events of their own beside those, which tell nothing more. */
const IGNORED = ["opened", "clicked", "canceled"];

/** portal_mail_event: detail, id, provider_id */
const DETAIL_MAX = 500;
const ID_MAX = 190;
const PROVIDER_ID_MAX = 200;

const words = z
  .object({ type: z.string(), subType: z.string(), message: z.string(), reason: z.string() })
  .partial()
  .optional()
  .catch(undefined);
const eventSchema = z.object({
  type: z.string().startsWith("email."),
  created_at: z.string().optional().catch(undefined),
  data: z.object({
    email_id: z.string().min(1).max(PROVIDER_ID_MAX),
    bounce: words,
    failed: words,
    suppressed: words,
  }),
});

/**
 * The event in the body of one of Resend's webhooks (resend.com/docs/webhooks/event-types); null for what is none. A
 * bounce that Resend calls transient (a full mailbox) is `failed`: that mail is lost, the address is not. Every other
 * bounce is a hard one.
 * @param id its `svix-id`
 */
export function deliveryEventOf(id: string, body: unknown, receivedAt: Date): DeliveryEvent | null {
  const event = eventSchema.safeParse(body);
  if (!event.success) return null;
  const { created_at, data, type } = event.data;
  const name = type.slice("email.".length);
  const fate = IGNORED.includes(name) ? undefined : STATUS_OF.get(name);
  if (!fate) return null;
  const isSoft = fate === "bounced" && data.bounce?.type?.toLowerCase() === "transient";
  return {
    id: id.length <= ID_MAX ? id : createHash("sha256").update(id).digest("hex"),
    providerId: data.email_id,
    fate: isSoft ? "failed" : fate,
    at: momentOf(created_at, receivedAt),
    detail: inOneLine(data.bounce ?? data.failed ?? data.suppressed),
  };
}

/** The status that Resend's `last_event` of a mail tells; null while nothing is known. */
export function statusOfLastEvent(lastEvent: string): DeliveryStatus | null {
  return STATUS_OF.get(lastEvent) ?? null;
}

/** By the provider's clock, and never in the future: what is said later would look older. */
function momentOf(text: string | undefined, receivedAt: Date): Date {
  const at = new Date(text ?? "");
  return at <= receivedAt ? at : receivedAt;
}

function inOneLine(said: z.infer<typeof words>): string {
  const { type, subType, message, reason } = said ?? {};
  const parts = [type, subType, message, reason].map((part) =>
    cleanText(part ?? "")
      .replace(/\s+/g, " ")
      .trim(),
  );
  return parts.filter(Boolean).join(": ").slice(0, DETAIL_MAX).toWellFormed();
}
