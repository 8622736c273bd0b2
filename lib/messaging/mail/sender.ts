import { letterhead } from "@/lib/messaging/outbox/letterhead";
import type { Sender } from "@/lib/messaging/outbox/sender";
import { env } from "@/lib/platform/env";
import { mailboxSender } from "./mailbox-sender";
import { resendSender } from "./resend-sender";
import { smtpSender } from "./smtp-sender";

/** `env()` has checked this already; said once more for the type. */
function needed(value: string | undefined, name: string): string {
  if (value === undefined) throw new Error(`${name} is missing.`);
  return value;
}

/** The transport that the configuration chose (`MAIL_TRANSPORT`). Throws `EnvError` if the configuration is bad. */
export function configuredSender(): Sender {
  const { from } = letterhead();
  const { MAIL_TRANSPORT, MAILBOX_DIR, RESEND_API_KEY, RESEND_BASE_URL, SMTP_URL } = env();
  switch (MAIL_TRANSPORT) {
    case "resend":
      return resendSender({ apiKey: needed(RESEND_API_KEY, "RESEND_API_KEY"), from, baseUrl: RESEND_BASE_URL });
    case "smtp":
      return smtpSender({ url: needed(SMTP_URL, "SMTP_URL"), from });
    case "mailbox":
      return mailboxSender({ dir: needed(MAILBOX_DIR, "MAILBOX_DIR"), from });
  }
}

/** The second transport (`FALLBACK_SMTP_URL`), or null when none is configured. */
export function fallbackSender(): Sender | null {
  const { FALLBACK_SMTP_URL: url } = env();
  return url === undefined
    ? null
    : smtpSender({ url, from: letterhead().from, name: "fallback-smtp", setting: "FALLBACK_SMTP_URL" });
}
