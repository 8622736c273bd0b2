"use client";

import { toast } from "sonner";
import { counted } from "@/components/ui/plural";
import { pauseAction } from "@/lib/public-access/actions";
import type { ChangeDialogProps } from "./dialog-props";
import { becomePrivateWords } from "./private-words";
import { ReasonedDialog } from "./reasoned-dialog";
import { toldWords } from "./told-words";

/** All public sites become private; exactly these can be brought back. */
export function PauseDialog({ publicCount, onDone, ...rest }: ChangeDialogProps & { publicCount: number | null }) {
  return (
    <ReasonedDialog
      {...rest}
      title="Pause all public access"
      description="Everything becomes private until somebody resumes. The portal remembers which sites were public."
      means={[
        becomePrivateWords(publicCount),
        "Resume brings back exactly these sites. It takes a password, as publishing does.",
        "Until then no site can be made public in the portal.",
        "Every Super User is told.",
      ]}
      button={{ label: "Pause all", busyLabel: "Pausing…" }}
      run={pauseAction}
      noAnswer="The portal did not answer, so it is not known whether public access is paused now. Reload the page to see."
      onDone={async ({ pausedCount, mailCount }) => {
        onDone();
        const are = pausedCount === 1 ? "is" : "are";
        toast.success(`${counted(pausedCount, "site")} ${are} private now and put aside.`, {
          description: toldWords(mailCount),
        });
        await rest.onChanged();
      }}
    />
  );
}
