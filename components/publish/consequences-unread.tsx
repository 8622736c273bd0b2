"use client";

import { useTranslations } from "use-intl";
import { SessionEndedNotice } from "@/components/auth/session-ended";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { isSessionOver, ReadFailed } from "@/lib/platform/web/read-json-query-options";
import { StepButtons, StepFrame } from "./step-frame";
import type { DraftStep } from "./step-policy";

type ConsequencesUnreadProps = {
  /** the step that waits for it */
  step: DraftStep;
  /** null: it is being read */
  error: Error | null;
  onAgain: () => void;
  onBack: () => void;
};

/** What it means is not known (yet): there is no way on from here. */
export function ConsequencesUnread({ step, error, onAgain, onBack }: ConsequencesUnreadProps) {
  const t = useTranslations("publish");
  return (
    <StepFrame title={t(`heading.${step}`)}>
      {error === null ? (
        <div role="status">
          <Progress label={t("reading")} />
        </div>
      ) : isSessionOver(error) ? (
        <SessionEndedNotice />
      ) : (
        <Alert tone="danger" role="alert" title={t("unread.title")}>
          <p>{saidOf(error) ?? t("unread.unreachable")}</p>
          <p className="mt-1">{t("unread.meaning")}</p>
        </Alert>
      )}
      <StepButtons>
        <Button onClick={onBack}>{t("back")}</Button>
        {error !== null && (
          <Button variant="primary" onClick={onAgain}>
            {t("unread.tryAgain")}
          </Button>
        )}
      </StepButtons>
    </StepFrame>
  );
}

/** What the server said of it, in the person's language. */
function saidOf(error: Error): string | null {
  return error instanceof ReadFailed ? error.said : null;
}
