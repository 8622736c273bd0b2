import { Inbox } from "lucide-react";
import type { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { ExactMoment } from "@/components/ui/moment";
import type { ListedMail } from "./group-mails";

/** Says a message of the room `mailbox`, in the language of whoever reads. */
type MailboxTranslator = ReturnType<typeof useTranslations<"mailbox">>;

type MailListProps = {
  /** the mails of one event together, newest first */
  groups: readonly (readonly ListedMail[])[];
  /** of whoever reads: their mail stands for the event */
  own: string;
  empty: string;
  emptyMeaning?: string;
  t: MailboxTranslator;
};

/** What was sent, event by event: its subject, and a link to the mail of each person. */
export function MailList({ groups, own, empty, emptyMeaning, t }: MailListProps) {
  if (groups.length === 0) {
    return (
      <div className="rounded-xl border border-line bg-surface shadow-lift">
        <EmptyState icon={Inbox} title={empty}>
          {emptyMeaning && <p>{emptyMeaning}</p>}
        </EmptyState>
      </div>
    );
  }
  return (
    <ol className="divide-y divide-line rounded-xl border border-line bg-surface shadow-lift">
      {groups.map((mails) => {
        const shown = mails.find(({ to }) => to === own) ?? mails[0];
        if (!shown) return null;
        return (
          <li key={shown.id} className="px-4 py-3 text-sm">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <Link href={`/mailbox/${shown.id}`} className="min-w-0 break-words font-medium hover:underline">
                <bdi>{shown.subject || t("noSubject")}</bdi>
              </Link>
              <span className="flex items-center gap-3 text-[0.8125rem] text-ink-soft">
                {shown.kind && <Badge>{t(`kind.${shown.kind}`)}</Badge>}
                {shown.date && <ExactMoment iso={shown.date} />}
              </span>
            </div>
            <p className="mt-0.5 flex flex-wrap gap-x-3 text-[0.8125rem] text-ink-soft">
              {t("toAll")}
              {mails.map(({ id, to }) => (
                <Link
                  key={id}
                  href={`/mailbox/${id}`}
                  prefetch={false}
                  className="inline-flex min-h-6 items-center break-all underline decoration-line-strong underline-offset-2 hover:text-ink"
                >
                  <bdi>{to}</bdi>
                </Link>
              ))}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
