import { toast } from "sonner";
import type { RevokeOutcome } from "@/lib/domain/public-access/schema";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { revokedWords } from "./revoked-words";
import { type CommandsWords, permissionsWords, stillPublicWords } from "./still-public-words";

/** What making sites private came to. @param again leads back into publishing them; nothing is public by it */
export function toastRevoked(
  say: CommandsWords,
  sites: readonly NamedSite[],
  outcome: RevokeOutcome,
  again?: () => void,
): void {
  const words = revokedWords(say, sites, outcome);
  if (outcome.stillPublic) {
    toast.error(permissionsWords(say, outcome.revokedCount), {
      description: stillPublicWords(say, outcome.stillPublic),
    });
  } else if (outcome.revokedCount === 0) toast.info(words, { description: say("nothingChanged") });
  else {
    toast.success(words, {
      description: say("told", { count: outcome.mailCount }),
      ...(again && { action: { label: say("revoke.again"), onClick: again } }),
    });
  }
}
