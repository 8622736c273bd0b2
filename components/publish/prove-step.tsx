"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ProofPrompt } from "@/components/auth/proof-prompt";
import { SessionEndedNotice } from "@/components/auth/session-ended";
import { CanaryRefused } from "@/components/outside/canary-refused";
import { Button } from "@/components/ui/button";
import type { Viewer } from "@/lib/auth/schema";
import type { Consequences } from "@/lib/domain/public-access/schema";
import { leavingOut, type PublishDraft } from "./draft";
import { FoundState } from "./found-state";
import { GoneSites } from "./gone-sites";
import type { PublicAmong } from "./public-among";
import { PublishSummary } from "./publish-summary";
import { PublishingProgress } from "./publishing-progress";
import { SecondFactorNote } from "./second-factor-note";
import { StateUnknown } from "./state-unknown";
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
  const [found, setFound] = useState<PublicAmong | null>(null);
  const grant = useGrant({ draft, today: consequences.today, viewer, flow, onFieldsRefused });
  const { busy, problem, goneSiteIds, canaryIds } = grant;
  const count = draft.siteIds.length;
  const isUncertain = draft.isUncertain && !busy;
  if (isUncertain && (found === null || found.count >= count)) {
    return (
      <StepFrame title={t("heading.prove")}>
        {found === null ? (
          <StateUnknown siteIds={draft.siteIds} named={draft.named} onChecked={setFound} />
        ) : (
          <FoundState siteIds={draft.siteIds} named={draft.named} found={found} onStartOver={flow.startOver} />
        )}
      </StepFrame>
    );
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
      <StepFrame title={t("heading.prove")}>
        {isUncertain && found && (
          <FoundState siteIds={draft.siteIds} named={draft.named} found={found} onStartOver={flow.startOver} />
        )}
        {consequences.secondFactor.required && <SecondFactorNote secondFactor={consequences.secondFactor} />}
        <PublishSummary draft={draft} consequences={consequences} onChange={flow.go} />
        {problem?.sessionEnded && <SessionEndedNotice />}
        <ProofPrompt
          viewer={viewer}
          asks
          problem={problem?.sessionEnded || isUncertain ? null : problem}
          hint={t("proofHint")}
          focusOnAsk={false}
        />
        {canaryIds.map((id) => (
          <CanaryRefused
            key={id}
            site={draft.named.find((site) => site.id === id) ?? { id, name: "" }}
            onLeaveOut={() => {
              flow.update((before) => leavingOut(before, [id]));
              flow.go("sites");
            }}
          />
        ))}
        <GoneSites
          siteIds={goneSiteIds}
          named={draft.named}
          onLeaveOut={() => {
            flow.update((before) => leavingOut(before, goneSiteIds));
            flow.go("sites");
          }}
        />
        <PublishingProgress count={count} busy={busy} />
        <StepButtons>
          <Button onClick={() => flow.go("reason")} disabled={busy}>
            {t("back")}
          </Button>
          <Button type="submit" variant="danger" busy={busy}>
            {busy ? t("busy", { count }) : t("button", { count })}
          </Button>
        </StepButtons>
      </StepFrame>
    </form>
  );
}
