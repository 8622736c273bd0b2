import type { ReactNode } from "react";
import type { RevokeOutcome } from "@/lib/domain/public-access/schema";
import type { NamedSite } from "@/lib/domain/publications/schema";
import type { CommandsWords } from "./still-public-words";

/** What was made private: one site by its name, several by their number. */
export function revokedWords(
  say: CommandsWords,
  sites: readonly NamedSite[],
  { revokedCount }: Pick<RevokeOutcome, "revokedCount">,
): ReactNode {
  const [site] = sites;
  if (site?.name && sites.length === 1) {
    const named = { site: site.name, name: (name: ReactNode) => <bdi key="name">{name}</bdi> };
    return revokedCount === 0 ? say.rich("revoke.alreadyOne", named) : say.rich("revoke.doneOne", named);
  }
  return revokedCount === 0
    ? say("revoke.already", { count: sites.length })
    : say("revoke.done", { count: revokedCount });
}
