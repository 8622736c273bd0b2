import { notFound } from "next/navigation";
import { PageWords } from "@/app/page-words";
import { PageTitle } from "@/components/layout/page-title";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { MailList } from "@/components/mailbox/mail-list";
import { LinkPaging } from "@/components/ui/link-paging";
import { pageNumber } from "@/components/ui/page-number";
import { serverWords } from "@/lib/auth/language/words";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { listMailbox, mailboxDir } from "@/lib/messaging/mail/mailbox";

const PAGE_SIZE = 50;

export async function generateMetadata() {
  const say = await serverWords("mailbox");
  return { title: say("title") };
}

export default async function MailboxPage({ searchParams }: PageProps<"/mailbox">) {
  if (mailboxDir() === null) notFound();
  const page = pageNumber((await searchParams).page);
  const loaded = await loadForSuperUser(`/mailbox?page=${page}`, () => listMailbox({ page, pageSize: PAGE_SIZE }));
  if (!loaded.ok) return <UnreadablePage message={loaded.message} />;
  const { total, pageSize } = loaded.data;
  const mails = loaded.data.mails.map(({ id, subject, to, date }) => ({
    id,
    subject,
    to,
    date: date?.toISOString() ?? null,
  }));
  const say = await serverWords("mailbox");
  return (
    <PageWords rooms={["mailbox"]}>
      <div className="flex flex-col gap-5">
        <PageTitle title={say("title")}>{say("lead")}</PageTitle>
        <section aria-label={say("mails")}>
          <MailList mails={mails} total={total} />
          <LinkPaging path="/mailbox" page={page} pageSize={pageSize} total={total} />
        </section>
      </div>
    </PageWords>
  );
}
