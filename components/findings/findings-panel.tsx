"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { SessionEndedNotice } from "@/components/auth/session-ended";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { FindingsPage } from "@/lib/domain/findings/schema";
import { isSessionOver } from "@/lib/platform/web/read-json-query-options";
import type { FindingHandlers } from "./finding-actions";
import { FindingGroups } from "./finding-groups";
import { groupFindings, issuesIn } from "./group-findings";
import { IntendedFindings } from "./intended-findings";

type FindingsPanelProps = FindingHandlers & {
  findings: Pick<UseQueryResult<FindingsPage>, "data" | "isError" | "error" | "isFetching" | "refetch">;
  /** when the page was read */
  asOf: string;
  timeZone: string;
};

/** What the watch found that somebody should settle, worst first, and what was called intended. */
export function FindingsPanel({ findings, asOf, timeZone, ...handlers }: FindingsPanelProps) {
  const t = useTranslations("findings");
  if (findings.isError || !findings.data) {
    if (isSessionOver(findings.error)) return <SessionEndedNotice />;
    return findings.isError ? <Unreadable busy={findings.isFetching} onAgain={() => findings.refetch()} /> : null;
  }
  const { total, findings: listed } = findings.data;
  const { groups, intended } = groupFindings(listed);
  const issues = issuesIn(findings.data);
  return (
    <>
      <p role="status" className="sr-only">
        {t("announced", { count: issues })}
      </p>
      {groups.length > 0 && (
        <FindingGroups
          groups={groups}
          needAttention={issues}
          unlisted={total - listed.length}
          asOf={asOf}
          {...handlers}
        />
      )}
      <IntendedFindings findings={intended} timeZone={timeZone} />
    </>
  );
}

/** Not known is not the same as nothing found. */
function Unreadable({ busy, onAgain }: { busy: boolean; onAgain: () => void }) {
  const t = useTranslations("findings");
  return (
    <Alert tone="danger" title={t("unreadable.title")} role="alert">
      <p>{t("unreadable.meaning")}</p>
      <Button size="sm" className="mt-2" busy={busy} onClick={onAgain}>
        {t("unreadable.again")}
      </Button>
    </Alert>
  );
}
