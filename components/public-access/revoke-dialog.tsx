"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import type { SiteRow } from "@/lib/public-access/schema";
import { RevokePassword } from "./revoke-password";
import { useRevoke } from "./use-revoke";

type RevokeDialogProps = {
  site: SiteRow;
  login: string;
  onClose: () => void;
  onDone: () => void;
  onChanged: () => Promise<void>;
  returnFocus: () => HTMLElement | null;
};

/** One click; the password only when it was last proven more than 15 minutes ago. */
export function RevokeDialog({ site, login, onClose, onDone, onChanged, returnFocus }: RevokeDialogProps) {
  const submitRef = useRef<HTMLButtonElement>(null);
  const { submit, busy, problem, needsPassword } = useRevoke({ site, onDone, onChanged });
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
          const typed = new FormData(event.currentTarget).get("password");
          submit(typeof typed === "string" ? typed : null);
        }}
      >
        {(needsPassword || problem) && (
          <DialogBody className="flex flex-col gap-4">
            <RevokePassword login={login} needsPassword={needsPassword} problem={problem} />
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
