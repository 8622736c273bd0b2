import { ArrowLeft } from "lucide-react";
import { notFound } from "next/navigation";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { MailView } from "@/components/mailbox/mail-view";
import { Link } from "@/components/ui/link";
import { ExactMoment } from "@/components/ui/moment";
import { serverTranslator, titled } from "@/lib/auth/language/server-translator";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { mailboxDir, readMailbox } from "@/lib/messaging/mail/mailbox";

export const generateMetadata = titled("mailbox", (t) => t("mail"));

export default async function MailPage({ params }: PageProps<"/mailbox/[id]">) {
  if (mailboxDir() === null) notFound();
  const { id } = await params;
  const loaded = await loadForSuperUser(`/mailbox/${encodeURIComponent(id)}`, () => readMailbox(id));
  if (!loaded.ok) return <UnreadablePage message={loaded.message} />;
  const mail = loaded.data;
  if (mail === null) notFound();
  const t = await serverTranslator("mailbox");
  const address = (words: React.ReactNode) => <bdi>{words}</bdi>;
  return (
    <div className="flex flex-col gap-5">
      <div>
        <Link href="/mailbox" className="inline-flex min-h-6 items-center gap-1.5 text-accent text-sm hover:underline">
          <ArrowLeft className="size-4 rtl:-scale-x-100" aria-hidden="true" /> {t("allMails")}
        </Link>
        <h1 className="mt-2 break-words font-semibold text-xl">
          <bdi>{mail.subject || t("noSubject")}</bdi>
        </h1>
        <p className="mt-1 flex flex-wrap gap-x-4 text-ink-soft text-sm">
          <span className="break-all">{t.rich("from", { from: mail.from, address })}</span>
          <span className="break-all">{t.rich("to", { to: mail.to, address })}</span>
          {mail.date && <ExactMoment iso={mail.date.toISOString()} />}
        </p>
      </div>
      <MailView mail={{ html: mail.html, text: mail.text, headers: mail.headers }} subject={mail.subject} />
    </div>
  );
}
