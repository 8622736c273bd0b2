import { Users } from "lucide-react";
import { useId } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkPaging } from "@/components/ui/link-paging";
import type { DeliveriesPage } from "@/lib/domain/deliveries/schema";
import { type ReachFilter, reachFilters } from "@/lib/domain/deliveries/terms";
import { type DeliveriesAddress, PEOPLE_PATH, peoplePath, peopleQuery } from "./deliveries-address";
import { FilterLinks } from "./filter-links";
import { type DeliveriesTranslator, ReachTable } from "./reach-table";

type PeopleSectionProps = { deliveries: People; address: DeliveriesAddress; t: DeliveriesTranslator };
type People = Pick<DeliveriesPage, "people" | "peopleTotal" | "peoplePage" | "peoplePageSize" | "reachCounts" | "asOf">;

/** The Super Users, by pages; only those whom a mail would not reach, when that is asked. */
export function PeopleSection({ deliveries, address, t }: PeopleSectionProps) {
  const headingId = useId();
  const { people, peopleTotal, peoplePage, peoplePageSize, reachCounts, asOf } = deliveries;
  const counts: Record<ReachFilter, number> = {
    all: reachCounts.unreachable + reachCounts.unknown + reachCounts.reached,
    ...reachCounts,
  };
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id={headingId} className="font-semibold text-lg">
          {t("people.heading")}
        </h2>
        <FilterLinks
          label={t("people.heading")}
          links={reachFilters.map((reach) => ({
            href: peoplePath({ ...address, reach, people: 1 }),
            label: t("people.counted", { what: t(`reach.${reach}`), count: counts[reach] }),
            current: reach === address.reach,
          }))}
        />
      </div>
      <div className="overflow-clip rounded-xl border border-line bg-surface shadow-lift">
        {people.length === 0 ? (
          <EmptyState icon={Users} title={t("people.none")} />
        ) : (
          <ReachTable label={t("people.heading")} rows={people} asOf={asOf} t={t} />
        )}
      </div>
      <LinkPaging
        path={PEOPLE_PATH}
        param="people"
        query={peopleQuery({ ...address, people: 1 })}
        page={peoplePage}
        pageSize={peoplePageSize}
        total={peopleTotal}
      />
    </section>
  );
}
