"use client";

import { TighteningDialog } from "@/components/auth/tightening-dialog";
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

/** Makes one site private. */
export function RevokeDialog({ site, viewer, onClose, onDone, onChanged, returnFocus }: RevokeDialogProps) {
  return (
    <TighteningDialog
      title={
        <>
          Make <bdi>{site.name || `site ${site.id}`}</bdi> private
        </>
      }
      description="Strangers lose access at once. Copies they made stay with them. Every Super User is told."
      viewer={viewer}
      proven={useRevoke({ site, viewer, onDone, onChanged })}
      button={{ label: "Make private", busyLabel: "Making private…", variant: "primary" }}
      onClose={onClose}
      returnFocus={returnFocus}
    />
  );
}
