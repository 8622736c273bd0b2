"use client";

import { Check, CircleAlert, CircleHelp, Clock, Layers, type LucideIcon, MailCheck, MailX, Send } from "lucide-react";
import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { ExactMoment } from "@/components/ui/moment";
import type { Delivery, DeliveryState, DeliveryStatus } from "@/lib/domain/deliveries/schema";

const STATES: Record<DeliveryState, { icon: LucideIcon; tone: "neutral" | "danger" }> = {
  held: { icon: Clock, tone: "neutral" },
  folded: { icon: Layers, tone: "neutral" },
  due: { icon: Clock, tone: "neutral" },
  sent: { icon: Send, tone: "neutral" },
  dead: { icon: CircleAlert, tone: "danger" },
};

const FATES: Record<DeliveryStatus, { icon: LucideIcon; tone: "neutral" | "caution" | "danger" }> = {
  delayed: { icon: Clock, tone: "caution" },
  delivered: { icon: MailCheck, tone: "neutral" },
  failed: { icon: MailX, tone: "danger" },
  bounced: { icon: MailX, tone: "danger" },
  suppressed: { icon: MailX, tone: "danger" },
  complained: { icon: MailX, tone: "danger" },
};

/** As often as lib/messaging/outbox/retry-policy.ts tries. */
const MAX_TRIES = 10;

/** Where a mail stands in the portal, what became of it, and whether somebody has seen to it. */
export function MailBadges({ mail }: { mail: Delivery }) {
  const t = useTranslations("deliveries");
  const { state, fate, sentVia, handled } = mail;
  return (
    <div className="flex flex-wrap gap-1.5">
      <Badge {...STATES[state]}>
        <span>
          <StateWords mail={mail} />
        </span>
      </Badge>
      {fate && <Badge {...FATES[fate.fate]}>{t(`fate.${fate.fate}`)}</Badge>}
      {!fate && state === "sent" && <Badge icon={CircleHelp}>{t(`silence.${silenceOf(sentVia)}`)}</Badge>}
      {handled && <Badge icon={Check}>{t("mail.handled")}</Badge>}
    </div>
  );
}

function StateWords({ mail: { state, attempts, nextAttemptAt, sentAt, sentVia } }: { mail: Delivery }) {
  const t = useTranslations("deliveries.state");
  if (state === "due" && attempts > 0 && nextAttemptAt) {
    return t.rich("retry", {
      attempt: attempts + 1,
      max: MAX_TRIES,
      at: () => <ExactMoment iso={nextAttemptAt} />,
    });
  }
  if (state !== "sent") return t(state);
  if (!sentAt) return t("sentOnly");
  return t.rich(sentVia === "fallback-smtp" ? "sentFallback" : "sent", { at: () => <ExactMoment iso={sentAt} /> });
}

/** Why nothing is known of a mail that was handed over. */
function silenceOf(sentVia: string | null): "resend" | "mailbox" | "smtp" {
  return sentVia === "resend" || sentVia === "mailbox" ? sentVia : "smtp";
}
