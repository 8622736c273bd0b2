import { Check, CircleAlert, CircleHelp, Clock, Layers, type LucideIcon, MailCheck, MailX, Send } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ExactMoment } from "@/components/ui/moment";
import { counted, listed } from "@/components/ui/plural";
import type { Delivery, DeliveryState, Fate } from "@/lib/deliveries/schema";
import { fateWords, silenceWords, stateWords, titleWords } from "./deliveries-words";

const STATES: Record<DeliveryState, { icon: LucideIcon; tone: "neutral" | "danger" }> = {
  held: { icon: Clock, tone: "neutral" },
  folded: { icon: Layers, tone: "neutral" },
  due: { icon: Clock, tone: "neutral" },
  sent: { icon: Send, tone: "neutral" },
  dead: { icon: CircleAlert, tone: "danger" },
};

const FATES: Record<Fate, { icon: LucideIcon; tone: "neutral" | "caution" | "danger" }> = {
  delayed: { icon: Clock, tone: "caution" },
  delivered: { icon: MailCheck, tone: "neutral" },
  failed: { icon: MailX, tone: "danger" },
  bounced: { icon: MailX, tone: "danger" },
  suppressed: { icon: MailX, tone: "danger" },
  complained: { icon: MailX, tone: "danger" },
};

type MailItemProps = { mail: Delivery; onSendAgain: () => void; onDismiss: () => void };

/** One mail to one mailbox: where it stands, what became of it, and what can be done about it. */
export function MailItem({ mail, onSendAgain, onDismiss }: MailItemProps) {
  const { address, logins, createdAt, state, lastError, fate, handled, needsAttention } = mail;
  const title = titleWords(mail);
  const which = (
    <span className="sr-only">
      {" "}
      to {address}: {title}
    </span>
  );
  return (
    <li className="flex flex-col gap-3 px-4 py-3.5 text-sm sm:flex-row sm:items-start sm:justify-between">
      <div className="flex min-w-0 flex-col gap-1.5">
        <p className="break-words font-medium">
          <bdi>{title}</bdi>
        </p>
        <p className="flex flex-wrap gap-x-2 text-[0.8125rem] text-ink-soft">
          <span className="break-all">
            to <bdi>{address}</bdi>
          </span>
          <span className="break-words">
            for <bdi>{listed(logins)}</bdi>
          </span>
          <ExactMoment iso={createdAt} />
        </p>
        <div className="flex flex-wrap gap-1.5">
          <Badge {...STATES[state]}>{stateWords(mail)}</Badge>
          {fate && <Badge {...FATES[fate.fate]}>{fateWords(fate.fate)}</Badge>}
          {!fate && state === "sent" && <Badge icon={CircleHelp}>{silenceWords(mail.sentVia)}</Badge>}
          {handled && <Badge icon={Check}>Sent again or dismissed</Badge>}
        </div>
        {lastError && state !== "sent" && <Said by="Last error">{lastError}</Said>}
        {fate?.detail && <Said by="The provider says">{fate.detail}</Said>}
        <History history={mail.history} />
      </div>
      {needsAttention && (
        <div className="flex shrink-0 flex-wrap gap-2">
          <Button size="sm" onClick={onSendAgain}>
            Send again…{which}
          </Button>
          <Button size="sm" onClick={onDismiss}>
            Dismiss…{which}
          </Button>
        </div>
      )}
    </li>
  );
}

function Said({ by, children }: { by: string; children: string }) {
  return (
    <p className="break-words text-[0.8125rem] text-ink-soft">
      {by}: <bdi>{children}</bdi>
    </p>
  );
}

function History({ history }: Pick<Delivery, "history">) {
  if (history.length === 0) return null;
  return (
    <details className="text-[0.8125rem]">
      <summary className="min-h-6 w-fit text-accent hover:underline">
        Show what the provider reported ({counted(history.length, "time")})
      </summary>
      <ol className="mt-1 text-ink-soft">
        {history.map(({ fate, at }) => (
          <li key={`${at} ${fate}`} className="flex flex-wrap gap-x-2">
            <ExactMoment iso={at} /> {fateWords(fate)}
          </li>
        ))}
      </ol>
    </details>
  );
}
