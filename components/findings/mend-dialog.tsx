"use client";

import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { ChosenSites } from "@/components/access-change/chosen-sites";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { TighteningDialog } from "@/components/auth/tightening-dialog";
import { useProvenAction } from "@/components/auth/use-proven-action";
import { cleanOrphansAction, reduceToViewAction, removeUnclearRowsAction } from "@/lib/domain/findings/actions";
import type { MendOutcome } from "@/lib/domain/findings/schema";
import type { NamedSite } from "@/lib/domain/publications/schema";
import type { MendDeed } from "./finding-deeds";

const ACTIONS = { reduce: reduceToViewAction, remove: removeUnclearRowsAction, clean: cleanOrphansAction };

type MendDialogProps = ChangeDialogProps & { deed: MendDeed; sites: readonly NamedSite[] };

/** Puts rows of anonymous in order; nothing becomes public by it. */
export function MendDialog({ deed, sites, viewer, onDone, onChanged, ...rest }: MendDialogProps) {
  const say = useTranslations("findings");
  const count = sites.length;
  const proven = useProvenAction<MendOutcome>({
    viewer,
    action: "tighten",
    siteIds: [],
    alwaysAsk: false,
    run: () => ACTIONS[deed]({ siteIds: sites.map((site) => site.id) }),
    onDone: async ({ mendedCount, mailCount }) => {
      onDone();
      if (mendedCount === 0) toast.info(say("mend.nothingLeft"), { description: say("mend.nothingChanged") });
      else {
        toast.success(say(`mend.done.${deed}`, { count: mendedCount }), {
          description: say("told", { count: mailCount }),
        });
      }
      await onChanged();
    },
    onRefused: onChanged,
    noAnswer: say("mend.noAnswer"),
  });
  return (
    <TighteningDialog
      {...rest}
      title={say(`mend.title.${deed}`, { count })}
      description={say(`mend.meaning.${deed}`)}
      viewer={viewer}
      proven={proven}
      button={{ label: say(`deeds.${deed}`), busyLabel: say("mend.busy", { count }), variant: "primary" }}
    >
      <ChosenSites sites={sites} />
    </TighteningDialog>
  );
}
