import { Info } from "lucide-react";
import type { ActivityTranslator } from "@/components/events/activity-intl";
import type { AuditPage } from "@/lib/ledger/audit/schema";

/** How many events there are, and of how many refusals nobody knows whether they belong here. Announced. */
export function FoundEvents({
  audit,
  isFiltered,
  t,
}: {
  audit: AuditPage;
  isFiltered: boolean;
  t: ActivityTranslator;
}) {
  const { total, unsure } = audit;
  return (
    <div role="status" className="flex flex-col gap-1 text-ink-soft text-sm">
      <p>{t(isFiltered ? "found" : "count", { count: total })}</p>
      {unsure > 0 && (
        <p className="flex items-start gap-1.5">
          <Info className="mt-1 size-3.5 shrink-0" aria-hidden="true" />
          {t("unsure", { count: unsure })}
        </p>
      )}
    </div>
  );
}
