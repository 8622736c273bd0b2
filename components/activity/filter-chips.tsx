import { X } from "lucide-react";
import type { ActivityIntl } from "@/components/events/activity-intl";
import { Link } from "@/components/ui/link";
import { LinkPending } from "@/components/ui/link-pending";
import { type AuditFilter, WHO_JOBS, WHO_VISITORS } from "@/lib/ledger/audit/filter-schema";
import type { AuditEntry } from "@/lib/ledger/audit/schema";
import { activityPath } from "./activity-address";
import { dayLabel } from "./exposure-labels";

type FilterChipsProps = {
  filter: AuditFilter;
  /** what is shown, to find the name of the site asked for */
  entries: readonly AuditEntry[];
  intl: ActivityIntl;
};

const NAMES = ["kind", "who", "from", "to", "site"] as const;

/** The filters in use; each is a link that takes it away. */
export function FilterChips({ filter, entries, intl }: FilterChipsProps) {
  const { t } = intl;
  const inUse = NAMES.filter((name) => filter[name] !== null);
  if (inUse.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      <ul aria-label={t("filters.inUse")} className="flex min-w-0 flex-wrap gap-2">
        {inUse.map((name) => (
          <li key={name} className="min-w-0">
            <Link
              href={activityPath({ filter: { ...filter, [name]: null }, page: 1 })}
              prefetch={false}
              className="relative inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-xl border border-line bg-surface px-3 hover:border-line-strong hover:bg-surface-sunken"
            >
              <span className="min-w-0 truncate">
                {t.rich("filters.chip", {
                  name: t(`filters.${name}`),
                  value: () => <bdi>{valueLabel(name, filter, entries, intl)}</bdi>,
                })}
              </span>
              <X className="size-3.5 shrink-0 text-ink-faint" aria-hidden="true" />
              <span className="sr-only">{t("filters.remove")}</span>
              <LinkPending />
            </Link>
          </li>
        ))}
      </ul>
      <Link
        href="/activity"
        prefetch={false}
        className="relative inline-flex min-h-8 items-center text-accent hover:underline"
      >
        {t("filters.clear")}
        <LinkPending />
      </Link>
    </div>
  );
}

function valueLabel(
  name: (typeof NAMES)[number],
  filter: AuditFilter,
  entries: FilterChipsProps["entries"],
  intl: ActivityIntl,
): string {
  const { kind, who, from, to, site } = filter;
  switch (name) {
    case "kind":
      return kind === null ? "" : intl.t(`filters.kinds.${kind}`);
    case "who":
      if (who === WHO_JOBS) return intl.t("filters.jobs");
      return who === WHO_VISITORS ? intl.t("actors.visitor") : (who ?? "");
    case "from":
      return from === null ? "" : dayLabel(intl, from);
    case "to":
      return to === null ? "" : dayLabel(intl, to);
    case "site": {
      const named = entries.flatMap(({ facts }) => ("sites" in facts ? facts.sites : [])).find(({ id }) => id === site);
      return named ? `${site} (${named.name})` : String(site);
    }
  }
}
