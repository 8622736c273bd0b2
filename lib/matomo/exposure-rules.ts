import { isBefore, parseVersion, versionStatus } from "./known-versions";

/** What a Matomo of this version makes of its settings, and gives to strangers (docs/matomo.md#what-anonymous-visitors-get). */
export type ExposureRules = {
  /** false: nobody has read this version, so that what its settings come to is not known */
  isRead: boolean;
  /** a site's own row says whether its user ids are pseudonyms, before the one for all sites */
  userIdsBySite: boolean;
  /** in which stored forms a privacy policy counts: as a whole, and setting by setting */
  policyForms: readonly ("whole" | "single")[];
  /** whether a request for several sites returns the visits logs of all while one of them shows it */
  hiddenLogs: "readable" | "closed" | "unknown";
  annotations: "with-authors" | "without-authors" | "unknown";
  /** a site's description is part of what strangers get of it */
  descriptions: "shown" | "none" | "unknown";
};

/** What every version that was read has in common, where it makes nothing look safer than it is. */
const OF_ANY: ExposureRules = {
  isRead: true,
  userIdsBySite: false,
  policyForms: [],
  hiddenLogs: "unknown",
  annotations: "unknown",
  descriptions: "unknown",
};

/** @param versionCore option `version_core`; null when Matomo stores none */
export function exposureRulesOf(versionCore: string | null): ExposureRules {
  if (versionCore === null) return OF_ANY;
  const version = parseVersion(versionCore);
  if (version === null || versionStatus(version) === "not-read") return { ...OF_ANY, isRead: false };
  const is = (from: string) => !isBefore(version, from);
  return {
    isRead: true,
    userIdsBySite: is("5.4.0-b1"),
    policyForms: [
      ...(is("5.11.0-b1") && !is("6.0.0-b2") ? (["whole"] as const) : []),
      ...(is("5.14.0-b1") ? (["single"] as const) : []),
    ],
    hiddenLogs: is("6.0.0-b1") ? "closed" : is("5.13.0-b1") ? "unknown" : "readable",
    annotations: is("5.5.0-b2") ? "with-authors" : "without-authors",
    descriptions: is("5.11.0-b1") ? "shown" : "none",
  };
}
