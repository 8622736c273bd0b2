import type { Metadata } from "next";
import { ActivityList } from "@/components/activity/activity-list";
import { CoveragePanel } from "@/components/activity/coverage-panel";
import { PageTitle } from "@/components/layout/page-title";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { pageNumber } from "@/components/ui/page-number";
import { listAudit } from "@/lib/audit/queries";
import { loadForSuperUser } from "@/lib/auth/page-guard";
import { readCoverage } from "@/lib/coverage/queries";

export const metadata: Metadata = { title: "Activity" };

const PAGE_SIZE = 50;

export default async function ActivityPage({ searchParams }: PageProps<"/activity">) {
  const page = pageNumber((await searchParams).page);
  const loaded = await loadForSuperUser(`/activity?page=${page}`, async () => ({
    coverage: await readCoverage(),
    audit: await listAudit({ page, pageSize: PAGE_SIZE }),
  }));
  if (!loaded.ok) return <UnreadablePage message={loaded.message} />;
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title="Activity">
        Everything that changed public access, who signed in, what was refused and which mails went out, newest first.
        Nothing here can be edited or deleted from the portal.
      </PageTitle>
      <CoveragePanel coverage={loaded.data.coverage} />
      <ActivityList audit={loaded.data.audit} />
    </div>
  );
}
