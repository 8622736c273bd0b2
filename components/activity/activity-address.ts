import { type AuditFilter, auditFilterSchema, auditQuerySchema } from "@/lib/ledger/audit/filter-schema";
import { type ExposureRange, exposureQuerySchema } from "@/lib/reports/exposure/schema";

type Params = Readonly<Record<string, string | string[] | undefined>>;

export type ActivityAddress = {
  filter: AuditFilter;
  page: number;
  /** whether it asks for something that there is not; then it is read as if it asked for nothing */
  isWrong: boolean;
};

/** What the address of the page asks for. */
export function readActivityAddress(params: Params): ActivityAddress {
  const asked = auditQuerySchema.safeParse({ ...firstOf(params), pageSize: undefined });
  const { page, pageSize: _, ...filter } = asked.data ?? auditQuerySchema.parse({});
  return { filter, page, isWrong: !asked.success };
}

const USUAL_RANGE = "90" satisfies ExposureRange;

/** How far back the history is asked for; what the address does not say, or says wrongly, is the usual. */
export function readHistoryAddress(params: Params): ExposureRange {
  return exposureQuerySchema.safeParse({ range: firstOf(params).range }).data?.range ?? USUAL_RANGE;
}

/** The path of the history that reaches back this far. */
export function historyPath(range: ExposureRange): string {
  return range === USUAL_RANGE ? "/activity/history" : `/activity/history?range=${range}`;
}

/** A filter as the address says it: nothing of what it leaves open. */
export function filterParams(filter: Partial<AuditFilter>): Record<string, string> {
  const { kind, who, from, to, site } = { ...auditFilterSchema.parse({}), ...filter };
  return Object.fromEntries(
    Object.entries({ kind, who, from, to, site }).flatMap(([name, value]) =>
      value === null ? [] : [[name, String(value)]],
    ),
  );
}

/** The path of the page that shows this. */
export function activityPath({ filter, page }: Pick<ActivityAddress, "filter" | "page">): string {
  const params = new URLSearchParams(filterParams(filter));
  if (page > 1) params.set("page", String(page));
  return params.size === 0 ? "/activity" : `/activity?${params}`;
}

/** Where the file with everything that matches is to be had. */
export function exportPath(filter: AuditFilter, format: "csv" | "json"): string {
  return `/api/activity/export?${new URLSearchParams({ ...filterParams(filter), format })}`;
}

function firstOf(params: Params): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}
