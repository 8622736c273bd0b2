"use client";

import { useTranslations } from "use-intl";
import { ReauthDialog } from "@/components/auth/reauth-dialog";
import type { Viewer } from "@/lib/auth/schema";
import type { EndSessionsInput, OwnSession } from "@/lib/domain/sessions/schema";
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
  const t = useTranslations("sessions");
  const { title, description, button } = wordsOf(ending, t);
  return (
    <ReauthDialog
      title={title}
      description={description}
      viewer={viewer}
      proven={useEndSessions({ viewer, input: inputOf(ending), onDone })}
      button={{
        label: button,
        busyLabel: t("ending"),
        variant: ending.scope === "everybody" ? "danger" : "primary",
      }}
      onClose={onClose}
      returnFocus={returnFocus}
    />
  );
}

function inputOf(ending: Ending): EndSessionsInput {
  return ending.scope === "one" ? { scope: "one", ref: ending.session.ref } : { scope: ending.scope };
}

function wordsOf(ending: Ending, t: ReturnType<typeof useTranslations<"sessions">>) {
  switch (ending.scope) {
    case "one":
      return {
        title: t("endOne.title"),
        description: t.rich("endOne.meaning", {
          browser: ending.session.browser ?? "unknown",
          place: ending.session.ip ?? "unknown",
          ip: (words) => <bdi>{words}</bdi>,
        }),
        button: t("endOne.button"),
      };
    case "others":
      return {
        title: t("endAllOthers.title"),
        description: t("endAllOthers.meaning"),
        button: t("endAllOthers.button", { count: ending.count }),
      };
    case "everybody":
      return { title: t("endAll.title"), description: t("endAll.meaning"), button: t("endAll.button") };
  }
}
