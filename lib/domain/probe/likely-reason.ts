import type { FindingKind } from "@/lib/ledger/facts/finding-terms";
import type { OutsideTrouble, UnreadableReason } from "./terms";

/** What Matomo's tables say, and what the web server said. */
type Hints = {
  /** what the watch would find in the tables now */
  kinds: ReadonlySet<FindingKind>;
  trouble: OutsideTrouble | null;
  /** the answer asks for a password of the web server */
  asksPassword: boolean;
};

/** What an answer says of itself is its own reason. */
const OWN_REASON = ["maintenance", "https-required", "untrusted-host", "ip-list", "upgrade-pending"] as const;

function isReason(trouble: OutsideTrouble): trouble is (typeof OWN_REASON)[number] {
  return OWN_REASON.some((reason) => reason === trouble);
}

/** Why nothing could be read, as far as the answer and Matomo's tables tell (docs/matomo.md#answers-to-anonymous-visitors). */
export function likelyReason({ kinds, trouble, asksPassword }: Hints): UnreadableReason {
  if (asksPassword) return "web-server-password";
  if (trouble !== null && isReason(trouble)) return trouble;
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
