"use client";

import { Clock, type LucideIcon, MailX } from "lucide-react";
import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { ExactMoment } from "@/components/ui/moment";
import type { Delivery, DeliveryState, DeliveryStatus } from "@/lib/domain/deliveries/schema";

/** A sign stands where the colour says something, too. */
const BAD = { icon: MailX, tone: "danger" } as const;
const STATES: Partial<Record<DeliveryState, typeof BAD>> = { dead: BAD };
const FATES: Partial<Record<DeliveryStatus, { icon: LucideIcon; tone: "caution" | "danger" }>> = {
  delayed: { icon: Clock, tone: "caution" },
  failed: BAD,
  bounced: BAD,
  suppressed: BAD,
  complained: BAD,
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
      {!fate && state === "sent" && <Badge>{t(`silence.${silenceOf(sentVia)}`)}</Badge>}
      {handled && <Badge>{t("mail.handled")}</Badge>}
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
