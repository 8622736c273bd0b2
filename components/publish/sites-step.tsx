"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ChosenSites } from "@/components/access-change/chosen-sites";
import { CanaryRefused } from "@/components/outside/canary-refused";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { outsideQueryOptions } from "@/lib/domain/probe/query-options";
import type { PublishConsequences } from "@/lib/domain/public-access/reading-schema";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { adding, leavingOut, type PublishDraft } from "./draft";
import { namedOf } from "./named-of";
import { amongThese, publicSitesQueryOptions } from "./public-among";
import { RemovableSites } from "./removable-sites";
import { SitePicker } from "./site-picker";
import { StepButtons, StepFrame } from "./step-frame";
import type { PublishFlowState } from "./use-publish-flow";

type SitesStepProps = Pick<PublishFlowState, "update" | "go"> & {
  draft: PublishDraft;
  consequences: PublishConsequences | undefined;
};

/** Which sites become public, and which are public already and left as they are. */
export function SitesStep({ draft, consequences, update, go }: SitesStepProps) {
  const t = useTranslations("publish");
  const tCommands = useTranslations("commands");
  const [removed, setRemoved] = useState<NamedSite | null>(null);
  const allPublic = useQuery({ ...publicSitesQueryOptions(), staleTime: Number.POSITIVE_INFINITY }).data;
  const known = allPublic && !allPublic.isTooMany ? amongThese(draft.siteIds, allPublic.publicSiteIds) : null;
  const alreadyIds = known?.siteIds ?? [];
  const left = leavingOut(draft, alreadyIds);
  // Without an answer the last step refuses it all the same.
  const canary = useQuery({ ...outsideQueryOptions(), staleTime: Number.POSITIVE_INFINITY }).data?.canary ?? null;
  const isCanaryChosen = canary !== null && left.siteIds.includes(canary.id);
  const alreadyCount = known?.count ?? consequences?.alreadyPublicCount ?? 0;
  const becoming = draft.siteIds.length - alreadyCount;
  const gone = consequences ? draft.siteIds.length - consequences.siteCount : 0;

  function goOn() {
    if (alreadyIds.length > 0) update((one) => leavingOut(one, alreadyIds));
    go("consequences");
  }

  return (
    <StepFrame title={t("heading.sites")}>
      <p role="status" className="sr-only">
        {removed && t.rich("sites.removed", { site: removed.name || tCommands("site.noName"), name: (text) => text })}
      </p>
      {isCanaryChosen && (
        <CanaryRefused
          site={{ id: canary.id, name: canary.name ?? "" }}
          onLeaveOut={() => update((one) => leavingOut(one, [canary.id]))}
        />
      )}
      {becoming > 0 ? (
        <div className="flex flex-col gap-2">
          <h3 className="font-medium text-sm">{t("sites.chosen", { count: becoming })}</h3>
          <RemovableSites
            label={t("sites.chosen", { count: becoming })}
            named={left.named}
            total={left.siteIds.length}
            onRemove={(site) => {
              setRemoved(site);
              update((one) => leavingOut(one, [site.id]));
            }}
          />
        </div>
      ) : (
        <Alert tone="info" role="status">
          {t("sites.allPublic")}
        </Alert>
      )}
      {alreadyCount > 0 && (
        <div className="flex flex-col gap-2 text-sm">
          <h3 className="font-medium">{t("sites.already", { count: alreadyCount })}</h3>
          <p className="text-ink-soft">{t("sites.alreadyMeaning")}</p>
          {alreadyIds.length > 0 && (
            <ChosenSites
              label={t("sites.already", { count: alreadyCount })}
              sites={namedOf(alreadyIds, draft.named, (id) => tCommands("site.unnamed", { id: String(id) }))}
            />
          )}
        </div>
      )}
      {gone > 0 && <Alert tone="caution">{t("sites.gone", { count: gone })}</Alert>}
      <SitePicker chosenIds={draft.siteIds} onAdd={(sites) => update((one) => adding(one, sites))} />
      <StepButtons>
        <Link href="/public-access" className={buttonStyles()}>
          {t("toList")}
        </Link>
        {becoming > 0 && !isCanaryChosen && (
          <Button variant="primary" onClick={goOn}>
            {t("next")}
          </Button>
        )}
      </StepButtons>
    </StepFrame>
  );
}
