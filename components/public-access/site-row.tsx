"use client";

import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/class-names";
import { Cell, TableRow } from "@/components/ui/table";
import type { SiteRow as Site } from "@/lib/public-access/schema";
import type { OpenDialog } from "./public-access-dialogs";
import { ByWhom, Kept, Since, Until, Why } from "./publication-cells";
import { SiteName } from "./site-name";
import { StateBadge } from "./state-badge";

export type RowContext = {
  asOf: string;
  timeZone: string;
  /** while it is not, "Make public" is not offered; the page says why */
  mayPublish: boolean;
  isChosen: (siteId: number) => boolean;
  onChoose: (site: Site, chosen: boolean) => void;
  onShow: (dialog: OpenDialog) => void;
};

type SiteRowProps = { site: Site; highlighted: boolean; context: RowContext };

export function SiteRow({ site, highlighted, context }: SiteRowProps) {
  const { asOf, timeZone } = context;
  return (
    <TableRow
      id={`site-${site.id}`}
      className={cn(
        "relative flex flex-col gap-2 p-4 hover:bg-surface-sunken/60",
        site.isPublic && "shadow-[inset_3px_0_0_var(--danger)]",
        highlighted && "bg-accent-soft hover:bg-accent-soft",
      )}
    >
      <Cell className="absolute top-2.5 right-2 lg:static lg:w-12 lg:pr-0 lg:pl-3">
        {!site.isPublic && context.mayPublish && (
          <Checkbox
            label={`Choose ${site.name}`}
            className="lg:-my-2"
            checked={context.isChosen(site.id)}
            onChange={(event) => context.onChoose(site, event.target.checked)}
          />
        )}
      </Cell>
      <Cell className="pr-10 lg:pr-3">
        <SiteName site={site} />
      </Cell>
      <Cell>
        <StateBadge site={site} />
      </Cell>
      <Cell label="Since">{site.isPublic && <Since publication={site.publication} asOf={asOf} />}</Cell>
      <Cell label="By">{site.isPublic && <ByWhom publication={site.publication} />}</Cell>
      <Cell label="Why">
        {site.isPublic && (
          <>
            <Why publication={site.publication} />
            <Kept publication={site.publication} asOf={asOf} />
          </>
        )}
        {site.isUnclear && !site.isPublic && (
          <span className="text-ink-soft">
            Matomo's user anonymous has an access value here that the portal does not know. Look at it in Matomo.
          </span>
        )}
      </Cell>
      <Cell label="Until">
        {site.isPublic && (
          <>
            <Until publication={site.publication} timeZone={timeZone} asOf={asOf} />
            <button
              type="button"
              className="block min-h-6 text-[0.8125rem] text-accent hover:underline"
              onClick={() => context.onShow({ dialog: "extend", site })}
            >
              Change end date…<span className="sr-only"> {site.name}</span>
            </button>
          </>
        )}
      </Cell>
      <Cell className="pt-1 lg:pt-2.5 lg:text-right">
        <RowAction site={site} context={context} />
      </Cell>
    </TableRow>
  );
}

function RowAction({ site, context }: { site: Site; context: RowContext }) {
  if (site.isPublic) {
    return (
      <div className="flex flex-wrap gap-2 lg:flex-col lg:items-end">
        <Button size="sm" onClick={() => context.onShow({ dialog: "revoke", sites: [site] })}>
          Make private<span className="sr-only"> {site.name}</span>
        </Button>
        {site.worseLevels.length > 0 && (
          <Button size="sm" onClick={() => context.onShow({ dialog: "mend", deed: "reduce", sites: [site] })}>
            Reduce to view<span className="sr-only"> {site.name}</span>
          </Button>
        )}
      </div>
    );
  }
  return context.mayPublish ? (
    <Button
      size="sm"
      variant="quiet"
      className="border-line lg:border-transparent"
      onClick={() => context.onShow({ dialog: "publish", sites: [site] })}
    >
      Make public…<span className="sr-only"> {site.name}</span>
    </Button>
  ) : null;
}
