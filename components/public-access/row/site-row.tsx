// biome-ignore-all lint/a11y/noRedundantRoles: a row is two lines on a narrow screen (display: grid); explicit roles keep it a row for every screen reader.
"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/class-names";
import type { SiteRow as Site } from "@/lib/domain/public-access/schema";
import { Ends, Owner, Reason, StateSince } from "./list-cells";
import { RowActions } from "./row-actions";
import { isChoosable, type RowContext } from "./row-context";
import { SiteName } from "./site-name";

type SiteRowProps = {
  site: Site;
  highlighted: boolean;
  /** of private sites alone: there is no since, owner, reason or end */
  isPrivateList: boolean;
  context: RowContext;
  /** its place in the tab order */
  focus: { tabIndex: number; onFocus: () => void };
};

/** A site in one line, on a narrow screen in two: its name, since when, whose, why, until when, and what can be done. */
export function SiteRow({ site, highlighted, isPrivateList, context, focus }: SiteRowProps) {
  const t = useTranslations("publicAccess");
  return (
    <tr
      role="row"
      id={`site-${site.id}`}
      {...focus}
      className={cn(
        "grid grid-cols-[auto_auto_minmax(0,auto)_minmax(0,1fr)_auto] items-center px-2 py-2 focus-visible:-outline-offset-2 wide:table-row",
        highlighted ? "bg-accent-soft" : "hover:bg-surface-sunken/60",
      )}
    >
      <td
        role="cell"
        className={cn("row-span-2 h-11 wide:table-cell wide:ps-2 print:hidden", !context.isChoosing && "narrow:hidden")}
      >
        {isChoosable(site, context) && (
          <Checkbox
            label={t("row.choose", { name: site.name || t("site.noName") })}
            checked={context.isChosen(site.id)}
            onChange={(event) => context.onChoose([site], event.target.checked)}
          />
        )}
      </td>
      <th
        scope="row"
        role="rowheader"
        className="col-span-3 col-start-2 min-w-0 px-2 text-start font-normal wide:table-cell wide:px-3"
      >
        <SiteName site={site} context={context} />
      </th>
      {isPrivateList ? (
        <>
          <RowCell className="col-start-2">
            <bdi dir="ltr">{site.url}</bdi>
          </RowCell>
          <RowCell dot>{site.group !== "" && <bdi>{site.group}</bdi>}</RowCell>
        </>
      ) : (
        <>
          <RowCell className="col-start-2">
            <StateSince site={site} />
          </RowCell>
          <RowCell dot>{site.isPublic && <Owner publication={site.publication} />}</RowCell>
          <RowCell className="max-xl:hidden print:table-cell">
            <Reason site={site} />
          </RowCell>
          <RowCell dot>
            {site.isPublic && <Ends publication={site.publication} timeZone={context.timeZone} asOf={context.asOf} />}
          </RowCell>
        </>
      )}
      <td
        role="cell"
        className="col-start-5 row-span-2 row-start-1 wide:table-cell wide:pe-2 wide:text-end print:hidden"
      >
        <RowActions site={site} context={context} />
      </td>
    </tr>
  );
}

/** @param dot on a narrow screen, where cells stand in one line, a dot is before it */
function RowCell({ dot = false, className, children }: { dot?: boolean; className?: string; children: ReactNode }) {
  return (
    <td
      role="cell"
      className={cn(
        "min-w-0 truncate ps-2 text-[0.8125rem] text-ink-soft empty:hidden wide:table-cell wide:px-3 wide:text-sm wide:empty:table-cell",
        dot && "narrow:before:me-2 narrow:before:text-ink-faint narrow:before:content-['·']",
        className,
      )}
    >
      {children}
    </td>
  );
}
