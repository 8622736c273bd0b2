import { ScrollText, SearchX } from "lucide-react";
import type { ActivityTranslator, EventIntl } from "@/components/events/activity-intl";
import { EVENT_LIST, EventItem, EventSigns } from "@/components/events/event-item";
import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LinkPaging } from "@/components/ui/link-paging";
import type { AuditPage } from "@/lib/ledger/audit/schema";

type ActivityListProps = {
  audit: AuditPage;
  /** what the address says of filters; empty when there are none */
  query: Record<string, string>;
  intl: EventIntl;
};

/** A page of events, newest first. */
export function ActivityList({ audit, query, intl }: ActivityListProps) {
  const { entries, page, pageSize, total } = audit;
  return (
    <section aria-label={intl.t("list")}>
      <EventSigns />
      <div className="rounded-xl border border-line bg-surface shadow-lift">
        {entries.length === 0 ? (
          <NoEvents total={total} query={query} intl={intl} />
        ) : (
          <ol className={EVENT_LIST}>
            {entries.map((entry) => (
              <EventItem key={entry.seq} entry={entry} intl={intl} />
            ))}
          </ol>
        )}
      </div>
      <LinkPaging path="/activity" query={query} page={page} pageSize={pageSize} total={total} />
    </section>
  );
}

type FoundEventsProps = { audit: AuditPage; isFiltered: boolean; t: ActivityTranslator };

/** How many events there are, and of how many refusals nobody knows whether they belong here. Announced. */
export function FoundEvents({ audit: { total, unsure }, isFiltered, t }: FoundEventsProps) {
  return (
    <div role="status" className="flex flex-col gap-1 text-ink-soft text-sm">
      <p>{t(isFiltered ? "found" : "count", { count: total })}</p>
      {unsure > 0 && <p>{t("unsure", { count: unsure })}</p>}
    </div>
  );
}

/** Nothing is there yet, nothing matches, or the page lies behind the last one: never one for the other. */
function NoEvents({ total, query, intl: { t } }: Omit<ActivityListProps, "audit"> & { total: number }) {
  if (total === 0 && Object.keys(query).length === 0)
    return <EmptyState icon={ScrollText} title={t("empty.nothingYet")} />;
  const [title, path, way] =
    total > 0
      ? (["empty.noSuchPage", `/activity?${new URLSearchParams(query)}`, "empty.firstPage"] as const)
      : (["empty.noMatch", "/activity", "filters.clear"] as const);
  return (
    <EmptyState icon={SearchX} title={t(title)}>
      <Link href={path} className={buttonStyles({ size: "sm" })}>
        {t(way)}
      </Link>
    </EmptyState>
  );
}
