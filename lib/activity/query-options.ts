import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { AuditExportQuery, AuditFilter, AuditQuery } from "@/lib/audit/filter/schema";
import { type AuditPage, auditPageSchema } from "@/lib/audit/schema";

/** A page of events for a query: key and fetcher in one place. The previous rows stay until the new ones are there. */
export function auditQueryOptions(query: AuditQuery) {
  return queryOptions({
    queryKey: ["activity", query],
    queryFn: ({ signal }) => fetchAudit(query, signal),
    placeholderData: keepPreviousData,
  });
}

/** Where the file with everything that matches is to be had. */
export function auditExportHref(filter: AuditFilter, format: AuditExportQuery["format"]): string {
  const params = filterParams(filter);
  params.set("format", format);
  return `/api/activity/export?${params}`;
}

async function fetchAudit(query: AuditQuery, signal: AbortSignal): Promise<AuditPage> {
  const params = filterParams(query);
  params.set("page", String(query.page));
  params.set("pageSize", String(query.pageSize));
  const response = await fetch(`/api/activity?${params}`, { signal, headers: { accept: "application/json" } });
  if (response.status === 401) throw new Error("Your session has ended. Sign in again to go on.");
  if (!response.ok) throw new Error("The activity could not be read. The portal cannot know what has happened.");
  return auditPageSchema.parse(await response.json());
}

function filterParams({ kind, who, from, to, site }: AuditFilter): URLSearchParams {
  const said = Object.entries({ kind, who, from, to, site }).filter(([, value]) => value !== null);
  return new URLSearchParams(said.map(([name, value]) => [name, String(value)]));
}
