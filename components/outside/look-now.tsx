"use client";

import { lazy, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { useOnceAtATime } from "@/components/ui/use-once-at-a-time";
import type { Viewer } from "@/lib/auth/schema";

const LookDialog = lazy(() => import("./look-dialog").then((file) => ({ default: file.LookDialog })));

type LookNowProps = {
  viewer: Viewer;
  isLooking: boolean;
  /** a look was asked for */
  onAsked: () => void;
  /** why none was, in a sentence; null: it is being tried again */
  onProblem: (message: string | null) => void;
};

/** Asks for a look from outside; the password only when the last proof was too long ago. */
export function LookNow({ viewer, isLooking, onAsked, onProblem }: LookNowProps) {
  const say = useTranslations("outside.look");
  const button = useRef<HTMLButtonElement>(null);
  const [asksProof, setAsksProof] = useState(false);
  const [ask, isAsking] = useOnceAtATime(async () => {
    onProblem(null);
    // What asks, and what proves, is not part of what the page loads first.
    const answer = await import("./ask-for-look").then((file) => file.askForLook()).catch(() => ({ message: null }));
    if (answer === "asked") onAsked();
    else if (answer === "prove") setAsksProof(true);
    else onProblem(answer.message ?? say("noAnswer"));
  });
  const busy = isLooking || isAsking;
  return (
    <>
      <Button ref={button} size="sm" busy={busy} onClick={ask}>
        {busy ? say("busy") : say("button")}
      </Button>
      {asksProof && (
        <LazyDialog>
          <LookDialog
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
