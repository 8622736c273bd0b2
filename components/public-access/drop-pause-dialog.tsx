"use client";

import { toast } from "sonner";
import { TighteningDialog } from "@/components/auth/tightening-dialog";
import { useProvenAction } from "@/components/auth/use-proven-action";
import { counted } from "@/components/ui/plural";
import { dropPauseAction } from "@/lib/public-access/actions";
import type { PauseState } from "@/lib/public-access/schema";
import type { ChangeDialogProps } from "./dialog-props";

/** The sites that the pause put aside stay private; the set is let go. */
export function DropPauseDialog({
  pause,
  viewer,
  onDone,
  onChanged,
  ...rest
}: ChangeDialogProps & { pause: PauseState }) {
  const proven = useProvenAction({
    viewer,
    action: "tighten",
    siteIds: [],
    alwaysAsk: false,
    run: () => dropPauseAction({ pauseId: pause.id }),
    onDone: async () => {
      onDone();
      toast.success("The sites stay private. The pause is over.", { description: "Every Super User is being told." });
      await onChanged();
    },
    onRefused: onChanged,
    noAnswer: "The portal did not answer, so it is not known whether the pause is over. Reload the page to see.",
  });
  return (
    <TighteningDialog
      {...rest}
      title={`Keep ${counted(pause.siteCount, "site")} private`}
      description="They cannot be resumed together any more; each can be made public again by its own decision. Every Super User is told."
      viewer={viewer}
      proven={proven}
      button={{ label: "Keep them private", busyLabel: "Keeping them private…", variant: "primary" }}
    />
  );
}
