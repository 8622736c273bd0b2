"use client";

import { toast } from "sonner";
import { counted } from "@/components/ui/plural";
import { lockAction } from "@/lib/public-access/actions";
import type { ChangeDialogProps } from "./dialog-props";
import { becomePrivateWords } from "./private-words";
import { ReasonedDialog } from "./reasoned-dialog";
import { toldWords } from "./told-words";

type LockDialogProps = ChangeDialogProps & {
  /** sites that are public now; null where that is not known */
  publicCount: number | null;
};

/** Nothing may be public from now on. */
export function LockDialog({ publicCount, onDone, ...rest }: LockDialogProps) {
  return (
    <ReasonedDialog
      {...rest}
      title="Lock public access"
      description="Nothing may be public until a Super User lifts the lock."
      means={[
        becomePrivateWords(publicCount),
        "What becomes public outside the portal is made private again at the next look of the watch.",
        "Nothing comes back by itself when the lock is lifted. To bring the same sites back later, pause instead.",
        "Every Super User is told.",
      ]}
      button={{ label: "Lock", busyLabel: "Locking…" }}
      run={lockAction}
      noAnswer="The portal did not answer, so it is not known whether public access is locked now. Reload the page to see."
      onDone={async ({ madePrivateCount, mailCount }) => {
        onDone();
        const made = madePrivateCount === 0 ? "" : `${counted(madePrivateCount, "site")} became private. `;
        toast.success("Nothing may be public any more.", { description: made + toldWords(mailCount) });
        await rest.onChanged();
      }}
    />
  );
}
