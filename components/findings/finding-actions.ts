import type { NamedSite } from "@/lib/domain/publications/schema";
import type { FindingKind } from "@/lib/ledger/facts/finding-terms";

export type MendAction = "reduce" | "remove" | "clean";

export type FindingHandlers = {
  onMend: (action: MendAction, sites: readonly NamedSite[]) => void;
  onRevoke: (sites: readonly NamedSite[]) => void;
  onAcknowledge: (kind: FindingKind, sites: readonly NamedSite[]) => void;
};

/** What the portal itself can do about a kind of finding, the mildest first. It never changes Matomo's users. */
export const findingActions: Record<FindingKind, readonly (MendAction | "revoke")[]> = {
  "canary-readable": [],
  "readable-though-private": [],
  "public-outside": ["revoke"],
  writable: ["reduce", "revoke"],
  "other-spelling": ["reduce", "revoke"],
  "duplicate-rows": ["reduce", "revoke"],
  "null-access": ["remove"],
  "unclear-access": ["remove"],
  "orphan-rows": ["clean"],
  "anonymous-missing": [],
  "anonymous-renamed": [],
  "anonymous-can-sign-in": [],
  "anonymous-super-user": [],
};
