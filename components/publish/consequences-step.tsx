"use client";

import { Mail } from "lucide-react";
import { useTranslations } from "use-intl";
import { ChosenSites } from "@/components/access-change/chosen-sites";
import { SessionEndedNotice } from "@/components/auth/session-ended";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import type { PublishConsequences } from "@/lib/domain/public-access/reading-schema";
import type { Consequences } from "@/lib/domain/public-access/schema";
import { isSessionOver, ReadFailed } from "@/lib/platform/web/read-json-query-options";
import type { PublishDraft } from "./draft";
import { ExposureList } from "./exposure-list";
import { namedOf } from "./named-of";
import { StepButtons, StepFrame } from "./step-frame";
import type { DraftStep } from "./step-policy";

type ConsequencesStepProps = {
  draft: PublishDraft;
  consequences: PublishConsequences;
  onBack: () => void;
  onNext: () => void;
};

/** What anyone will see, and who is notified. Where nobody would be, there is no way on. */
export function ConsequencesStep({ draft, consequences, onBack, onNext }: ConsequencesStepProps) {
  const t = useTranslations("publish");
  const gone = draft.siteIds.length - consequences.siteCount;
  return (
    <StepFrame title={t("step.consequences")}>
      <SecondFactorNote secondFactor={consequences.secondFactor} />
      {gone > 0 && <Alert tone="caution">{t("sites.gone", { count: gone })}</Alert>}
      <ChosenSites sites={namedOf(draft.siteIds, draft.named)} />
      <ExposureList consequences={consequences} />
      <Notified consequences={consequences} />
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

const NAMED = 10;

/** Who is notified, and who would not be, each with why. */
function Notified({ consequences: { recipientCount: count, unreachable, mailReach } }: { consequences: Consequences }) {
  const t = useTranslations("publish.hear");
  const tReach = useTranslations("mailReach");
  const tWhy = useTranslations("deliveries.why");
  const tCommands = useTranslations("commands");
  if (count === 0) {
    return (
      <Alert tone="danger" title={tReach("nobody")}>
        {t("nobodyMeaning")}
      </Alert>
    );
  }
  const more = unreachable.length - NAMED;
  return (
    <section className="flex flex-col gap-3 text-sm">
      <h3 className="font-semibold">{t("title")}</h3>
      <p className="flex gap-2.5">
        <Mail className="mt-0.5 size-4 shrink-0 text-ink-faint" aria-hidden="true" />
        <span>
          {t("people", { count })} {t("mails")}
        </span>
      </p>
      {unreachable.length > 0 && (
        <Alert tone="danger" title={tReach(mailReach.is, mailReach)}>
          <ul>
            {unreachable.slice(0, NAMED).map(({ login, why }) => (
              <li key={login} className="break-words">
                <bdi>{login}</bdi>: {tWhy(why)}
              </li>
            ))}
            {more > 0 && <li>{tCommands("more", { count: more })}</li>}
          </ul>
        </Alert>
      )}
    </section>
  );
}

/** Says before anything is typed that publishing will be refused: it needs a second factor, and there is none. Else, to whoever has none, why to have one. */
export function SecondFactorNote({ secondFactor }: Pick<Consequences, "secondFactor">) {
  const t = useTranslations("publish.secondFactor");
  if (secondFactor.yours) return null;
  if (!secondFactor.required) return <p className="text-ink-soft text-sm">{t("advice")}</p>;
  return (
    <Alert tone="danger" title={t("title")}>
      {t("meaning")}
    </Alert>
  );
}

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
  const tUi = useTranslations("ui");
  return (
    <StepFrame title={t(`step.${step}`)}>
      {error === null ? (
        <div role="status">
          <Progress label={tUi("loading")} />
        </div>
      ) : isSessionOver(error) ? (
        <SessionEndedNotice />
      ) : (
        <Alert tone="danger" role="alert" title={t("unread.title")}>
          <p>{(error instanceof ReadFailed && error.said) || t("unread.unreachable")}</p>
          <p className="mt-1">{t("unread.meaning")}</p>
        </Alert>
      )}
      <StepButtons>
        <Button onClick={onBack}>{t("back")}</Button>
        {error !== null && (
          <Button variant="primary" onClick={onAgain}>
            {tUi("tryAgain")}
          </Button>
        )}
      </StepButtons>
    </StepFrame>
  );
}
