"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { lazy, type RefObject } from "react";
import { useTranslations } from "use-intl";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { SessionEndedNotice } from "@/components/auth/session-ended";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { usePageDialog } from "@/components/ui/use-page-dialog";
import type { FindingsPage } from "@/lib/domain/findings/schema";
import type { Consequences } from "@/lib/domain/public-access/schema";
import { isSessionOver } from "@/lib/platform/web/read-json-query-options";
import { FindingGroups } from "./finding-groups";
import type { OpenFindingsDialog } from "./findings-dialogs";
import { groupFindings, issuesIn } from "./group-findings";
import { IntendedFindings } from "./intended-findings";

const loadDialogs = () => import("./findings-dialogs");
const FindingsDialogs = lazy(() => loadDialogs().then((file) => ({ default: file.FindingsDialogs })));

type FindingsPanelProps = Pick<ChangeDialogProps, "viewer" | "onChanged"> &
  Pick<Consequences, "today" | "timeZone"> & {
    findings: Pick<UseQueryResult<FindingsPage>, "data" | "isError" | "error" | "isFetching" | "refetch">;
    /** when the page was read */
    asOf: string;
    /** where the focus goes when a finding is gone */
    headingRef: RefObject<HTMLElement | null>;
  };

/** What the watch found that somebody should settle, worst first, and what was called intended. */
export function FindingsPanel(props: FindingsPanelProps) {
  const { findings, asOf, viewer, onChanged, today, timeZone, headingRef } = props;
  const t = useTranslations("findings");
  const dialog = usePageDialog<OpenFindingsDialog>(headingRef);
  const { show } = dialog;
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
          onMend={(action, sites) => show({ dialog: "mend", action, sites })}
          onRevoke={(sites) => show({ dialog: "revoke", sites })}
          onAcknowledge={(kind, sites) => show({ dialog: "acknowledge", kind, sites })}
        />
      )}
      <IntendedFindings findings={intended} timeZone={timeZone} />
      <LazyDialog early={loadDialogs}>
        {dialog.open && (
          <FindingsDialogs
            open={dialog.open}
            viewer={viewer}
            today={today}
            timeZone={timeZone}
            onChanged={onChanged}
            onClose={dialog.close}
            onDone={dialog.closeDone}
            returnFocus={dialog.returnFocus}
          />
        )}
      </LazyDialog>
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
