"use client";

import { lazy, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { asksForProof } from "@/components/auth/asks-for-proof";
import { Button } from "@/components/ui/button";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { useOnceAtATime } from "@/components/ui/use-once-at-a-time";
import type { Viewer } from "@/lib/auth/schema";
import { lookOutsideAction } from "@/lib/probe/actions";

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
    const result = await lookOutsideAction({}).catch(() => null);
    if (result?.ok) onAsked();
    else if (result && asksForProof(result.code)) setAsksProof(true);
    else onProblem(result?.message ?? say("noAnswer"));
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
