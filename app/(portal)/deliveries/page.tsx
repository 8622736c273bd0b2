import type { Metadata } from "next";
import { ChannelsNote } from "@/components/deliveries/channels-note";
import { MailsView } from "@/components/deliveries/mails-view";
import { PeopleTable } from "@/components/deliveries/people-table";
import { PageTitle } from "@/components/layout/page-title";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { pageNumber } from "@/components/ui/page-number";
import { loadForSuperUser } from "@/lib/auth/page-guard";
import { readDeliveries } from "@/lib/deliveries/queries";

export const metadata: Metadata = { title: "Deliveries" };

/** Who was told, and who would not be reached. Opening it changes nothing (E25). */
export default async function DeliveriesPage({ searchParams }: PageProps<"/deliveries">) {
  const params = await searchParams;
  const page = pageNumber(params.page);
  const show = params.show === "attention" ? "attention" : "all";
  const path = `/deliveries?${show === "attention" ? "show=attention&" : ""}page=${page}`;
  const loaded = await loadForSuperUser(path, () => readDeliveries({ page, show }));
  if (!loaded.ok) return <UnreadablePage message={loaded.message} />;
  const { people, feedback, secondChannel, asOf } = loaded.data;
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title="Deliveries">
        Whom a mail would reach, and what became of each mail. What is not known is never taken for arrived.
      </PageTitle>
      <PeopleTable people={people} asOf={asOf} />
      <ChannelsNote feedback={feedback} secondChannel={secondChannel} />
      <MailsView key={`${show} ${page}`} deliveries={loaded.data} show={show} viewer={loaded.viewer} />
    </div>
  );
}
