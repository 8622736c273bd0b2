import { Suspense } from "react";
import { PageWords } from "@/app/page-words";
import { ChannelsNote } from "@/components/deliveries/channels-note";
import { deliveriesPath, readDeliveriesAddress } from "@/components/deliveries/deliveries-address";
import { ExtraSection } from "@/components/deliveries/extra-section";
import { MailsView } from "@/components/deliveries/mails-view";
import { PeopleSection } from "@/components/deliveries/people-section";
import { ReachSummary } from "@/components/deliveries/reach-summary";
import { titledMails } from "@/components/deliveries/titled-mails";
import { PageTitle } from "@/components/layout/page-title";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { serverWords } from "@/lib/auth/language/words";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { readDeliveries } from "@/lib/domain/deliveries/queries";
import { DrillLoading, DrillPart } from "./drill-part";

export async function generateMetadata() {
  const say = await serverWords("deliveries");
  return { title: say("title") };
}

/** Who was told, and who would not be reached. Opening it changes nothing (E25). */
export default async function DeliveriesPage({ searchParams }: PageProps<"/alerts">) {
  const address = readDeliveriesAddress(await searchParams);
  const { show, page, reach, people, to } = address;
  const loaded = await loadForSuperUser(deliveriesPath(address), () =>
    readDeliveries({ page, show, to, people: { page: people, reach } }),
  );
  const say = await serverWords("deliveries");
  if (!loaded.ok) return <UnreadablePage title={say("title")} message={loaded.message} />;
  const { mails, total, pageSize, needAttention, mailReach, reachCounts, extra, feedback, secondChannel, asOf } =
    loaded.data;
  const listed = { mails: titledMails(mails, await serverWords("activity")), total, page, pageSize, needAttention };
  return (
    <PageWords rooms={["deliveries", "drill"]}>
      <div className="flex flex-col gap-5">
        <PageTitle title={say("title")} readAt={loaded.readAt} />
        <ReachSummary
          mailReach={mailReach}
          reachCounts={reachCounts}
          extra={extra}
          say={say}
          sayReach={await serverWords("mailReach")}
        />
        <PeopleSection deliveries={loaded.data} address={address} say={say} />
        <ExtraSection extra={extra} asOf={asOf} address={address} say={say} />
        <ChannelsNote feedback={feedback} secondChannel={secondChannel} say={say} />
        <MailsView deliveries={listed} address={address} viewer={loaded.viewer} />
        <Suspense fallback={<DrillLoading />}>
          <DrillPart />
        </Suspense>
      </div>
    </PageWords>
  );
}
