"use client";

import { ChevronDown } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { FINDING_SEVERITY } from "@/lib/ledger/facts/finding-terms";
import type { FindingHandlers } from "./finding-actions";
import { FindingDetails } from "./finding-details";
import { siteLabel } from "./finding-labels";
import { FindingTitle } from "./finding-title";
import { GroupActions } from "./group-actions";
import type { FindingGroup as Group } from "./group-findings";

const STYLES = {
  critical: "border-danger-line bg-danger-soft",
  danger: "border-danger-line bg-danger-soft",
  caution: "border-caution-line bg-caution-soft",
};

type FindingGroupProps = FindingHandlers & {
  group: Group;
  /** when the page was read */
  asOf: string;
};

/** One issue: a line with the actions for all of its sites, or in detail with the actions for the chosen ones. */
export function FindingGroup({ group, asOf, ...handlers }: FindingGroupProps) {
  const { kinds, findings } = group;
  const [kind] = kinds;
  const t = useTranslations("findings");
  const headingId = useId();
  const detailsId = useId();
  const [open, setOpen] = useState(false);
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const sites = new Map(findings.flatMap(({ site }) => (site ? [[site.id, site]] : [])));
  const named = [...sites.values()].map((site) => ({ id: site.id, name: siteLabel(t, site) }));
  const chosen = open ? named.filter((site) => !leftOut.has(site.id)) : named;
  const actions = (
    <GroupActions
      kinds={kinds}
      labelledBy={headingId}
      chosen={chosen}
      disabled={named.length > 0 && chosen.length === 0}
      inLine={!open}
      {...handlers}
    />
  );

  function choose(siteId: number, isChosen: boolean) {
    const next = new Set(leftOut);
    if (isChosen) next.delete(siteId);
    else next.add(siteId);
    setLeftOut(next);
  }
  return (
    <section
      id={`finding-${kinds.join("-")}`}
      aria-labelledby={headingId}
      className={cn("scroll-mt-20 rounded-xl border py-1 ps-3 pe-1.5 sm:ps-4", STYLES[FINDING_SEVERITY[kind]])}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
        <FindingTitle id={headingId} group={group} />
        <div className="flex flex-wrap items-center gap-x-1.5 gap-y-1 sm:gap-x-2">
          {!open && actions}
          <Button
            size="sm"
            variant="quiet"
            aria-expanded={open}
            aria-controls={open ? detailsId : undefined}
            aria-describedby={headingId}
            onClick={() => setOpen((was) => !was)}
          >
            <span className="max-sm:sr-only">{t("details")}</span>
            <ChevronDown
              className={cn("transition-transform motion-reduce:transition-none", open && "rotate-180")}
              aria-hidden="true"
            />
          </Button>
        </div>
      </div>
      {open && (
        <div id={detailsId} className="flex flex-col gap-3 pt-1 pb-2">
          <FindingDetails group={group} asOf={asOf} isChosen={(siteId) => !leftOut.has(siteId)} onChoose={choose} />
          {actions}
        </div>
      )}
    </section>
  );
}
