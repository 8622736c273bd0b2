"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { cn } from "@/components/ui/class-names";
import type { Viewer } from "@/lib/auth/schema";
import { OutsideDetails } from "./outside-details";
import { OutsideLine, OutsideUnread } from "./outside-line";
import { type OutsideState, outsideStateOf, toneOf } from "./outside-state";
import { ProbeNow } from "./probe-now";
import { useOutside } from "./use-outside";
import { verdictLabel } from "./verdict-label";

/** What anyone can read, seen from outside, beside what is public; what differs, and a way to probe now. */
export function OutsidePanel({ viewer }: { viewer: Viewer }) {
  const t = useTranslations("outside");
  const { outside, isUnread, error, isProbing, isLate, waitForProbe } = useOutside();
  const [wasAwaited, setWasAwaited] = useState(isProbing);
  if (isProbing && !wasAwaited) setWasAwaited(true);
  const [problem, setProblem] = useState<string | null>(null);
  const isKnown = outside !== null && !isUnread;
  const differs = isKnown && hasDifferences(outsideStateOf(outside));
  // What differs stands below in its own colour.
  const isDoubtful = isUnread || (isKnown && !differs && toneOf(outside) === "caution");
  return (
    <section aria-label={t("label")} className="flex flex-col gap-3">
      <p role="status" className="sr-only">
        {isProbing ? t("checking") : wasAwaited && isKnown && !isLate ? verdictLabel(t, outside) : ""}
      </p>
      <div
        className={cn(
          "rounded-xl border px-4 py-3",
          isDoubtful ? "border-caution-line bg-caution-soft" : "border-line bg-surface shadow-lift",
        )}
      >
        {isUnread && <OutsideUnread error={error} />}
        {isKnown && (
          <OutsideLine
            outside={outside}
            action={
              outside.isConfigured && (
                <ProbeNow viewer={viewer} isProbing={isProbing} onAsked={waitForProbe} onProblem={setProblem} />
              )
            }
          />
        )}
      </div>
      {(problem !== null || isLate) && (
        <Alert tone="danger" role="alert">
          {problem ?? t("now.late")}
        </Alert>
      )}
      {differs && <OutsideDetails outside={outside} />}
    </section>
  );
}

/** Whether anyone can read something else than what is public. */
function hasDifferences(status: OutsideState): boolean {
  return status.is === "seen" && status.probe.unexpected.total + status.probe.unreadable.total > 0;
}
