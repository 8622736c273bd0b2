import { type ReactNode, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import type { Viewer } from "@/lib/auth/schema";
import { ProofPrompt } from "./proof-prompt";
import type { useProvenAction } from "./use-proven-action";

type TighteningDialogProps = {
  title: ReactNode;
  description: ReactNode;
  viewer: Viewer;
  proven: Pick<ReturnType<typeof useProvenAction>, "submit" | "busy" | "problem" | "asks">;
  button: { label: string; busyLabel: string; variant: "primary" | "danger" };
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
};

/** The second of two clicks for a deed that tightens; a proof only when the last one was more than 15 minutes ago. */
export function TighteningDialog(props: TighteningDialogProps) {
  const { title, description, viewer, proven, button, onClose, returnFocus } = props;
  const { submit, busy, problem, asks } = proven;
  const submitRef = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      title={title}
      description={description}
      onClose={onClose}
      locked={busy}
      firstFocus={submitRef}
      returnFocus={returnFocus}
    >
      <form
        method="post"
        noValidate
        className="flex min-h-0 flex-col"
        onSubmit={(event) => {
          event.preventDefault();
          submit(event.currentTarget);
        }}
      >
        {(asks || problem) && (
          <DialogBody className="flex flex-col gap-4">
            <ProofPrompt
              viewer={viewer}
              asks={asks}
              problem={problem}
              hint="You confirmed it more than 15 minutes ago."
            />
          </DialogBody>
        )}
        <DialogFooter>
          <Button onClick={onClose} disabled={busy}>
            Cancel
          </Button>
          <Button ref={submitRef} type="submit" variant={button.variant} busy={busy}>
            {busy ? button.busyLabel : button.label}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
