import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { cookies } from "next/headers";
import { QueryProvider } from "@/components/layout/query-provider";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { paramsOf, readSitesAddress, sitesPath } from "@/components/public-access/page-state/sites-address";
import { PublicAccessView } from "@/components/public-access/public-access-view";
import { EngineNotice } from "@/components/public-access/status/engine-notice";
import { dismissedTips, TIPS_COOKIE } from "@/components/public-access/tips/tips-schema";
import { requestLanguage } from "@/lib/auth/language/request-language";
import { titled } from "@/lib/auth/language/server-translator";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { readFindings } from "@/lib/domain/findings/queries";
import { findingsQueryOptions } from "@/lib/domain/findings/query-options";
import { readOutside } from "@/lib/domain/probe/queries";
import { outsideQueryOptions } from "@/lib/domain/probe/query-options";
import { readConsequences } from "@/lib/domain/public-access/consequences";
import { listSites } from "@/lib/domain/public-access/queries";
import { sitesQueryOptions } from "@/lib/domain/public-access/query-options";
import { readEngineTrouble } from "@/lib/reports/doctor/queries";

export const generateMetadata = titled("publicAccess", (t) => t("title"));

/** THE page: its first rows come with it, every later ones are read by the browser. */
export default async function PublicAccessPage({ searchParams }: PageProps<"/public-access">) {
  const address = readSitesAddress(paramsOf(await searchParams));
  const loaded = await loadForSuperUser(sitesPath(address), async (superUser) => {
    const [sites, findings, consequences, outside, engines] = await Promise.all([
      listSites(address.query),
      readFindings(),
      readConsequences(superUser),
      readOutside(),
      readEngineTrouble(await requestLanguage()),
    ]);
    return { sites, findings, consequences, outside, engines };
  });
  if (!loaded.ok) return <UnreadablePage message={loaded.message} />;

  const { sites, findings, consequences, outside, engines } = loaded.data;
  const queryClient = new QueryClient();
  queryClient.setQueryData(sitesQueryOptions(address.query).queryKey, sites);
  queryClient.setQueryData(findingsQueryOptions().queryKey, findings);
  queryClient.setQueryData(outsideQueryOptions().queryKey, outside);
  return (
    <QueryProvider shared>
      <HydrationBoundary state={dehydrate(queryClient)}>
        <EngineNotice lines={engines} />
        <PublicAccessView
          viewer={loaded.viewer}
          consequences={consequences}
          dismissedTips={dismissedTips((await cookies()).get(TIPS_COOKIE)?.value)}
        />
      </HydrationBoundary>
    </QueryProvider>
  );
}
