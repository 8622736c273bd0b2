import { mailWords } from "@/components/activity/deed-words";
import { exactUtc } from "@/components/ui/date-words";
import type { DeliveriesPage, Delivery, Fate } from "@/lib/deliveries/schema";

/** As often as lib/outbox/retry-policy.ts tries. */
const MAX_TRIES = 10;

const VIA: Readonly<Record<string, string>> = {
  resend: "Resend",
  smtp: "SMTP",
  "fallback-smtp": "the fallback mail server",
  mailbox: "this portal's own mailbox",
};

/** The subject; what kind of mail it is while it has none. */
export function titleWords({ subject, kind }: Pick<Delivery, "subject" | "kind">): string {
  const words = mailWords(kind);
  return subject ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** Where a mail stands in the portal. */
export function stateWords(
  mail: Pick<Delivery, "state" | "attempts" | "nextAttemptAt" | "sentAt" | "sentVia">,
): string {
  const { state, attempts, nextAttemptAt, sentAt, sentVia } = mail;
  const next = nextAttemptAt ? `, next at ${exactUtc(nextAttemptAt)}` : "";
  switch (state) {
    case "held":
      return "Waits up to a minute to be told together with other changes";
    case "folded":
      return "Told in a digest";
    case "due":
      return attempts === 0 ? "Waits to go out" : `Waits, try ${attempts + 1} of ${MAX_TRIES}${next}`;
    case "sent":
      return `Handed over${sentVia ? ` to ${VIA[sentVia] ?? sentVia}` : ""}${sentAt ? ` at ${exactUtc(sentAt)}` : ""}`;
    case "dead":
      return "Failed for good";
  }
}

const FATES: Record<Fate, string> = {
  delayed: "Delayed: their mail server has not taken it yet",
  delivered: "Delivered: their mail server took it",
  failed: "Lost on its way",
  bounced: "Bounced: their mail server refused it for good",
  suppressed: "Suppressed: the provider sends nothing to this address",
  complained: "Reported as spam from this mailbox",
};

export function fateWords(fate: Fate): string {
  return FATES[fate];
}

/** Why nothing is known of a mail that was handed over. */
export function silenceWords(sentVia: string | null): string {
  if (sentVia === "resend") return "Not known: the provider has not said what became of it";
  if (sentVia === "mailbox") return "Not sent on: it stays in this portal's own mailbox";
  return "Not known: SMTP does not tell what became of it";
}

/** How the portal learns what became of mails, and what that leaves open. */
export function feedbackWords(feedback: DeliveriesPage["feedback"]): string {
  switch (feedback) {
    case "webhook":
      return "The provider reports what becomes of each mail. Not every mail program reports spam (Gmail never does), so silence proves nothing.";
    case "polling":
      return "The portal asks the provider what became of mails, so it learns that late, and may miss what happens after a delivery. Set RESEND_WEBHOOK_SECRET to be told at once.";
    case "none":
      return "Nothing reports what becomes of a mail once it is handed over: whether it arrived stays unknown. Only MAIL_TRANSPORT=resend can tell.";
  }
}

/** Where an alert is told when its mails do not go out. */
export function secondChannelWords({ webhook, smtp }: DeliveriesPage["secondChannel"]): string {
  if (webhook && smtp) {
    return "Mails that fail for 15 minutes go through the fallback mail server, and alerts that still do not go out are told to the webhook.";
  }
  if (webhook) {
    return "Alerts that have not gone out for 15 minutes are told to the webhook. There is no fallback mail server (FALLBACK_SMTP_URL), so the mails themselves wait.";
  }
  if (smtp) {
    return "Mails that fail for 15 minutes go through the fallback mail server. There is no webhook (ALERT_WEBHOOK_URL): when both fail, nobody is told until somebody looks here.";
  }
  return "There is none: when mails do not go out, nobody is told until somebody looks here. Set ALERT_WEBHOOK_URL or FALLBACK_SMTP_URL.";
}
