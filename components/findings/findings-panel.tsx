"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import type { RefObject } from "react";
import { useId } from "react";
import type { ChangeDialogProps } from "@/components/public-access/dialog-props";
import { RevokeDialog } from "@/components/public-access/revoke-dialog";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { grouped } from "@/components/ui/plural";
import { usePageDialog } from "@/components/ui/use-page-dialog";
import type { FindingsPage } from "@/lib/findings/schema";
import type { FindingKind } from "@/lib/findings/terms";
import type { Consequences, NamedSite } from "@/lib/public-access/schema";
import { AcknowledgeDialog } from "./acknowledge-dialog";
import type { MendDeed } from "./finding-deeds";
import { FindingGroup } from "./finding-group";
import { groupFindings } from "./group-findings";
import { IntendedFindings } from "./intended-findings";
import { MendDialog } from "./mend-dialog";

type Open =
  | { dialog: "mend"; deed: MendDeed; sites: readonly NamedSite[] }
  | { dialog: "revoke"; sites: readonly NamedSite[] }
  | { dialog: "acknowledge"; kind: FindingKind; sites: readonly NamedSite[] };

type FindingsPanelProps = Pick<ChangeDialogProps, "viewer" | "onChanged"> &
  Pick<Consequences, "today" | "timeZone"> & {
    findings: Pick<UseQueryResult<FindingsPage>, "data" | "isError" | "isFetching" | "refetch">;
    /** when the page was read */
    asOf: string;
    /** where the focus goes when a finding is gone */
    headingRef: RefObject<HTMLElement | null>;
  };

/** What the watch found that somebody should settle, worst first, and what was called intended. */
export function FindingsPanel(props: FindingsPanelProps) {
  const { findings, asOf, viewer, onChanged, today, timeZone, headingRef } = props;
  const headingId = useId();
  const dialog = usePageDialog<Open>(headingRef);
  if (findings.isError || !findings.data) {
    return findings.isError ? <Unreadable busy={findings.isFetching} onAgain={() => findings.refetch()} /> : null;
  }
  const { total, needAttention, findings: listed } = findings.data;
  const { groups, intended } = groupFindings(listed);
  const dialogProps: ChangeDialogProps = {
    viewer,
    onChanged,
    onClose: dialog.close,
    onDone: dialog.closeDone,
    returnFocus: dialog.returnFocus,
  };
  return (
    <>
      {groups.length > 0 && (
        <section aria-labelledby={headingId} className="flex flex-col gap-3">
          <h2 id={headingId} className="font-semibold text-lg">
            Needs attention <span className="font-normal text-ink-faint tabular-nums">{grouped(needAttention)}</span>
          </h2>
          {groups.map((group) => (
            <FindingGroup
              key={group.kind}
              group={group}
              asOf={asOf}
              onMend={(deed, sites) => dialog.show({ dialog: "mend", deed, sites })}
              onRevoke={(sites) => dialog.show({ dialog: "revoke", sites })}
              onAcknowledge={(kind, sites) => dialog.show({ dialog: "acknowledge", kind, sites })}
            />
          ))}
          {total > listed.length && (
            <p className="text-ink-soft text-sm">
              {grouped(total - listed.length)} more are not listed yet. They appear as these are settled.
            </p>
          )}
        </section>
      )}
      <IntendedFindings findings={intended} timeZone={timeZone} />
      {dialog.open?.dialog === "mend" && <MendDialog {...dialogProps} {...dialog.open} />}
      {dialog.open?.dialog === "revoke" && <RevokeDialog {...dialogProps} {...dialog.open} />}
      {dialog.open?.dialog === "acknowledge" && (
        <AcknowledgeDialog {...dialogProps} {...dialog.open} today={today} timeZone={timeZone} />
      )}
    </>
  );
}

/** Not known is not the same as nothing found. */
function Unreadable({ busy, onAgain }: { busy: boolean; onAgain: () => void }) {
  return (
    <Alert tone="danger" title="What the watch found could not be read" role="alert">
      <p>There may be findings that need attention.</p>
      <Button size="sm" className="mt-2" busy={busy} onClick={onAgain}>
        Try again
      </Button>
    </Alert>
  );
}
