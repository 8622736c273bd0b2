import { toast } from "sonner";
import type { CommandsTranslator } from "@/components/access-change/still-public-label";
import { toastRevoked } from "@/components/access-change/toast-revoked";
import { asksForProof } from "@/components/auth/asks-for-proof";
import { revokePublicAccessAction } from "@/lib/domain/public-access/actions";
import type { NamedSite } from "@/lib/domain/publications/schema";

/**
 * Makes a site private, and says what it came to. `prove`: the last proof was too long ago. `not-done`: it was refused, or
 * nobody knows.
 * @param noAnswer what is said when nobody knows
 * @param again leads back into publishing it
 */
export async function makePrivateNow(
  site: NamedSite,
  t: CommandsTranslator,
  noAnswer: string,
  again: () => void,
): Promise<"private" | "prove" | "not-done"> {
  const result = await revokePublicAccessAction({ siteIds: [site.id] }).catch(() => null);
  if (result?.ok) {
    toastRevoked(t, [site], result.data, again);
    return result.data.stillPublic ? "not-done" : "private";
  }
  if (result && (asksForProof(result.code) || result.code === "session_ended")) return "prove";
  toast.error(result?.message ?? noAnswer);
  return "not-done";
}
