import type { Env } from "@/lib/platform/env/variables";
import type { DeliveriesPage } from "./schema";

type Configured = Pick<Env, "MAIL_TRANSPORT" | "RESEND_WEBHOOK_SECRET" | "ALERT_WEBHOOK_URL" | "FALLBACK_SMTP_URL">;

/** How the portal learns what became of mails, and where else it tells what did not go out. */
export function channelsOf(configured: Configured): Pick<DeliveriesPage, "feedback" | "secondChannel"> {
  const { MAIL_TRANSPORT, RESEND_WEBHOOK_SECRET, ALERT_WEBHOOK_URL, FALLBACK_SMTP_URL } = configured;
  const feedback = RESEND_WEBHOOK_SECRET === undefined ? "polling" : "webhook";
  return {
    feedback: MAIL_TRANSPORT === "resend" ? feedback : "none",
    secondChannel: { webhook: ALERT_WEBHOOK_URL !== undefined, smtp: FALLBACK_SMTP_URL !== undefined },
  };
}
