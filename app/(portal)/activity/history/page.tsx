import { Suspense } from "react";
import { ActivityTabs } from "@/app/(portal)/activity/activity-tabs";
import { historyPath, readHistoryAddress } from "@/components/activity/activity-address";
import { CoveragePanel } from "@/components/activity/coverage-panel";
import { ExposureLoading, ExposurePanel } from "@/components/activity/exposure-panel";
import { PageTitle } from "@/components/layout/page-title";
import { ReadAgain } from "@/components/layout/read-again";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { serverFormats } from "@/lib/auth/language/formats";
import { serverTranslator, titled } from "@/lib/auth/language/server-translator";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { readCoverage } from "@/lib/reports/coverage/queries";
import { ExposurePart } from "./exposure-part";

export const generateMetadata = titled("layout", (t) => t("tabs.history"));

/** How much was public on each day, and when monitoring ran. */
export default async function HistoryPage({ searchParams }: PageProps<"/activity/history">) {
  const range = readHistoryAddress(await searchParams);
  const path = historyPath(range);
  const loaded = await loadForSuperUser(path, readCoverage);
  const intl = { t: await serverTranslator("activity"), format: await serverFormats() };
  const { t } = intl;
  const title = (await serverTranslator("layout"))("tabs.history");
  if (!loaded.ok) return <UnreadablePage title={title} message={loaded.message} />;
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title={title} aside={<ReadAgain readAt={loaded.readAt} byItself />} />
      <ActivityTabs here="/activity/history" />
      <ExposurePanel range={range} t={t}>
        <Suspense fallback={<ExposureLoading />}>
          <ExposurePart range={range} path={path} />
        </Suspense>
      </ExposurePanel>
      <CoveragePanel coverage={loaded.data} intl={intl} />
    </div>
  );
}
