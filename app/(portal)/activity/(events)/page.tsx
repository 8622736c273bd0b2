import { ActivityTabs } from "@/app/(portal)/activity/activity-tabs";
import { activityPath, filterParams, readActivityAddress } from "@/components/activity/activity-address";
import { ActivityFilters } from "@/components/activity/activity-filters";
import { ActivityList, FoundEvents } from "@/components/activity/activity-list";
import { ExportLinks } from "@/components/activity/export-links";
import { FilterChips } from "@/components/activity/filter-chips";
import { PageTitle } from "@/components/layout/page-title";
import { ReadAgain } from "@/components/layout/read-again";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { inCode } from "@/components/ui/code";
import { serverFormats } from "@/lib/auth/language/formats";
import { serverTranslator, titled } from "@/lib/auth/language/server-translator";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { AUDIT_PAGE_SIZE } from "@/lib/ledger/audit/filter-schema";
import { listActors, listAudit } from "@/lib/ledger/audit/queries";

export const generateMetadata = titled("activity", (t) => t("title"));

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
  const intl = {
    t: await serverTranslator("activity"),
    tFindings: await serverTranslator("findings"),
    tSetting: await serverTranslator("setting"),
    format: await serverFormats(),
  };
  const { t } = intl;
  if (!loaded.ok) return <UnreadablePage title={t("title")} message={loaded.message} />;
  const { audit, actors } = loaded.data;
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title={t("title")} aside={<ReadAgain readAt={loaded.readAt} byItself />} />
      <ActivityTabs here="/activity" />
      <ActivityFilters key="filters" address={address} actors={actors} t={t} />
      <FilterChips filter={filter} entries={audit.entries} intl={intl} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <FoundEvents audit={audit} isFiltered={isFiltered} t={t} />
        <ExportLinks filter={filter} t={t} />
      </div>
      <ActivityList audit={audit} query={query} intl={intl} />
      <p className="max-w-3xl text-[0.8125rem] text-ink-soft print:hidden">
        {t.rich("export.meaning", { code: inCode })}
      </p>
    </div>
  );
}
