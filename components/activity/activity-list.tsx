import { ScrollText } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkPaging } from "@/components/ui/link-paging";
import type { AuditPage } from "@/lib/audit/schema";
import { EventItem } from "./event-item";

export function ActivityList({ audit }: { audit: AuditPage }) {
  return (
    <section aria-label="Events">
      <div className="rounded-xl border border-line bg-surface shadow-lift">
        {audit.entries.length === 0 ? (
          <EmptyState
            icon={ScrollText}
            title={audit.total === 0 ? "Nothing has been recorded yet" : "There are not that many pages"}
          />
        ) : (
          <ol className="divide-y divide-line">
            {audit.entries.map((entry) => (
              <EventItem key={entry.seq} entry={entry} />
            ))}
          </ol>
        )}
      </div>
      <LinkPaging path="/activity" page={audit.page} pageSize={audit.pageSize} total={audit.total} />
    </section>
  );
}
