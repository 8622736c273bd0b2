"use client";

import { lazy, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { SessionEndedNotice } from "@/components/auth/session-ended";
import { Button } from "@/components/ui/button";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { useOnceAtATime } from "@/components/ui/use-once-at-a-time";
import type { Viewer } from "@/lib/auth/schema";

const loadDialog = () => import("./probe-dialog");
const ProbeDialog = lazy(() => loadDialog().then((file) => ({ default: file.ProbeDialog })));

type ProbeNowProps = {
  viewer: Viewer;
  isProbing: boolean;
  /** a probe was asked for */
  onAsked: () => void;
  /** why none was, in a sentence; null: it is being tried again */
  onProblem: (message: string | null) => void;
};

/** Asks for a probe; the password only when the last proof was too long ago. */
export function ProbeNow({ viewer, isProbing, onAsked, onProblem }: ProbeNowProps) {
  const t = useTranslations("outside.now");
  const tAuth = useTranslations("auth");
  const button = useRef<HTMLButtonElement>(null);
  const [asksProof, setAsksProof] = useState(false);
  const [isOver, setIsOver] = useState(false);
  const [ask, isAsking] = useOnceAtATime(async () => {
    onProblem(null);
    // What asks, and what proves, is not part of what the page loads first.
    const answer = await loadDialog()
      .then((file) => file.requestProbe())
      .catch(() => ({ message: null }));
    if (answer === "asked") onAsked();
    else if (answer === "prove") setAsksProof(true);
    else if (answer === "ended") setIsOver(true);
    else onProblem(answer.message ?? tAuth("noAnswer"));
  });
  const busy = isProbing || isAsking;
  if (isOver) return <SessionEndedNotice />;
  return (
    <>
      <Button ref={button} size="sm" busy={busy} onClick={ask}>
        {busy ? t("busy") : t("button")}
      </Button>
      {asksProof && (
        <LazyDialog>
          <ProbeDialog
            viewer={viewer}
            onAsked={() => {
              setAsksProof(false);
              onAsked();
            }}
            onClose={() => setAsksProof(false)}
            returnFocus={() => button.current}
          />
        </LazyDialog>
      )}
    </>
  );
}
