"use client";

import { useTranslations } from "use-intl";
import type { RowContext } from "@/components/public-access/row/row-context";
import { Button } from "@/components/ui/button";
import type { SiteRow } from "@/lib/domain/public-access/schema";

type PanelActionsProps = {
  site: SiteRow;
  context: Pick<RowContext, "isCurrent" | "mayPublish" | "privateNow" | "onMakePrivate" | "onShow" | "onPublish">;
};

/** What can be done with the site whose panel is open; the safe thing stands out. */
export function PanelActions({ site, context }: PanelActionsProps) {
  const { isCurrent, mayPublish, privateNow, onMakePrivate, onShow, onPublish } = context;
  const t = useTranslations("publicAccess.deed");
  const tFindings = useTranslations("findings");
  if (!site.isPublic) {
    if (!mayPublish) return null;
    return (
      <Button disabled={!isCurrent} onClick={() => onPublish([site])}>
        {t("publish")}
      </Button>
    );
  }
  return (
    <>
      {site.worseLevels.length > 0 && (
        <Button
          variant="quiet"
          disabled={!isCurrent}
          onClick={() => onShow({ dialog: "mend", action: "reduce", sites: [site] })}
        >
          {tFindings("actions.reduce")}
        </Button>
      )}
      <Button variant="quiet" disabled={!isCurrent} onClick={() => onShow({ dialog: "extend", site })}>
        {t("changeEnd")}
      </Button>
      <Button
        variant="primary"
        disabled={!isCurrent}
        busy={privateNow.isUnderWay(site.id)}
        onClick={() => onMakePrivate(site)}
      >
        {t("makePrivate")}
      </Button>
    </>
  );
}
