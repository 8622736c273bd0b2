import { ActivityTabs } from "@/app/(portal)/activity/activity-tabs";
import { activityPath, filterParams, readActivityAddress } from "@/components/activity/activity-address";
import { ActivityFilters } from "@/components/activity/activity-filters";
import { ActivityList } from "@/components/activity/activity-list";
import { ExportLinks, ExportNote } from "@/components/activity/export-links";
import { FilterChips } from "@/components/activity/filter-chips";
import { FoundEvents } from "@/components/activity/found-events";
import { PageTitle } from "@/components/layout/page-title";
import { ReadAgain } from "@/components/layout/read-again";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { serverFormats } from "@/lib/auth/language/formats";
import { serverWords } from "@/lib/auth/language/words";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { AUDIT_PAGE_SIZE } from "@/lib/ledger/audit/filter-schema";
import { listActors, listAudit } from "@/lib/ledger/audit/queries";

export async function generateMetadata() {
  const say = await serverWords("activity");
  return { title: say("title") };
}

/** What happened, newest first. */
export default async function ActivityPage({ searchParams }: PageProps<"/activity">) {
  const address = readActivityAddress(await searchParams);
  const { filter, page } = address;
  const query = filterParams(filter);
  const isFiltered = Object.keys(query).length > 0;
  const loaded = await loadForSuperUser(activityPath(address), async () => ({
    audit: await listAudit({ ...filter, page, pageSize: AUDIT_PAGE_SIZE }),
    actors: await listActors(),
  }));
  const words = {
    say: await serverWords("activity"),
    sayFindings: await serverWords("findings"),
    format: await serverFormats(),
  };
  const { say } = words;
  if (!loaded.ok) return <UnreadablePage title={say("title")} message={loaded.message} />;
  const { audit, actors } = loaded.data;
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title={say("title")} aside={<ReadAgain readAt={loaded.readAt} byItself />} />
      <ActivityTabs here="/activity" />
      <ActivityFilters key="filters" address={address} actors={actors} say={say} />
      <FilterChips filter={filter} entries={audit.entries} words={words} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <FoundEvents audit={audit} isFiltered={isFiltered} say={say} />
        <ExportLinks filter={filter} say={say} />
      </div>
      <ActivityList audit={audit} query={query} words={words} />
      <ExportNote filter={filter} say={say} />
    </div>
  );
}
