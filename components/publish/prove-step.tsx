"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { ChosenSites } from "@/components/access-change/chosen-sites";
import { ProofPrompt } from "@/components/auth/proof-prompt";
import { SessionEndedNotice } from "@/components/auth/session-ended";
import { CanaryRefused } from "@/components/outside/canary-refused";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import type { Viewer } from "@/lib/auth/schema";
import type { Consequences } from "@/lib/domain/public-access/schema";
import { SecondFactorNote } from "./consequences-step";
import { leavingOut, type PublishDraft } from "./draft";
import { FoundState, StateUnknown } from "./lost-answer";
import { namedOf } from "./named-of";
import type { PublicAmong } from "./public-among";
import { PublishSummary } from "./publish-summary";
import { StepButtons, StepFrame } from "./step-frame";
import { useGrant } from "./use-grant";
import type { PublishFlowState } from "./use-publish-flow";

type ProveStepProps = {
  draft: PublishDraft;
  consequences: Consequences;
  viewer: Viewer;
  flow: PublishFlowState;
  onFieldsRefused: (fields: Readonly<Record<string, string>>) => void;
};

/** Exactly what will happen, the proof, and the button that does it. */
export function ProveStep({ draft, consequences, viewer, flow, onFieldsRefused }: ProveStepProps) {
  const t = useTranslations("publish");
  const tCommands = useTranslations("commands");
  const [found, setFound] = useState<PublicAmong | null>(null);
  const grant = useGrant({ draft, today: consequences.today, viewer, flow, onFieldsRefused });
  const { busy, problem, goneSiteIds, canaryIds } = grant;
  const count = draft.siteIds.length;
  const isUncertain = draft.isUncertain && !busy;
  const whatWasFound = isUncertain && found && <FoundState sent={draft} found={found} onStartOver={flow.startOver} />;
  if (isUncertain && (found === null || found.count >= count)) {
    return (
      <StepFrame title={t("step.prove")}>
        {whatWasFound || <StateUnknown sent={draft} onChecked={setFound} />}
      </StepFrame>
    );
  }
  function leaveOut(siteIds: readonly number[]) {
    flow.update((before) => leavingOut(before, siteIds));
    flow.go("sites");
  }
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setFound(null);
        grant.submit(event.currentTarget);
      }}
    >
      <StepFrame title={t("step.prove")}>
        {whatWasFound}
        {consequences.secondFactor.required && <SecondFactorNote secondFactor={consequences.secondFactor} />}
        <PublishSummary draft={draft} consequences={consequences} onChange={flow.go} />
        {problem?.sessionEnded && <SessionEndedNotice />}
        <ProofPrompt
          viewer={viewer}
          asks
          problem={problem?.sessionEnded || isUncertain ? null : problem}
          hint={tCommands("alwaysHint")}
          focusOnAsk={false}
        />
        {canaryIds.map((id) => (
          <CanaryRefused
            key={id}
            site={draft.named.find((site) => site.id === id) ?? { id, name: "" }}
            onLeaveOut={() => leaveOut([id])}
          />
        ))}
        {goneSiteIds.length > 0 && (
          <div className="flex flex-col items-start gap-3 [&>ul]:w-full">
            <ChosenSites label={t("gone")} sites={namedOf(goneSiteIds, draft.named)} />
            <Button size="sm" onClick={() => leaveOut(goneSiteIds)}>
              {t("sites.remove")}
            </Button>
          </div>
        )}
        <PublishingProgress busy={busy} />
        <StepButtons>
          <Button onClick={() => flow.go("reason")} disabled={busy}>
            {t("back")}
          </Button>
          <Button type="submit" variant="danger" busy={busy}>
            {busy ? t("busy") : t("button", { count })}
          </Button>
        </StepButtons>
      </StepFrame>
    </form>
  );
}

/** All sites become public together or none does, so nobody can say how many are done; how long it takes is said. */
function PublishingProgress({ busy }: { busy: boolean }) {
  const t = useTranslations("publish");
  const seconds = useElapsedSeconds(busy);
  return (
    <div className="flex flex-col gap-1">
      <p role="status" className="sr-only">
        {busy && t("busy")}
      </p>
      {busy && (
        <>
          <Progress label={t("busy")} />
          <p className="text-[0.8125rem] text-ink-soft">{t("elapsed", { seconds })}</p>
        </>
      )}
    </div>
  );
}

const SECOND_MS = 1_000;

/** For how many whole seconds something has been going on; 0 when it is not. */
function useElapsedSeconds(isGoingOn: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(0);
    if (!isGoingOn) return;
    const begun = performance.now();
    const tick = setInterval(() => setSeconds(Math.floor((performance.now() - begun) / SECOND_MS)), SECOND_MS);
    return () => clearInterval(tick);
  }, [isGoingOn]);
  return seconds;
}
