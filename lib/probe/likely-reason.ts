import type { FindingKind } from "@/lib/findings/terms";
import type { OutsideTrouble, UnreadableReason } from "./terms";

/** What Matomo's tables say, and what the web server said. */
export type Hints = {
  /** what the watch would find in the tables now */
  kinds: ReadonlySet<FindingKind>;
  trouble: OutsideTrouble | null;
  /** the answer asks for a password of the web server */
  asksPassword: boolean;
};

/** Why nothing could be read, as far as the answer and Matomo's tables tell (facts 15.8, 18.4 and 18.6). */
export function likelyReason({ kinds, trouble, asksPassword }: Hints): UnreadableReason {
  if (asksPassword) return "web-server-password";
  if (trouble === "maintenance") return "maintenance";
  if (trouble === "server-error" && kinds.has("null-access")) return "null-access";
  if (trouble === "unauthorized" || trouble === "forbidden") return "access-restricted";
  if (trouble === null && kinds.has("anonymous-missing")) return "anonymous-missing";
  if (trouble === null && kinds.has("anonymous-renamed")) return "anonymous-renamed";
  return "unknown";
}

/** Why one site could not be read while Matomo did answer. `trouble` is that of the question about this site, if any. */
export function likelyReasonOfSite(hints: Hints): UnreadableReason {
  const { kinds, trouble } = hints;
  if (kinds.has("anonymous-missing")) return "anonymous-missing";
  if (kinds.has("anonymous-renamed")) return "anonymous-renamed";
  if (trouble === "server-error" || trouble === "matomo-error") return "site-error";
  return likelyReason(hints);
}
