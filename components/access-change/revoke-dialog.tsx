"use client";

import { useTranslations } from "use-intl";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { ReauthDialog } from "@/components/auth/reauth-dialog";
import { Progress } from "@/components/ui/progress";
import type { Reach, RevokeOutcome } from "@/lib/domain/public-access/schema";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { ChosenSites } from "./chosen-sites";
import { stillPublicLabel } from "./still-public-label";
import { useRevoke } from "./use-revoke";

type RevokeDialogProps = Omit<ChangeDialogProps, "onDone"> & {
  onDone: (outcome: RevokeOutcome) => void;
  sites: readonly NamedSite[];
  /** what is public now; absent where that is not known */
  reach?: Reach | null;
  /** it was asked for already, and takes a proof */
  proof?: boolean;
};

/** From how many sites on it takes long enough to be shown. */
const MANY = 100;

/** Makes sites private. */
export function RevokeDialog({
  sites,
  reach,
  proof = false,
  viewer,
  onClose,
  onDone,
  onChanged,
  returnFocus,
}: RevokeDialogProps) {
  const t = useTranslations("commands");
  const proven = useRevoke({ sites, viewer, proof, onDone, onChanged });
  const [site] = sites;
  const count = sites.length;
  return (
    <ReauthDialog
      title={
        site && count === 1
          ? t.rich("revoke.titleOne", {
              site: site.name || t("site.unnamed", { id: String(site.id) }),
              name: (name) => <bdi>{name}</bdi>,
            })
          : t("revoke.title", { count })
      }
      description={reach?.everySite ? stillPublicLabel(t, { count, everySite: true }) : t("revoke.meaning")}
      viewer={viewer}
      proven={proven}
      button={{ label: t("revoke.button"), busyLabel: t("revoke.busy"), variant: "primary" }}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      {count > 1 && (
        <>
          {proven.busy && count >= MANY && (
            <div role="status">
              <Progress label={t("revoke.progress", { count })} />
            </div>
          )}
          <ChosenSites sites={sites} />
        </>
      )}
    </ReauthDialog>
  );
}
