import { ScrollText, SearchX } from "lucide-react";
import Link from "next/link";
import type { EventIntl } from "@/components/events/activity-intl";
import { EventItem } from "@/components/events/event-item";
import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";
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
      <div className="rounded-xl border border-line bg-surface shadow-lift">
        {entries.length === 0 ? (
          <NoEvents total={total} query={query} intl={intl} />
        ) : (
          <ol className="divide-y divide-line">
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

/** Nothing is there yet, nothing matches, or the page lies behind the last one: never one for the other. */
function NoEvents({ total, query, intl: { t } }: Omit<ActivityListProps, "audit"> & { total: number }) {
  const isFiltered = Object.keys(query).length > 0;
  if (total > 0) {
    return (
      <EmptyState icon={ScrollText} title={t("empty.noSuchPage")}>
        <Link href={`/activity?${new URLSearchParams(query)}`} className={buttonStyles({ size: "sm" })}>
          {t("empty.firstPage")}
        </Link>
      </EmptyState>
    );
  }
  if (!isFiltered) {
    return (
      <EmptyState icon={ScrollText} title={t("empty.nothingYet")}>
        <p>{t("empty.nothingYetMeaning")}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={SearchX} title={t("empty.noMatch")}>
      <p>{t("empty.noMatchMeaning")}</p>
      <Link href="/activity" className={buttonStyles({ size: "sm" })}>
        {t("filters.clear")}
      </Link>
    </EmptyState>
  );
}
