"use client";

import { useRef } from "react";
import { ProofPrompt } from "@/components/auth/proof-prompt";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import type { Viewer } from "@/lib/auth/schema";
import type { SiteRow } from "@/lib/public-access/schema";
import { useRevoke } from "./use-revoke";

type RevokeDialogProps = {
  site: SiteRow;
  viewer: Viewer;
  onClose: () => void;
  onDone: () => void;
  onChanged: () => Promise<void>;
  returnFocus: () => HTMLElement | null;
};

/** One click; a proof only when the last one was more than 15 minutes ago. */
export function RevokeDialog({ site, viewer, onClose, onDone, onChanged, returnFocus }: RevokeDialogProps) {
  const submitRef = useRef<HTMLButtonElement>(null);
  const { submit, busy, problem, asks } = useRevoke({ site, viewer, onDone, onChanged });
  return (
    <Dialog
      title={
        <>
          Make <bdi>{site.name || `site ${site.id}`}</bdi> private
        </>
      }
      description="Strangers lose access at once. Copies they made stay with them. Every Super User is told."
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
          <Button ref={submitRef} type="submit" variant="primary" busy={busy}>
            {busy ? "Making private…" : "Make private"}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
