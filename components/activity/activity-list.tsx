import { ScrollText, SearchX } from "lucide-react";
import Link from "next/link";
import type { EventWords } from "@/components/events/activity-words";
import { EventItem } from "@/components/events/event-item";
import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkPaging } from "@/components/ui/link-paging";
import type { AuditPage } from "@/lib/ledger/audit/schema";

type ActivityListProps = {
  audit: AuditPage;
  /** what the address says of filters; empty when there are none */
  query: Record<string, string>;
  words: EventWords;
};

/** A page of events, newest first. */
export function ActivityList({ audit, query, words }: ActivityListProps) {
  const { entries, page, pageSize, total } = audit;
  return (
    <section aria-label={words.say("list")}>
      <div className="rounded-xl border border-line bg-surface shadow-lift">
        {entries.length === 0 ? (
          <NoEvents total={total} query={query} words={words} />
        ) : (
          <ol className="divide-y divide-line">
            {entries.map((entry) => (
              <EventItem key={entry.seq} entry={entry} words={words} />
            ))}
          </ol>
        )}
      </div>
      <LinkPaging path="/activity" query={query} page={page} pageSize={pageSize} total={total} />
    </section>
  );
}

/** Nothing is there yet, nothing matches, or the page lies behind the last one: never one for the other. */
function NoEvents({ total, query, words: { say } }: Omit<ActivityListProps, "audit"> & { total: number }) {
  const isFiltered = Object.keys(query).length > 0;
  if (total > 0) {
    return (
      <EmptyState icon={ScrollText} title={say("empty.noSuchPage")}>
        <Link href={`/activity?${new URLSearchParams(query)}`} className={buttonStyles({ size: "sm" })}>
          {say("empty.firstPage")}
        </Link>
      </EmptyState>
    );
  }
  if (!isFiltered) {
    return (
      <EmptyState icon={ScrollText} title={say("empty.nothingYet")}>
        <p>{say("empty.nothingYetMeaning")}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={SearchX} title={say("empty.noMatch")}>
      <p>{say("empty.noMatchMeaning")}</p>
      <Link href="/activity" className={buttonStyles({ size: "sm" })}>
        {say("filters.clear")}
      </Link>
    </EmptyState>
  );
}
