"use client";

import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { ChosenSites } from "@/components/access-change/chosen-sites";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { ReauthDialog } from "@/components/auth/reauth-dialog";
import { useProvenAction } from "@/components/auth/use-proven-action";
import { cleanOrphansAction, reduceToViewAction, removeUnclearRowsAction } from "@/lib/domain/findings/actions";
import type { MendOutcome } from "@/lib/domain/findings/schema";
import type { NamedSite } from "@/lib/domain/publications/schema";
import type { MendAction } from "./finding-actions";

const ACTIONS = { reduce: reduceToViewAction, remove: removeUnclearRowsAction, clean: cleanOrphansAction };

type MendDialogProps = ChangeDialogProps & { action: MendAction; sites: readonly NamedSite[] };

/** Puts rows of anonymous in order; nothing becomes public by it. */
export function MendDialog({ action, sites, viewer, onDone, onChanged, ...rest }: MendDialogProps) {
  const t = useTranslations("findings");
  const tCommands = useTranslations("commands");
  const label = t(`actions.${action}`);
  const proven = useProvenAction<MendOutcome>({
    viewer,
    run: () => ACTIONS[action]({ siteIds: sites.map((site) => site.id) }),
    onDone: async ({ mendedCount, mailCount }) => {
      onDone();
      if (mendedCount === 0) toast.info(t("mend.nothingLeft"), { description: tCommands("nothingChanged") });
      else {
        toast.success(t("mend.done", { action: label, count: mendedCount }), {
          description: tCommands("told", { count: mailCount }),
        });
      }
      await onChanged();
    },
    onRefused: onChanged,
  });
  return (
    <ReauthDialog
      {...rest}
      title={label}
      description={t(`mend.meaning.${action}`)}
      viewer={viewer}
      proven={proven}
      button={{ label, busyLabel: t("mend.busy"), variant: "primary" }}
    >
      <ChosenSites sites={sites} />
    </ReauthDialog>
  );
}
