import { notFound } from "next/navigation";
import { FilterLinks } from "@/components/deliveries/filter-links";
import { PageTitle } from "@/components/layout/page-title";
import { ReadAgain } from "@/components/layout/read-again";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { groupMails } from "@/components/mailbox/group-mails";
import { MailList } from "@/components/mailbox/mail-list";
import { mailboxPath, mailboxQuery, readMailboxAddress } from "@/components/mailbox/mailbox-address";
import { LinkPaging } from "@/components/ui/link-paging";
import { serverTranslator, titled } from "@/lib/auth/language/server-translator";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { listMailbox, mailboxDir } from "@/lib/messaging/mail/mailbox";

const PAGE_SIZE = 30;
/** So many people can be chosen from. */
const PEOPLE_MAX = 12;

export const generateMetadata = titled("mailbox", (t) => t("title"));

/** Every mail of a trial, event by event. */
export default async function MailboxPage({ searchParams }: PageProps<"/mailbox">) {
  if (mailboxDir() === null) notFound();
  const address = readMailboxAddress(await searchParams);
  const { kind, to, page } = address;
  const loaded = await loadForSuperUser(mailboxPath(address), async ({ email }) => ({
    mails: await listMailbox(),
    own: email,
  }));
  if (!loaded.ok) return <UnreadablePage message={loaded.message} />;
  const { mails, own } = loaded.data;
  const found = mails
    .filter((mail) => (kind === null || mail.kind === kind) && (to === null || mail.to === to))
    .map((mail) => ({ ...mail, date: mail.date?.toISOString() ?? null }));
  const groups = groupMails(found);
  const people = [...new Set(mails.map((mail) => mail.to))].sort().slice(0, PEOPLE_MAX);
  const t = await serverTranslator("mailbox");
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title={t("title")} aside={<ReadAgain readAt={loaded.readAt} byItself />}>
        {t("lead")}
      </PageTitle>
      {mails.length > 0 && (
        <div className="flex flex-wrap gap-3">
          <FilterLinks
            label={t("whichKind")}
            links={([null, "alerts", "reminders"] as const).map((one) => ({
              href: mailboxPath({ kind: one, to }),
              label: t(one === null ? "all" : `kinds.${one}`),
              current: one === kind,
            }))}
          />
          <FilterLinks
            label={t("whichPerson")}
            links={[null, ...people].map((one) => ({
              href: mailboxPath({ kind, to: one }),
              label: one === null ? t("everyone") : (one.split("@")[0] ?? one),
              current: one === to,
            }))}
          />
        </div>
      )}
      <section aria-label={t("mails")}>
        <MailList
          groups={groups.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
          own={own}
          empty={t(mails.length === 0 ? "empty" : "noneFound")}
          emptyMeaning={mails.length === 0 ? t("emptyMeaning") : undefined}
          t={t}
        />
        <LinkPaging
          path="/mailbox"
          query={mailboxQuery(address)}
          page={page}
          pageSize={PAGE_SIZE}
          total={groups.length}
        />
      </section>
    </div>
  );
}
