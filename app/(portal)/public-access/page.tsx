import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { createSerializer } from "nuqs/server";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { PublicAccessView } from "@/components/public-access/public-access-view";
import { loadSitesSearchParams, sitesSearchParams, toSitesQuery } from "@/components/public-access/search-params";
import { loadForSuperUser } from "@/lib/auth/page-guard";
import { readFindings } from "@/lib/findings/queries";
import { findingsQueryOptions } from "@/lib/findings/query-options";
import { readConsequences } from "@/lib/public-access/consequences";
import { listSites } from "@/lib/public-access/queries";
import { sitesQueryOptions } from "@/lib/public-access/query-options";

export const metadata: Metadata = { title: "Public access" };

const addressOf = createSerializer(sitesSearchParams);

export default async function PublicAccessPage({ searchParams }: PageProps<"/public-access">) {
  const address = await loadSitesSearchParams(searchParams);
  const query = toSitesQuery(address);
  const loaded = await loadForSuperUser(addressOf("/public-access", address), async (superUser) => {
    const [sites, findings, consequences] = await Promise.all([
      listSites(query),
      readFindings(),
      readConsequences(superUser),
    ]);
    return { sites, findings, consequences };
  });
  if (!loaded.ok) return <UnreadablePage message={loaded.message} />;

  const queryClient = new QueryClient();
  queryClient.setQueryData(sitesQueryOptions(query).queryKey, loaded.data.sites);
  queryClient.setQueryData(findingsQueryOptions().queryKey, loaded.data.findings);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <PublicAccessView viewer={loaded.viewer} consequences={loaded.data.consequences} />
    </HydrationBoundary>
  );
}
