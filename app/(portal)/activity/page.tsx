import { Suspense } from "react";
import { activityPath, filterParams, readActivityAddress } from "@/components/activity/activity-address";
import { ActivityFilters } from "@/components/activity/activity-filters";
import { ActivityList } from "@/components/activity/activity-list";
import { CoveragePanel } from "@/components/activity/coverage-panel";
import { ExportLinks, ExportNote } from "@/components/activity/export-links";
import { ExposureLoading, ExposurePanel } from "@/components/activity/exposure-panel";
import { FilterChips } from "@/components/activity/filter-chips";
import { FoundEvents } from "@/components/activity/found-events";
import { PageTitle } from "@/components/layout/page-title";
import { ReadAgain } from "@/components/layout/read-again";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { StatementsLink } from "@/components/statements/statements-link";
import { serverFormats } from "@/lib/auth/language/formats";
import { serverWords } from "@/lib/auth/language/words";
import { loadForSuperUser } from "@/lib/auth/page-guard";
import { AUDIT_PAGE_SIZE } from "@/lib/ledger/audit/filter-schema";
import { listActors, listAudit } from "@/lib/ledger/audit/queries";
import { readCoverage } from "@/lib/reports/coverage/queries";
import { ExposurePart } from "./exposure-part";

export async function generateMetadata() {
  const say = await serverWords("activity");
  return { title: say("title") };
}

/** The picture and the coverage stand before the newest events; whoever looks for something sees what was found. */
export default async function ActivityPage({ searchParams }: PageProps<"/activity">) {
  const address = readActivityAddress(await searchParams);
  const { filter, page, range } = address;
  const query = filterParams(filter);
  const isFiltered = Object.keys(query).length > 0;
  const isOverview = !isFiltered && page === 1;
  const path = activityPath(address);
  const loaded = await loadForSuperUser(path, async () => ({
    audit: await listAudit({ ...filter, page, pageSize: AUDIT_PAGE_SIZE }),
    actors: await listActors(),
    coverage: isOverview ? await readCoverage() : null,
  }));
  const words = {
    say: await serverWords("activity"),
    sayFindings: await serverWords("findings"),
    format: await serverFormats(),
  };
  const { say } = words;
  if (!loaded.ok) return <UnreadablePage title={say("title")} message={loaded.message} />;
  const { audit, actors, coverage } = loaded.data;
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title={say("title")}>{say("lead")}</PageTitle>
      <ReadAgain readAt={loaded.readAt} byItself />
      {isOverview && (
        <ExposurePanel range={range} say={say}>
          <Suspense fallback={<ExposureLoading />}>
            <ExposurePart range={range} path={path} />
          </Suspense>
        </ExposurePanel>
      )}
      {coverage && <CoveragePanel coverage={coverage} words={words} />}
      <ActivityFilters key="filters" address={address} actors={actors} timeZone={audit.timeZone} say={say} />
      <FilterChips filter={filter} entries={audit.entries} words={words} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <FoundEvents audit={audit} isFiltered={isFiltered} say={say} />
        <ExportLinks filter={filter} say={say} />
      </div>
      <ActivityList audit={audit} query={query} words={words} />
      <ExportNote filter={filter} say={say} />
      <StatementsLink say={await serverWords("statements")} />
    </div>
  );
}
