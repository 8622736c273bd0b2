import { createHash } from "node:crypto";
import type { OutgoingMail } from "@/lib/messaging/outbox/sender";
import { now } from "@/lib/platform/clock";

/** Written by a machine: nobody's absence note should answer (RFC 3834). */
export const AUTO_SUBMITTED = { "Auto-Submitted": "auto-generated" } as const;

/** A name for the key that fits into headers and file names. The same key gives the same name. */
export function keyDigest(idempotencyKey: string): string {
  return createHash("sha256").update(idempotencyKey).digest("hex");
}

/** The domain in `MAIL_FROM`, or "localhost" if it has none that could stand in a header. */
function domainOf(from: string): string {
  return /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1]?.toLowerCase() ?? "localhost";
}

/**
 * What nodemailer composes a mail from: text first, then HTML, and one recipient. Message-ID and boundaries are the
 * mail's own, the same at every try; Date is the moment of this one, since a mail that is dated hours back is sorted
 * below newer ones and looks like spam. `to` is never parsed as a list of addresses.
 */
export function composeMessage(mail: OutgoingMail, from: string) {
  const digest = keyDigest(mail.idempotencyKey);
  return {
    from,
    to: { name: "", address: mail.to },
    ...(mail.replyTo && { replyTo: mail.replyTo }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date: now(),
    messageId: `<${digest}@${domainOf(from)}>`,
    baseBoundary: digest.slice(0, 32),
    headers: { ...mail.headers, ...AUTO_SUBMITTED },
    xMailer: false as const,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
