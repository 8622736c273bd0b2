/** About rows of anonymous for one site (from docs/matomo.md#access-rows on). */
export const siteFindingKinds = [
  /** became public outside the portal */
  "public-outside",
  /** a level worse than view: public and writable */
  "writable",
  /** public by a row with another spelling of the login */
  "other-spelling",
  /** more than one row that makes the site public */
  "duplicate-rows",
  /** a row whose access is NULL: Matomo answers everybody not signed in with an error */
  "null-access",
  /** a row with a value that the portal does not know */
  "unclear-access",
  /** rows of a site that is gone; its id may be given to a new site */
  "orphan-rows",
] as const;
export type SiteFindingKind = (typeof siteFindingKinds)[number];

/** About the user `anonymous` itself (docs/matomo.md#anonymous). */
export const anonymousFindingKinds = [
  "anonymous-missing",
  "anonymous-renamed",
  /** has a password, a second factor or an invitation */
  "anonymous-can-sign-in",
  /** `superuser_access` is not 0: every visitor is a Super User, and every site is public */
  "anonymous-super-user",
] as const;

/** Seen from outside, not in Matomo's tables: the probe opens and closes them, the watch does neither. */
export const probeFindingKinds = [
  /** the one site that must never be readable is */
  "canary-readable",
  /** strangers read it though the table says that it is private: a plugin grants, or a cache answers */
  "readable-though-private",
] as const;
export type ProbeFindingKind = (typeof probeFindingKinds)[number];

/** About one site each, however it was seen. */
export const findingKindsOfSites = [...probeFindingKinds, ...siteFindingKinds] as const;

/** The kinds that the watch finds in Matomo's tables. */
export const watchFindingKinds = [...siteFindingKinds, ...anonymousFindingKinds] as const;
export const findingKinds = [...probeFindingKinds, ...watchFindingKinds] as const;
export type FindingKind = (typeof findingKinds)[number];

type FindingSeverity = "critical" | "danger" | "caution";

/** critical: Matomo is open or broken for everybody. danger: a site is open. caution: puzzling, or dangerous later. */
export const FINDING_SEVERITY: Record<FindingKind, FindingSeverity> = {
  "canary-readable": "critical",
  "readable-though-private": "critical",
  "public-outside": "danger",
  writable: "critical",
  "other-spelling": "danger",
  "duplicate-rows": "caution",
  "null-access": "critical",
  "unclear-access": "caution",
  "orphan-rows": "caution",
  "anonymous-missing": "danger",
  "anonymous-renamed": "danger",
  "anonymous-can-sign-in": "critical",
  "anonymous-super-user": "critical",
};

/** Nobody may say that these are meant so: a canary is there to be closed, and no Matomo is meant to be everybody's. */
export const NEVER_INTENDED: readonly FindingKind[] = ["canary-readable", "anonymous-super-user"];

/** Whether somebody may say that it is meant so. */
export function mayBeIntended(kind: FindingKind): boolean {
  return !NEVER_INTENDED.includes(kind);
}
