import { Inbox } from "lucide-react";
import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { ExactMoment } from "@/components/ui/moment";

export type ListedMail = { id: string; subject: string; to: string; date: Date | null };

export function MailList({ mails, total }: { mails: readonly ListedMail[]; total: number }) {
  return (
    <div className="rounded-xl border border-line bg-surface shadow-lift">
      {mails.length === 0 ? (
        <EmptyState icon={Inbox} title={total === 0 ? "No mail yet" : "There are not that many pages"}>
          {total === 0 && <p>Make a site public or private, and the alerts to every Super User arrive here.</p>}
        </EmptyState>
      ) : (
        <ol className="divide-y divide-line">
          {mails.map((mail) => (
            <li key={mail.id} className="relative px-4 py-3 text-sm hover:bg-surface-sunken">
              <Link href={`/mailbox/${mail.id}`} className="break-words font-medium after:absolute after:inset-0">
                <bdi>{mail.subject || "(no subject)"}</bdi>
              </Link>
              <p className="mt-0.5 flex flex-wrap gap-x-3 text-[0.8125rem] text-ink-soft">
                <span className="break-all">to {mail.to}</span>
                {mail.date && <ExactMoment iso={mail.date.toISOString()} />}
              </p>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
