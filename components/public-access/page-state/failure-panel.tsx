"use client";

import { useTranslations } from "use-intl";
import { SessionEndedNotice } from "@/components/auth/session-ended";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ExactMoment } from "@/components/ui/moment";
import { isSessionOver, ReadFailed } from "@/lib/platform/web/read-json-query-options";

type FailurePanelProps = {
  failure: Error;
  /** when the rows that are still shown were read; null when there are none */
  readAt: string | null;
  busy: boolean;
  onAgain: () => void;
};

/** Above the list when it could not be read (again). Says nothing that could be taken for "nothing is public". */
export function FailurePanel({ failure, readAt, busy, onAgain }: FailurePanelProps) {
  const t = useTranslations("publicAccess.failure");
  if (isSessionOver(failure)) return <SessionEndedNotice />;
  const said = failure instanceof ReadFailed ? (failure.said ?? t("unreadable")) : t("unreachable");
  return (
    <Alert tone="danger" role="alert" title={said}>
      <div className="flex flex-col items-start gap-3">
        <p>
          {readAt !== null && t.rich("shown", { moment: () => <ExactMoment iso={readAt} /> })} {t("meaning")}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button busy={busy} onClick={onAgain}>
            {t("again")}
          </Button>
          <Button variant="quiet" onClick={() => window.location.reload()}>
            {t("reload")}
          </Button>
        </div>
      </div>
    </Alert>
  );
}
