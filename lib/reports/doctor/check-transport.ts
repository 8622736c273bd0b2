import { channelsOf } from "@/lib/domain/deliveries/channels";
import { env } from "@/lib/platform/env";
import { good, warning } from "./line";
import type { Line } from "./schema";

/** How mail goes out. Nothing is sent here. */
export function checkTransport(): Line[] {
  const { MAIL_TRANSPORT, SMTP_URL } = env();
  switch (MAIL_TRANSPORT) {
    case "mailbox":
      return [warning("transport", "transportMailbox")];
    case "resend":
      return [good("transport", "transportResend")];
    case "smtp":
      return [good("transport", "transportSmtp", { server: new URL(SMTP_URL ?? "").host })];
  }
}

/** Whether the portal learns what became of its mails. */
export function checkFeedback(): Line[] {
  const { feedback } = channelsOf(env());
  if (feedback === "webhook") return [good("feedback", "feedbackWebhook")];
  return [feedback === "polling" ? warning("feedback", "feedbackPolling") : good("feedback", "feedbackNone")];
}

/** Where an alert goes when the mail provider itself is what fails. */
export function checkSecondChannel(): Line[] {
  const { smtp, webhook } = channelsOf(env()).secondChannel;
  if (smtp && webhook) return [good("secondChannel", "secondBoth")];
  if (smtp) return [good("secondChannel", "secondSmtp")];
  return [webhook ? good("secondChannel", "secondWebhook") : warning("secondChannel", "secondNone")];
}
