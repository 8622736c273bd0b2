"use client";

import type { ReactNode } from "react";
import { TighteningDialog } from "@/components/auth/tightening-dialog";
import { counted } from "@/components/ui/plural";
import type { Viewer } from "@/lib/auth/schema";
import type { EndSessionsInput, OwnSession } from "@/lib/sessions/schema";
import { useEndSessions } from "./use-end-sessions";

/** What the person wants to end. */
export type Ending =
  | { scope: "one"; session: OwnSession }
  | { scope: "others"; count: number }
  | { scope: "everybody" };

type EndDialogProps = {
  ending: Ending;
  viewer: Viewer;
  onClose: () => void;
  onDone: () => void;
  returnFocus: () => HTMLElement | null;
};

/** Ends one session, all one's others, or everybody's. */
export function EndDialog({ ending, viewer, onClose, onDone, returnFocus }: EndDialogProps) {
  const { title, description, button } = wordsOf(ending);
  return (
    <TighteningDialog
      title={title}
      description={description}
      viewer={viewer}
      proven={useEndSessions({ viewer, input: inputOf(ending), onDone })}
      button={{ label: button, busyLabel: "Ending…", variant: ending.scope === "everybody" ? "danger" : "primary" }}
      onClose={onClose}
      returnFocus={returnFocus}
    />
  );
}

function inputOf(ending: Ending): EndSessionsInput {
  return ending.scope === "one" ? { scope: "one", ref: ending.session.ref } : { scope: ending.scope };
}

function wordsOf(ending: Ending): { title: string; description: ReactNode; button: string } {
  switch (ending.scope) {
    case "one":
      return {
        title: "End this session",
        description: (
          <>
            {ending.session.browser ?? "An unknown browser"} at <bdi>{ending.session.ip ?? "an unknown address"}</bdi>{" "}
            is signed out at its next request. If that was not you, change your password in Matomo too.
          </>
        ),
        button: "End session",
      };
    case "others":
      return {
        title: "End all your other sessions",
        description:
          "They are signed out at their next request; this one goes on. If one was not yours, change your password in Matomo too.",
        button: `End ${counted(ending.count, "session")}`,
      };
    case "everybody":
      return {
        title: "End everybody's sessions",
        description:
          "Every Super User is signed out of this portal at their next request and has to sign in again. Only this session goes on. Sites that are public stay public.",
        button: "End everybody's sessions",
      };
  }
}
