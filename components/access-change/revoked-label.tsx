import type { ReactNode } from "react";
import type { RevokeOutcome } from "@/lib/domain/public-access/schema";
import type { NamedSite } from "@/lib/domain/publications/schema";
import type { CommandsTranslator } from "./still-public-label";

/** What was made private: one site by its name, several by their number. */
export function revokedLabel(
  t: CommandsTranslator,
  sites: readonly NamedSite[],
  { revokedCount }: Pick<RevokeOutcome, "revokedCount">,
): ReactNode {
  const [site] = sites;
  if (site?.name && sites.length === 1) {
    const named = { site: site.name, name: (name: ReactNode) => <bdi key="name">{name}</bdi> };
    return revokedCount === 0 ? t.rich("revoke.alreadyOne", named) : t.rich("revoke.doneOne", named);
  }
  return revokedCount === 0 ? t("revoke.already", { count: sites.length }) : t("revoke.done", { count: revokedCount });
}
