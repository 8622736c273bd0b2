import { AlertsTabs } from "@/app/(portal)/alerts/alerts-tabs";
import { ChannelsNote } from "@/components/deliveries/channels-note";
import { peoplePath, readDeliveriesAddress } from "@/components/deliveries/deliveries-address";
import { ExtraSection } from "@/components/deliveries/extra-section";
import { PeopleSection } from "@/components/deliveries/people-section";
import { ReachSummary } from "@/components/deliveries/reach-summary";
import { PageTitle } from "@/components/layout/page-title";
import { ReadAgain } from "@/components/layout/read-again";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { serverTranslator, titled } from "@/lib/auth/language/server-translator";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { readDeliveries } from "@/lib/domain/deliveries/queries";

export const generateMetadata = titled("deliveries", (t) => t("title"));

/** Who is reached. Opening it changes nothing (E25). */
export default async function AlertsPage({ searchParams }: PageProps<"/alerts">) {
  const address = readDeliveriesAddress(await searchParams);
  const { show, page, reach, people, to } = address;
  const loaded = await loadForSuperUser(peoplePath(address), () =>
    readDeliveries({ page, show, to, people: { page: people, reach } }),
  );
  const t = await serverTranslator("deliveries");
  if (!loaded.ok) return <UnreadablePage title={t("title")} message={loaded.message} />;
  const { mailReach, reachCounts, extra, feedback, secondChannel, asOf } = loaded.data;
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title={t("title")} aside={<ReadAgain readAt={loaded.readAt} byItself />} />
      <AlertsTabs here="/alerts" />
      <ReachSummary
        mailReach={mailReach}
        reachCounts={reachCounts}
        extra={extra}
        t={t}
        tReach={await serverTranslator("mailReach")}
      />
      <PeopleSection deliveries={loaded.data} address={address} t={t} />
      <ExtraSection extra={extra} asOf={asOf} t={t} />
      <ChannelsNote feedback={feedback} secondChannel={secondChannel} t={t} />
    </div>
  );
}
