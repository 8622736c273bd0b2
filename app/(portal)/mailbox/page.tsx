import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageTitle } from "@/components/layout/page-title";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { MailList } from "@/components/mailbox/mail-list";
import { LinkPaging } from "@/components/ui/link-paging";
import { pageNumber } from "@/components/ui/page-number";
import { loadForSuperUser } from "@/lib/auth/page-guard";
import { listMailbox, mailboxDir } from "@/lib/mail/mailbox";

export const metadata: Metadata = { title: "Mailbox" };

const PAGE_SIZE = 50;

export default async function MailboxPage({ searchParams }: PageProps<"/mailbox">) {
  if (mailboxDir() === null) notFound();
  const page = pageNumber((await searchParams).page);
  const loaded = await loadForSuperUser(`/mailbox?page=${page}`, () => listMailbox({ page, pageSize: PAGE_SIZE }));
  if (!loaded.ok) return <UnreadablePage message={loaded.message} />;
  const { mails, total, pageSize } = loaded.data;
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title="Mailbox">
        Every mail the portal sent, as it would arrive. It is kept in files here because no mail server is configured.
      </PageTitle>
      <section aria-label="Mails">
        <MailList mails={mails} total={total} />
        <LinkPaging path="/mailbox" page={page} pageSize={pageSize} total={total} />
      </section>
    </div>
  );
}
