"use client";

import { TighteningDialog } from "@/components/auth/tightening-dialog";
import { counted } from "@/components/ui/plural";
import type { NamedSite } from "@/lib/public-access/schema";
import { ChosenSites } from "./chosen-sites";
import type { ChangeDialogProps } from "./dialog-props";
import { useRevoke } from "./use-revoke";

type RevokeDialogProps = ChangeDialogProps & { sites: readonly NamedSite[] };

/** Makes sites private. */
export function RevokeDialog({ sites, viewer, onClose, onDone, onChanged, returnFocus }: RevokeDialogProps) {
  const [site] = sites;
  return (
    <TighteningDialog
      title={
        site && sites.length === 1 ? (
          <>
            Make <bdi>{site.name || `site ${site.id}`}</bdi> private
          </>
        ) : (
          `Make ${counted(sites.length, "site")} private`
        )
      }
      description="Strangers lose access at once. Copies they made stay with them. Every Super User is told."
      viewer={viewer}
      proven={useRevoke({ sites, viewer, onDone, onChanged })}
      button={{ label: "Make private", busyLabel: "Making private…", variant: "primary" }}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      {sites.length > 1 && <ChosenSites sites={sites} />}
    </TighteningDialog>
  );
}
