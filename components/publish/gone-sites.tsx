"use client";

import { useTranslations } from "use-intl";
import { ChosenSites } from "@/components/access-change/chosen-sites";
import { Button } from "@/components/ui/button";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { namedOf } from "./named-of";

type GoneSitesProps = { siteIds: readonly number[]; named: readonly NamedSite[]; onLeaveOut: () => void };

/** The sites that the server did not find any more, and the way on without them. */
export function GoneSites({ siteIds, named, onLeaveOut }: GoneSitesProps) {
  const t = useTranslations("publish");
  const tCommands = useTranslations("commands");
  if (siteIds.length === 0) return null;
  return (
    <div className="flex flex-col items-start gap-3 [&>ul]:w-full">
      <ChosenSites
        label={t("gone.title")}
        sites={namedOf(siteIds, named, (id) => tCommands("site.unnamed", { id: String(id) }))}
      />
      <Button size="sm" onClick={onLeaveOut}>
        {t("gone.leaveOut", { count: siteIds.length })}
      </Button>
    </div>
  );
}
