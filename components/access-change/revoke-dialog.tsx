"use client";

import { useTranslations } from "use-intl";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { ReauthDialog } from "@/components/auth/reauth-dialog";
import { useProvenAction } from "@/components/auth/use-proven-action";
import { Progress } from "@/components/ui/progress";
import { revokePublicAccessAction } from "@/lib/domain/public-access/actions";
import type { Reach, RevokeOutcome } from "@/lib/domain/public-access/schema";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { ChosenSites } from "./chosen-sites";
import { stillPublicLabel } from "./still-public-label";
import { toastRevoked } from "./toast-revoked";

type RevokeDialogProps = Omit<ChangeDialogProps, "onDone"> & {
  onDone: (outcome: RevokeOutcome) => void;
  sites: readonly NamedSite[];
  /** what is public now; absent where that is not known */
  reach?: Reach | null;
  /** it was asked for already, and takes a proof */
  proof?: boolean;
  /** leads back into publishing them */
  onAgain?: () => void;
};

/** From how many sites on it takes long enough to be shown. */
const MANY = 100;

/** Makes sites private. */
export function RevokeDialog(props: RevokeDialogProps) {
  const { sites, reach, proof = false, onAgain, onDone, onChanged, ...dialog } = props;
  const t = useTranslations("commands");
  const proven = useProvenAction<RevokeOutcome>({
    viewer: dialog.viewer,
    alwaysAsk: proof,
    run: () => revokePublicAccessAction({ siteIds: sites.map((site) => site.id) }),
    onDone: async (outcome) => {
      onDone(outcome);
      toastRevoked(t, sites, outcome, onAgain);
      await onChanged();
    },
    onRefused: onChanged,
  });
  const [site] = sites;
  const count = sites.length;
  return (
    <ReauthDialog
      {...dialog}
      title={
        site && count === 1
          ? t.rich("revoke.titleOne", {
              site: site.name || t("site.unnamed", { id: String(site.id) }),
              name: (name) => <bdi>{name}</bdi>,
            })
          : t("revoke.title", { count })
      }
      description={reach?.everySite ? stillPublicLabel(t, { count, everySite: true }) : t("revoke.meaning")}
      proven={proven}
      button={{ label: t("revoke.button"), busyLabel: t("revoke.busy"), variant: "primary" }}
    >
      {count > 1 && (
        <>
          {proven.busy && count >= MANY && (
            <div role="status">
              <Progress label={t("revoke.busy")} />
            </div>
          )}
          <ChosenSites sites={sites} />
        </>
      )}
    </ReauthDialog>
  );
}
