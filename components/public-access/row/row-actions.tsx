"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import type { SiteRow } from "@/lib/domain/public-access/schema";
import type { RowContext } from "./row-context";

type RowActionsProps = {
  site: SiteRow;
  /** one below the other where the line is wide, as in the last column; else side by side */
  stacked?: boolean;
  context: Pick<RowContext, "isCurrent" | "mayPublish" | "onShow" | "onPublish">;
};

/** What can be done with one site. Each button names the site for who cannot see the row. */
export function RowActions({
  site,
  stacked = false,
  context: { isCurrent, mayPublish, onShow, onPublish },
}: RowActionsProps) {
  const say = useTranslations("publicAccess");
  const name = <span className="sr-only"> {site.name || say("site.noName")}</span>;
  if (!site.isPublic) {
    return mayPublish ? (
      <Button size="sm" disabled={!isCurrent} onClick={() => onPublish([site])}>
        {say("deed.publish")}
        {name}
      </Button>
    ) : null;
  }
  return (
    <div className={cn("flex flex-wrap gap-2", stacked && "lg:flex-col lg:items-end")}>
      <Button size="sm" disabled={!isCurrent} onClick={() => onShow({ dialog: "revoke", sites: [site] })}>
        {say("deed.makePrivate")}
        {name}
      </Button>
      <Button size="sm" variant="quiet" disabled={!isCurrent} onClick={() => onShow({ dialog: "extend", site })}>
        {say("deed.changeEnd")}
        {name}
      </Button>
      {site.worseLevels.length > 0 && (
        <Button
          size="sm"
          disabled={!isCurrent}
          onClick={() => onShow({ dialog: "mend", action: "reduce", sites: [site] })}
        >
          {say("deed.reduce")}
          {name}
        </Button>
      )}
    </div>
  );
}
