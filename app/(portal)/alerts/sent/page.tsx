import { AlertsTabs } from "@/app/(portal)/alerts/alerts-tabs";
import { mailsPath, readDeliveriesAddress } from "@/components/deliveries/deliveries-address";
import { MailsView } from "@/components/deliveries/mails-view";
import { PageTitle } from "@/components/layout/page-title";
import { ReadAgain } from "@/components/layout/read-again";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { serverTranslator, titled } from "@/lib/auth/language/server-translator";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { readDeliveries } from "@/lib/domain/deliveries/queries";

export const generateMetadata = titled("layout", (t) => t("tabs.sent"));

/** The delivery status of every mail. Opening it changes nothing (E25). */
export default async function SentPage({ searchParams }: PageProps<"/alerts/sent">) {
  const address = readDeliveriesAddress(await searchParams);
  const { show, page, reach, people, to } = address;
  const loaded = await loadForSuperUser(mailsPath(address), () =>
    readDeliveries({ page, show, to, people: { page: people, reach } }),
  );
  const title = (await serverTranslator("layout"))("tabs.sent");
  if (!loaded.ok) return <UnreadablePage title={title} message={loaded.message} />;
  const { mails, total, pageSize, needAttention } = loaded.data;
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title={title} aside={<ReadAgain readAt={loaded.readAt} byItself />} />
      <AlertsTabs here="/alerts/sent" />
      <MailsView
        deliveries={{ mails, total, page, pageSize, needAttention }}
        address={address}
        viewer={loaded.viewer}
      />
    </div>
  );
}
