"use client";

import { Inbox } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { ExactMoment } from "@/components/ui/moment";

/** `date` as ISO 8601. */
type ListedMail = { id: string; subject: string; to: string; date: string | null };

export function MailList({ mails, total }: { mails: readonly ListedMail[]; total: number }) {
  const say = useTranslations("mailbox");
  return (
    <div className="rounded-xl border border-line bg-surface shadow-lift">
      {mails.length === 0 ? (
        <EmptyState icon={Inbox} title={say(total === 0 ? "empty" : "noSuchPage")}>
          {total === 0 && <p>{say("emptyMeaning")}</p>}
        </EmptyState>
      ) : (
        <ol className="divide-y divide-line">
          {mails.map((mail) => (
            <li key={mail.id} className="relative px-4 py-3 text-sm hover:bg-surface-sunken">
              <Link href={`/mailbox/${mail.id}`} className="break-words font-medium after:absolute after:inset-0">
                <bdi>{mail.subject || say("noSubject")}</bdi>
              </Link>
              <p className="mt-0.5 flex flex-wrap gap-x-3 text-[0.8125rem] text-ink-soft">
                <span className="break-all">
                  {say.rich("to", { to: mail.to, address: (words) => <bdi>{words}</bdi> })}
                </span>
                {mail.date && <ExactMoment iso={mail.date} />}
              </p>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
