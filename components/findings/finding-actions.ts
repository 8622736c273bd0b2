import type { NamedSite } from "@/lib/domain/publications/schema";
import type { FindingKind } from "@/lib/ledger/facts/finding-terms";

export type MendAction = "reduce" | "remove" | "clean";

export type FindingHandlers = {
  onMend: (action: MendAction, sites: readonly NamedSite[]) => void;
  onRevoke: (sites: readonly NamedSite[]) => void;
  onAcknowledge: (kind: FindingKind, sites: readonly NamedSite[]) => void;
};

/** What the portal itself can do about a kind of finding, the safest first. It never changes Matomo's users. */
export const findingActions: Record<FindingKind, readonly (MendAction | "revoke")[]> = {
  "canary-readable": [],
  "readable-though-private": [],
  "public-outside": ["revoke"],
  writable: ["revoke", "reduce"],
  "other-spelling": ["revoke", "reduce"],
  "duplicate-rows": ["revoke", "reduce"],
  "null-access": ["remove"],
  "unclear-access": ["remove"],
  "orphan-rows": ["clean"],
  "anonymous-missing": [],
  "anonymous-renamed": [],
  "anonymous-can-sign-in": [],
  "anonymous-super-user": [],
};

const ORDER = ["revoke", "remove", "clean", "reduce"] as const;

/** What can be done about sites of which all of these are so; what keeps them public last. */
export function actionsFor(kinds: readonly FindingKind[]): (MendAction | "revoke")[] {
  const offered = new Set(kinds.flatMap((kind) => findingActions[kind]));
  return ORDER.filter((action) => offered.has(action));
}
