import { toast } from "sonner";
import { shortDate } from "@/components/ui/date-words";
import { counted, listed } from "@/components/ui/plural";
import type { GrantOutcome } from "@/lib/public-access/schema";
import { toldWords } from "./told-words";

const NAMED = 5;

/** Says what happened, who is being told, and what was left as it was. */
export function toastGrant(outcome: GrantOutcome): void {
  const { grantedCount, mailCount, unreachable } = outcome;
  const notTold = unreachable.length > 0 ? `${listed(unreachable)} cannot be reached.` : "";
  const description = [
    grantedCount > 0 && toldWords(mailCount),
    grantedCount > 0 && notTold,
    alreadyPublicWords(outcome),
  ]
    .filter(Boolean)
    .join(" ");
  if (grantedCount === 0) {
    toast.info("Nothing was changed.", { description });
    return;
  }
  toast.success(`${counted(grantedCount, "site")} ${grantedCount === 1 ? "is" : "are"} public now.`, { description });
}

function alreadyPublicWords({ alreadyPublic, alreadyPublicCount }: GrantOutcome): string {
  if (alreadyPublicCount === 0) return "";
  const named = alreadyPublic.slice(0, NAMED).map((site) => {
    const facts = [site.since && `since ${shortDate(site.since, "UTC")}`, site.grantedBy && `by ${site.grantedBy}`];
    const known = facts.filter(Boolean).join(", ");
    return known ? `${site.name} (${known})` : site.name;
  });
  const more = alreadyPublicCount - named.length;
  return `Already public and left as they were: ${listed(more > 0 ? [...named, `${more} more`] : named)}.`;
}
