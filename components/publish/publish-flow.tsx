"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { Viewer } from "@/lib/auth/schema";
import { publishConsequencesQueryOptions } from "@/lib/domain/public-access/query-options";
import { ConsequencesStep } from "./consequences-step";
import { ConsequencesUnread } from "./consequences-unread";
import { type DoneState, doneOf } from "./done-state";
import { DoneStep } from "./done-step";
import { FirstSites } from "./first-sites";
import { FlowSkeleton } from "./flow-skeleton";
import { NothingChosen } from "./nothing-chosen";
import { ProveStep } from "./prove-step";
import { ReasonStep } from "./reason-step";
import { SitesStep } from "./sites-step";
import { StepList } from "./step-list";
import { type PublishFlowState, usePublishFlow } from "./use-publish-flow";
import { useSitesInDoubt } from "./use-sites-in-doubt";
import { useStepTitle } from "./use-step-title";

type PublishFlowProps = {
  viewer: Viewer;
  /** what is so once it is done; null before */
  onDone: (done: DoneState | null) => void;
};

/** Which sites, what it means, why and until when, proof, done: one step at a time, nothing public before the last. */
export function PublishFlow({ viewer, onDone }: PublishFlowProps) {
  const flow = usePublishFlow(viewer.login);
  const done = flow.shown === "done" && flow.published ? doneOf(flow.published, flow.isEarlier) : null;
  useEffect(() => onDone(done), [done, onDone]);
  useStepTitle(flow.shown === "nothing" ? "sites" : flow.shown);
  if (!flow.ready) return <FlowSkeleton />;
  if (flow.shown === "done" && flow.published) {
    return (
      <>
        <StepList current="done" />
        <DoneStep
          published={flow.published}
          isEarlier={flow.isEarlier}
          viewer={viewer}
          onPrivateAgain={flow.markPrivateAgain}
        />
      </>
    );
  }
  if (flow.draft === null) {
    return flow.discarded ? (
      <NothingChosen discarded={flow.discarded} onBringBack={flow.bringBack} />
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
          viewer={viewer}
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
      <div className="flex flex-wrap items-center justify-between gap-3 text-[0.8125rem] text-ink-soft">
        <p className="flex-1 basis-60">{t("kept")}</p>
        {/* While nobody knows whether it happened, this note of it must not get lost. */}
        {!draft.isUncertain && (
          <Button size="sm" variant="quiet" onClick={flow.startOver}>
            {t("startOver")}
          </Button>
        )}
      </div>
    </>
  );
}
