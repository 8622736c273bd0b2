export const protections = [
  ...(["alertMail", "password", "adminPassword", "otherSpellings"] as const),
  ...(["changeLock", "bulkLimit", "logoutUser"] as const),
] as const;
/** What Matomo does by itself about public access, in versions that have it. */
export type Protection = (typeof protections)[number];

/** `unknown`: the version alone does not tell. Never taken for `has`. */
export type ProtectionStatus = "has" | "lacks" | "unknown";

/** Which of Matomo's own protections the installed version has. */
export type CoreGap = {
  /** option `version_core` as stored; null when it cannot be read as a version */
  version: string | null;
  standings: Record<Protection, ProtectionStatus>;
};
