"use client";

import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/class-names";
import { Cell, RowHeader, TableRow } from "@/components/ui/table";
import type { SiteRow as Site } from "@/lib/domain/public-access/schema";
import { ByWhom, Kept, Since, Until, Why } from "./publication-cells";
import { RowActions } from "./row-actions";
import { isChoosable, type RowContext } from "./row-context";
import { SiteName } from "./site-name";
import { StateBadge } from "./state-badge";

type SiteRowProps = {
  site: Site;
  highlighted: boolean;
  context: RowContext;
  /** its place in the tab order */
  focus: { tabIndex: number; onFocus: () => void };
};

export function SiteRow({ site, highlighted, context, focus }: SiteRowProps) {
  const say = useTranslations("publicAccess");
  const { asOf, timeZone } = context;
  return (
    <TableRow
      id={`site-${site.id}`}
      {...focus}
      className={cn(
        "relative flex flex-col gap-2 p-4 focus-visible:-outline-offset-2",
        site.isPublic && "border-s-3 border-s-danger",
        highlighted ? "bg-accent-soft" : "hover:bg-surface-sunken/60",
      )}
    >
      <Cell className="absolute end-2 top-2.5 lg:static lg:w-12 lg:ps-3 lg:pe-0">
        {isChoosable(site, context) && (
          <Checkbox
            label={say("row.choose", { name: site.name || say("site.noName") })}
            className="lg:-my-2"
            checked={context.isChosen(site.id)}
            onChange={(event) => context.onChoose([site], event.target.checked)}
          />
        )}
      </Cell>
      <RowHeader className="pe-10 lg:pe-3">
        <SiteName site={site} onOpen={() => context.onOpen(site.id)} />
      </RowHeader>
      <Cell>
        <StateBadge site={site} />
      </Cell>
      <Cell label={say("row.since")}>{site.isPublic && <Since publication={site.publication} asOf={asOf} />}</Cell>
      <Cell label={say("row.by")}>{site.isPublic && <ByWhom publication={site.publication} />}</Cell>
      <Cell label={say("row.why")}>
        {site.isPublic ? (
          <>
            <Why publication={site.publication} />
            <Kept publication={site.publication} asOf={asOf} />
          </>
        ) : (
          site.isUnclear && <span className="text-ink-soft">{say("row.unclear")}</span>
        )}
      </Cell>
      <Cell label={say("row.until")}>
        {site.isPublic && <Until publication={site.publication} timeZone={timeZone} asOf={asOf} />}
      </Cell>
      <Cell className="pt-1 lg:pt-2.5 lg:text-end">
        <RowActions site={site} stacked context={context} />
      </Cell>
    </TableRow>
  );
}
