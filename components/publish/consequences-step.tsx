"use client";

import { useTranslations } from "use-intl";
import { ChosenSites } from "@/components/access-change/chosen-sites";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { Viewer } from "@/lib/auth/schema";
import type { PublishConsequences } from "@/lib/domain/public-access/reading-schema";
import type { PublishDraft } from "./draft";
import { ExposureList } from "./exposure-list";
import { namedOf } from "./named-of";
import { SecondFactorNote } from "./second-factor-note";
import { StepButtons, StepFrame } from "./step-frame";
import { WhoHears } from "./who-hears";

type ConsequencesStepProps = {
  draft: PublishDraft;
  consequences: PublishConsequences;
  viewer: Viewer;
  /** to which sites they are */
  onBack: () => void;
  onNext: () => void;
};

/** What strangers will see, and who hears of it. Where nobody would, there is no way on. */
export function ConsequencesStep({ draft, consequences, viewer, onBack, onNext }: ConsequencesStepProps) {
  const t = useTranslations("publish");
  const tCommands = useTranslations("commands");
  const gone = draft.siteIds.length - consequences.siteCount;
  return (
    <StepFrame title={t("heading.consequences")}>
      <SecondFactorNote secondFactor={consequences.secondFactor} />
      {gone > 0 && <Alert tone="caution">{t("sites.gone", { count: gone })}</Alert>}
      <div className="flex flex-col gap-2 [&>button]:self-start">
        <ChosenSites
          sites={namedOf(draft.siteIds, draft.named, (id) => tCommands("site.unnamed", { id: String(id) }))}
        />
        <Button size="sm" variant="quiet" onClick={onBack}>
          {t("sites.change")}
        </Button>
      </div>
      <ExposureList consequences={consequences} />
      <WhoHears login={viewer.login} consequences={consequences} />
      <StepButtons>
        <Button onClick={onBack}>{t("back")}</Button>
        {consequences.recipientCount > 0 && (
          <Button variant="primary" onClick={onNext}>
            {t("next")}
          </Button>
        )}
      </StepButtons>
    </StepFrame>
  );
}
