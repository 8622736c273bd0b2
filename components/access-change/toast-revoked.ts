import { toast } from "sonner";
import type { RevokeOutcome } from "@/lib/domain/public-access/schema";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { revokedLabel } from "./revoked-label";
import { type CommandsTranslator, permissionsLabel, stillPublicLabel } from "./still-public-label";

/** What making sites private came to. @param again leads back into publishing them; nothing is public by it */
export function toastRevoked(
  t: CommandsTranslator,
  sites: readonly NamedSite[],
  outcome: RevokeOutcome,
  again?: () => void,
): void {
  const words = revokedLabel(t, sites, outcome);
  if (outcome.stillPublic) {
    toast.error(permissionsLabel(t, outcome.revokedCount), {
      description: stillPublicLabel(t, outcome.stillPublic),
    });
  } else if (outcome.revokedCount === 0) toast.info(words, { description: t("nothingChanged") });
  else {
    toast.success(words, {
      description: t("told", { count: outcome.mailCount }),
      ...(again && { action: { label: t("revoke.again"), onClick: again } }),
    });
  }
}
