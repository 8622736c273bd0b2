"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { SiteRow } from "@/lib/domain/public-access/schema";
import type { RowContext } from "./row-context";

type RowActionsProps = {
  site: SiteRow;
  context: Pick<RowContext, "isCurrent" | "mayPublish" | "privateNow" | "onMakePrivate" | "onPublish" | "onMenu">;
};

/** The one thing that is mostly done with a site, and a menu of the others. Each button names the site for who cannot see the row. */
export function RowActions({ site, context }: RowActionsProps) {
  const { isCurrent, mayPublish, privateNow, onMakePrivate, onPublish, onMenu } = context;
  const t = useTranslations("publicAccess");
  const name = <span className="sr-only"> {site.name || t("site.noName")}</span>;
  return (
    <div className="inline-flex items-center gap-0.5">
      {(site.isPublic || mayPublish) && (
        // One button, so that the focus stays on it when the site turns private.
        <Button
          size="sm"
          variant={site.isPublic ? "secondary" : "quiet"}
          disabled={!isCurrent}
          busy={privateNow.isUnderWay(site.id)}
          onClick={() => (site.isPublic ? onMakePrivate(site) : onPublish([site]))}
        >
          {site.isPublic && t("deed.makePrivate")}
          {!site.isPublic && t(privateNow.was(site.id) ? "deed.publishAgain" : "deed.publish")}
          {name}
        </Button>
      )}
      <button
        type="button"
        aria-haspopup="menu"
        className="grid size-8 place-items-center rounded-lg text-ink-soft hover:bg-surface-sunken hover:text-ink"
        onClick={(event) => onMenu(site, event.currentTarget)}
      >
        <Ellipsis className="size-4" aria-hidden="true" />
        <span className="sr-only">
          {t("deed.more")}
          {name}
        </span>
      </button>
    </div>
  );
}
