import type { ReactNode } from "react";
import { toast } from "sonner";
import type { RevokeOutcome } from "@/lib/domain/public-access/schema";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { type CommandsTranslator, stillPublicLabel } from "./still-public-label";

/** What making sites private came to. @param again leads back into publishing them; nothing is public by it */
export function toastRevoked(
  t: CommandsTranslator,
  sites: readonly NamedSite[],
  { revokedCount, mailCount, stillPublic }: RevokeOutcome,
  again?: () => void,
): void {
  if (stillPublic) {
    const removed = t("stillPublic.permissions", { count: revokedCount });
    toast.error(removed, { description: stillPublicLabel(t, stillPublic) });
  } else if (revokedCount === 0) toast.info(t("revoke.already"), { description: t("nothingChanged") });
  else {
    toast.success(revokedLabel(t, sites, revokedCount), {
      description: t("told", { count: mailCount }),
      ...(again && { action: { label: t("revoke.again"), onClick: again } }),
    });
  }
}

/** What was made private: one site by its name, several by their number. */
export function revokedLabel(t: CommandsTranslator, sites: readonly NamedSite[], count: number): ReactNode {
  const [site] = sites;
  return site?.name && sites.length === 1
    ? t.rich("revoke.doneOne", { site: site.name, name: (name) => <bdi key="name">{name}</bdi> })
    : t("revoke.done", { count });
}
