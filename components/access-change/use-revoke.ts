"use client";

import { toast } from "sonner";
import { useTranslations } from "use-intl";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { useProvenAction } from "@/components/auth/use-proven-action";
import { revokePublicAccessAction } from "@/lib/domain/public-access/actions";
import type { RevokeOutcome } from "@/lib/domain/public-access/schema";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { revokedWords } from "./revoked-words";
import { permissionsWords, stillPublicWords } from "./still-public-words";

type UseRevoke = Pick<ChangeDialogProps, "viewer" | "onChanged"> & {
  sites: readonly NamedSite[];
  onDone: (outcome: RevokeOutcome) => void;
};

/** Makes sites private; asks for a proof only when the server wants it. */
export function useRevoke({ sites, viewer, onDone, onChanged }: UseRevoke) {
  const say = useTranslations("deeds");
  return useProvenAction<RevokeOutcome>({
    viewer,
    action: "tighten",
    siteIds: [],
    alwaysAsk: false,
    run: () => revokePublicAccessAction({ siteIds: sites.map((site) => site.id) }),
    onDone: async (outcome) => {
      onDone(outcome);
      const words = revokedWords(say, sites, outcome);
      if (outcome.stillPublic) {
        toast.error(permissionsWords(say, outcome.revokedCount), {
          description: stillPublicWords(say, outcome.stillPublic),
        });
      } else if (outcome.revokedCount === 0) toast.info(words, { description: say("nothingChanged") });
      else toast.success(words, { description: say("told", { count: outcome.mailCount }) });
      await onChanged();
    },
    onRefused: onChanged,
    noAnswer: say("revoke.noAnswer", { count: sites.length }),
  });
}
