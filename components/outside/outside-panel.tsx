"use client";

import { type ComponentType, lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { cn } from "@/components/ui/class-names";
import type { Viewer } from "@/lib/auth/schema";
import type { Outside } from "@/lib/domain/probe/schema";
import { OutsideLine, OutsideUnread } from "./outside-line";
import { type OutsideState, outsideStateOf, toneOf } from "./outside-state";
import { ProbeNow } from "./probe-now";
import { useOutside } from "./use-outside";
import { verdictLabel } from "./verdict-label";

const Details = lazy<ComponentType<{ outside: Outside }>>(() =>
  import("./outside-details").then(
    (file) => ({ default: file.OutsideDetails }),
    // The line has said what differs; without this file it is not said in full.
    () => ({ default: () => null }),
  ),
);

/** What strangers can read, seen from outside, beside what is public; what differs, and a way to probe now. */
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
        {isProbing ? t("line.checking") : wasAwaited && isKnown && !isLate ? verdictLabel(t, outside) : ""}
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
          {problem ?? t("look.late")}
        </Alert>
      )}
      {differs && (
        <Suspense fallback={null}>
          <Details outside={outside} />
        </Suspense>
      )}
    </section>
  );
}

/** Whether strangers read something else than what is public. */
function hasDifferences(status: OutsideState): boolean {
  return status.is === "seen" && status.probe.unexpected.total + status.probe.unreadable.total > 0;
}
