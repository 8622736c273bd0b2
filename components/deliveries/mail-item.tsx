"use client";

import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { mailLabel } from "@/components/events/command-labels";
import { Button } from "@/components/ui/button";
import { ExactMoment } from "@/components/ui/moment";
import type { Delivery } from "@/lib/domain/deliveries/schema";
import { MailBadges } from "./mail-badges";

type MailItemProps = { mail: Delivery; onSendAgain: () => void; onDismiss: () => void };

/** One mail to one mailbox: where it stands, what became of it, and what can be done about it. */
export function MailItem({ mail, onSendAgain, onDismiss }: MailItemProps) {
  const { logins, createdAt, state, lastError, fate, needsAttention } = mail;
  const t = useTranslations("deliveries.mail");
  const tActivity = useTranslations("activity");
  // Its kind while it has no subject, or none any more.
  const title = mail.subject ?? capitalised(mailLabel(tActivity, mail.kind));
  const address = mail.isForgotten ? tActivity("labels.addressDeleted") : mail.address;
  const format = useFormatter();
  const which = { address, title, rest: (words: ReactNode) => <span className="sr-only">{words}</span> };
  return (
    <li className="flex flex-col gap-3 px-4 py-3.5 text-sm sm:flex-row sm:items-start sm:justify-between">
      <div className="flex min-w-0 flex-col gap-1.5">
        <p className="break-words font-medium">
          <bdi>{title}</bdi>
        </p>
        <p className="flex flex-wrap gap-x-2 text-[0.8125rem] text-ink-soft">
          <span className="break-all">{t.rich("to", { address, mailbox: apart })}</span>
          <span className="break-words">
            {logins.length === 0 ? t("forExtra") : t.rich("for", { logins: format.list(logins), name: apart })}
          </span>
          <ExactMoment iso={createdAt} />
        </p>
        <MailBadges mail={mail} />
        {lastError && state !== "sent" && <Said>{t.rich("lastError", { text: lastError, said: apart })}</Said>}
        {fate?.detail && <Said>{t.rich("providerSays", { text: fate.detail, said: apart })}</Said>}
        <History history={mail.history} />
      </div>
      {needsAttention && (
        <div className="flex shrink-0 flex-wrap gap-2">
          {!mail.isForgotten && (
            <Button size="sm" onClick={onSendAgain}>
              <span>{t.rich("sendAgain", which)}</span>
            </Button>
          )}
          <Button size="sm" onClick={onDismiss}>
            <span>{t.rich("dismiss", which)}</span>
          </Button>
        </div>
      )}
    </li>
  );
}

function capitalised(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function apart(words: ReactNode) {
  return <bdi>{words}</bdi>;
}

function Said({ children }: { children: ReactNode }) {
  return <p className="break-words text-[0.8125rem] text-ink-soft">{children}</p>;
}

function History({ history }: Pick<Delivery, "history">) {
  const t = useTranslations("deliveries");
  if (history.length === 0) return null;
  return (
    <details className="text-[0.8125rem]">
      <summary className="min-h-6 w-fit text-accent hover:underline">
        {t("mail.history", { count: history.length })}
      </summary>
      <ol className="mt-1 text-ink-soft">
        {history.map(({ fate, at }) => (
          <li key={`${at} ${fate}`} className="flex flex-wrap gap-x-2">
            <ExactMoment iso={at} /> {t(`fate.${fate}`)}
          </li>
        ))}
      </ol>
    </details>
  );
}
