"use client";

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { ChosenSites } from "@/components/access-change/chosen-sites";
import { CanaryRefused } from "@/components/outside/canary-refused";
import { useSiteName } from "@/components/outside/use-site-name";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { Link } from "@/components/ui/link";
import { outsideQueryOptions } from "@/lib/domain/probe/query-options";
import type { PublishConsequences } from "@/lib/domain/public-access/reading-schema";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { adding, leavingOut, type PublishDraft } from "./draft";
import { namedOf } from "./named-of";
import { amongThese, publicSitesQueryOptions } from "./public-among";
import { SitePicker } from "./site-picker";
import { StepButtons, StepFrame } from "./step-frame";
import type { PublishFlowState } from "./use-publish-flow";

/** The page opened by itself: the first sites are found here. */
export function FirstSites({ onAdd }: { onAdd: (sites: readonly NamedSite[]) => void }) {
  return (
    <SitesFrame>
      <SitePicker chosenIds={[]} onAdd={onAdd} />
    </SitesFrame>
  );
}

/** @param next the way on */
function SitesFrame({ children, next }: { children: ReactNode; next?: ReactNode }) {
  const t = useTranslations("publish");
  return (
    <StepFrame title={t("step.sites")}>
      {children}
      <StepButtons>
        <Link href="/public-access" className={buttonStyles()}>
          {t("toList")}
        </Link>
        {next}
      </StepButtons>
    </StepFrame>
  );
}

type SitesStepProps = Pick<PublishFlowState, "update" | "go"> & {
  draft: PublishDraft;
  consequences: PublishConsequences | undefined;
};

/** Which sites become public, and which are public already and left as they are. */
export function SitesStep({ draft, consequences, update, go }: SitesStepProps) {
  const t = useTranslations("publish");
  const nameOf = useSiteName();
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
  const already = t("sites.already", { count: alreadyCount });

  function goOn() {
    if (alreadyIds.length > 0) update((one) => leavingOut(one, alreadyIds));
    go("consequences");
  }

  return (
    <SitesFrame
      next={
        becoming > 0 &&
        !isCanaryChosen && (
          <Button variant="primary" onClick={goOn}>
            {t("next")}
          </Button>
        )
      }
    >
      <p role="status" className="sr-only">
        {removed && t("sites.removed", { site: nameOf(removed) })}
      </p>
      {isCanaryChosen && (
        <CanaryRefused
          site={{ id: canary.id, name: canary.name ?? "" }}
          onLeaveOut={() => update((one) => leavingOut(one, [canary.id]))}
        />
      )}
      {becoming > 0 ? (
        <RemovableSites
          title={t("sites.chosen", { count: becoming })}
          named={left.named}
          total={left.siteIds.length}
          onRemove={(site) => {
            setRemoved(site);
            update((one) => leavingOut(one, [site.id]));
          }}
        />
      ) : (
        <Alert tone="info" role="status">
          {t("sites.allPublic")}
        </Alert>
      )}
      {alreadyCount > 0 && (
        <div className="flex flex-col gap-2 text-sm">
          <h3 className="font-medium">{already}</h3>
          {alreadyIds.length > 0 && <ChosenSites label={already} sites={namedOf(alreadyIds, draft.named)} />}
        </div>
      )}
      {gone > 0 && <Alert tone="caution">{t("sites.gone", { count: gone })}</Alert>}
      <SitePicker chosenIds={draft.siteIds} onAdd={(sites) => update((one) => adding(one, sites))} />
    </SitesFrame>
  );
}

type RemovableSitesProps = {
  title: string;
  /** those that can be named */
  named: readonly NamedSite[];
  total: number;
  onRemove: (site: NamedSite) => void;
};

/** The sites that become public; each that is named can be left out. */
function RemovableSites({ title, named, total, onRemove }: RemovableSitesProps) {
  const t = useTranslations("publish");
  const tCommands = useTranslations("commands");
  const nameOf = useSiteName();
  const list = useRef<HTMLUListElement>(null);
  const more = total - named.length;
  return (
    <div className="flex flex-col gap-2 text-sm">
      <h3 className="font-medium">{title}</h3>
      {/* The focus stays here when a site takes itself away. */}
      <ul ref={list} tabIndex={-1} aria-label={title} className="divide-y divide-line rounded-xl border border-line">
        {named.map((site) => (
          <li key={site.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2">
            <span className="min-w-0 break-words">
              <bdi className="font-medium">{nameOf(site)}</bdi>{" "}
              <span className="text-[0.8125rem] text-ink-faint tabular-nums">
                {tCommands("site.id", { id: String(site.id) })}
              </span>
            </span>
            <Button
              size="sm"
              variant="quiet"
              onClick={() => {
                onRemove(site);
                list.current?.focus();
              }}
            >
              {t("sites.remove")}
              <span className="sr-only"> {nameOf(site)}</span>
            </Button>
          </li>
        ))}
        {more > 0 && <li className="px-4 py-2 text-ink-soft">{tCommands("more", { count: more })}</li>}
      </ul>
    </div>
  );
}
