"use client";

import { toast } from "sonner";
import { useTranslations } from "use-intl";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { ReauthDialog } from "@/components/auth/reauth-dialog";
import { useProvenAction } from "@/components/auth/use-proven-action";
import { dropPauseAction } from "@/lib/domain/public-access/actions";
import type { PauseState } from "@/lib/domain/public-access/schema";

/** The sites that the pause put aside stay private; the set is let go. */
export function DropPauseDialog({
  pause,
  viewer,
  onDone,
  onChanged,
  ...rest
}: ChangeDialogProps & { pause: PauseState }) {
  const say = useTranslations("deeds");
  const proven = useProvenAction({
    viewer,
    action: "tighten",
    siteIds: [],
    alwaysAsk: false,
    run: () => dropPauseAction({ pauseId: pause.id }),
    onDone: async () => {
      onDone();
      toast.success(say("dropPause.done"), { description: say("toldAllNow") });
      await onChanged();
    },
    onRefused: onChanged,
    noAnswer: say("dropPause.noAnswer"),
  });
  return (
    <ReauthDialog
      {...rest}
      title={say("dropPause.title", { count: pause.siteCount })}
      description={say("dropPause.meaning")}
      viewer={viewer}
      proven={proven}
      button={{ label: say("dropPause.button"), busyLabel: say("dropPause.busy"), variant: "primary" }}
    />
  );
}
