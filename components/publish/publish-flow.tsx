"use client";

import { useQuery } from "@tanstack/react-query";
import { Eye } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { SkeletonRows } from "@/components/layout/page-skeleton";
import { QueryProvider } from "@/components/layout/query-provider";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { Viewer } from "@/lib/auth/schema";
import { outsideQueryOptions } from "@/lib/domain/probe/query-options";
import { publishConsequencesQueryOptions } from "@/lib/domain/public-access/query-options";
import { ConsequencesStep, ConsequencesUnread } from "./consequences-step";
import { DoneStep } from "./done-step";
import type { PublishDraft } from "./draft";
import { ProveStep } from "./prove-step";
import { ReasonStep } from "./reason-step";
import { FirstSites, SitesStep } from "./sites-step";
import { StepList } from "./step-list";
import { type PublishFlowState, usePublishFlow } from "./use-publish-flow";

type PublishFlowProps = {
  viewer: Viewer;
  /** public access is blocked now: what was published is private again */
  isBlocked: boolean;
  onDone: (isDone: boolean) => void;
};

/** Which sites, what it means, why and until when, proof, done: one step at a time, nothing public before the last. */
export function PublishFlow(props: PublishFlowProps) {
  return (
    <QueryProvider shared>
      <Flow {...props} />
    </QueryProvider>
  );
}

function Flow({ viewer, isBlocked, onDone }: PublishFlowProps) {
  const t = useTranslations("publish");
  const flow = usePublishFlow(viewer.login);
  const isDone = flow.shown === "done";
  useEffect(() => onDone(isDone), [isDone, onDone]);
  // Lists of tabs and screen readers name the step, also after the page was read again.
  const title = `${t(`step.${flow.shown === "nothing" ? "sites" : flow.shown}`)} · ${t("title")}`;
  useEffect(() => {
    document.title = `${title} · Public Access for Matomo`;
  });
  if (!flow.ready) return <SkeletonRows rows={3} />;
  if (flow.shown === "done" && flow.published) {
    return (
      <>
        <StepList current="done" />
        <DoneStep
          published={flow.published}
          since={isBlocked && flow.since === "now" ? "earlier" : flow.since}
          viewer={viewer}
          onPrivateAgain={flow.markPrivateAgain}
        />
      </>
    );
  }
  if (flow.draft === null) {
    return flow.discarded ? (
      <Discarded draft={flow.discarded} onBringBack={flow.bringBack} />
    ) : (
      <>
        <StepList current="sites" />
        <FirstSites onAdd={flow.begin} />
      </>
    );
  }
  return <DraftSteps flow={flow} draft={flow.draft} viewer={viewer} />;
}

type DraftStepsProps = { flow: PublishFlowState; draft: NonNullable<PublishFlowState["draft"]>; viewer: Viewer };

function DraftSteps({ flow, draft, viewer }: DraftStepsProps) {
  const t = useTranslations("publish");
  const [refusedFields, setRefusedFields] = useState<Readonly<Record<string, string>>>({});
  // Read once for each choice of sites: a form must not go away under somebody who types.
  const meaning = useQuery({
    ...publishConsequencesQueryOptions(draft.siteIds),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const step = flow.shown;
  const consequences = meaning.data;
  useSitesInDoubt({ draft, flow, alreadyPublicCount: consequences?.alreadyPublicCount ?? 0 });
  if (step === "nothing" || step === "done") return null;
  return (
    <>
      <StepList current={step} />
      {step === "sites" ? (
        <SitesStep draft={draft} consequences={consequences} update={flow.update} go={flow.go} />
      ) : consequences === undefined ? (
        <ConsequencesUnread
          step={step}
          error={meaning.isFetching ? null : meaning.error}
          onAgain={() => meaning.refetch()}
          onBack={() => flow.go("sites")}
        />
      ) : step === "consequences" ? (
        <ConsequencesStep
          draft={draft}
          consequences={consequences}
          onBack={() => flow.go("sites")}
          onNext={() => {
            flow.update((one) => ({ ...one, hasRead: true }));
            flow.go("reason");
          }}
        />
      ) : step === "reason" ? (
        <ReasonStep
          draft={draft}
          consequences={consequences}
          refused={refusedFields}
          update={flow.update}
          onBack={() => flow.go("consequences")}
          onNext={() => {
            setRefusedFields({});
            flow.go("prove");
          }}
        />
      ) : (
        <ProveStep
          draft={draft}
          consequences={consequences}
          viewer={viewer}
          flow={flow}
          onFieldsRefused={(fields) => {
            setRefusedFields(fields);
            flow.go("reason");
          }}
        />
      )}
      {/* While nobody knows whether it happened, this note of it must not get lost. */}
      {!draft.isUncertain && (
        <Button size="sm" variant="quiet" className="self-end" onClick={flow.startOver}>
          {t("startOver")}
        </Button>
      )}
    </>
  );
}

type InDoubt = { draft: PublishDraft; flow: Pick<PublishFlowState, "shown" | "go">; alreadyPublicCount: number };

/**
 * Who comes from the list begins with what it means. Leads back to the sites, once, where some of them are public already or
 * one may never be: that is decided there.
 */
function useSitesInDoubt({ draft, flow: { shown, go }, alreadyPublicCount }: InDoubt): void {
  const canary = useQuery({ ...outsideQueryOptions(), staleTime: Number.POSITIVE_INFINITY }).data?.canary ?? null;
  const wasLed = useRef(false);
  const isInDoubt = alreadyPublicCount > 0 || (canary !== null && draft.siteIds.includes(canary.id));
  const mustLead = shown === "consequences" && !draft.hasRead && isInDoubt;
  useEffect(() => {
    if (!mustLead || wasLed.current) return;
    wasLed.current = true;
    go("sites");
  }, [mustLead, go]);
}

/** What was being published here was discarded just now: the way back to it. */
export function Discarded({ draft, onBringBack }: { draft: PublishDraft; onBringBack: () => void }) {
  const t = useTranslations("publish");
  const tDiscarded = useTranslations("commands.discarded");
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What was begun and went away had the focus.
    if (document.activeElement === document.body) ref.current?.focus();
  }, []);
  return (
    <div ref={ref} tabIndex={-1} className="rounded-xl border border-line bg-surface shadow-lift" role="status">
      <EmptyState icon={Eye} title={tDiscarded("title", { count: draft.siteIds.length })}>
        <div className="flex flex-wrap justify-center gap-2">
          <Button onClick={onBringBack}>{tDiscarded("bringBack")}</Button>
          <Link href="/public-access" className={buttonStyles({ variant: "primary" })}>
            {t("toList")}
          </Link>
        </div>
      </EmptyState>
    </div>
  );
}
