"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { ReauthDialog } from "@/components/auth/reauth-dialog";
import { useProvenAction } from "@/components/auth/use-proven-action";
import type { Viewer } from "@/lib/auth/schema";
import { endSessionsAction } from "@/lib/domain/sessions/actions";
import type { EndedSessions, OwnSession } from "@/lib/domain/sessions/schema";

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

/** Ends one session, all one's others, or everybody's; asks for a proof only when the server wants it. */
export function EndDialog({ ending, viewer, onClose, onDone, returnFocus }: EndDialogProps) {
  const t = useTranslations("sessions");
  const router = useRouter();
  const proven = useProvenAction<EndedSessions>({
    viewer,
    run: () =>
      endSessionsAction(ending.scope === "one" ? { scope: "one", ref: ending.session.ref } : { scope: ending.scope }),
    onDone: ({ count }) => {
      onDone();
      if (count === 0) toast.info(t("noneEnded"));
      else toast.success(t("ended", { count }));
      router.refresh();
    },
    onRefused: () => router.refresh(),
  });
  const { title, description, button = title } = wordsOf(ending, t);
  return (
    <ReauthDialog
      title={title}
      description={description}
      viewer={viewer}
      proven={proven}
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

function wordsOf(ending: Ending, t: ReturnType<typeof useTranslations<"sessions">>) {
  switch (ending.scope) {
    case "one":
      return {
        title: t("endOne.title"),
        description: t.rich("endOne.meaning", {
          browser: ending.session.browser ?? t("unknownBrowser"),
          place: ending.session.ip ?? t("unknownIp"),
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
      return { title: t("endAll.title"), description: t("endAll.meaning") };
  }
}
