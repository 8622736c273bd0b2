import { PageWords } from "@/app/page-words";
import { ActivityList } from "@/components/activity/activity-list";
import { CoveragePanel } from "@/components/activity/coverage-panel";
import { PageTitle } from "@/components/layout/page-title";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { pageNumber } from "@/components/ui/page-number";
import { listAudit } from "@/lib/audit/queries";
import { loadForSuperUser } from "@/lib/auth/page-guard";
import { readCoverage } from "@/lib/coverage/queries";
import { serverFormats } from "@/lib/languages/formats";
import { serverWords } from "@/lib/languages/words";

export async function generateMetadata() {
  const say = await serverWords("activity");
  return { title: say("title") };
}

const PAGE_SIZE = 50;

export default async function ActivityPage({ searchParams }: PageProps<"/activity">) {
  const page = pageNumber((await searchParams).page);
  const loaded = await loadForSuperUser(`/activity?page=${page}`, async () => ({
    coverage: await readCoverage(),
    audit: await listAudit({ page, pageSize: PAGE_SIZE }),
  }));
  if (!loaded.ok) return <UnreadablePage message={loaded.message} />;
  const words = { say: await serverWords("activity"), format: await serverFormats() };
  return (
    <PageWords rooms={[]}>
      <div className="flex flex-col gap-5">
        <PageTitle title={words.say("title")}>{words.say("lead")}</PageTitle>
        <CoveragePanel coverage={loaded.data.coverage} words={words} />
        <ActivityList audit={loaded.data.audit} query={{}} words={words} />
      </div>
    </PageWords>
  );
}
