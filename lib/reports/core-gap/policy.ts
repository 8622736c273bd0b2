import { isBefore, parseVersion, versionStatus } from "@/lib/matomo/known-versions";
import { type CoreGap, type Protection, type ProtectionStatus, protections } from "./schema";

/** Versions below `before` lack it, those from `from` on have it; of those in between the number does not tell. */
type Known = { before: string; from: string };

/** docs/matomo.md#own-protections says which. A release that has something may have got it in any of its betas. */
const KNOWN: Record<Protection, Known> = {
  alertMail: release("5.1.0"),
  password: release("5.1.0"),
  adminPassword: release("5.13.0"),
  // PR 24383 and 24769: the second was opened after 5.11.2; both are in 6.0.0-b1.
  otherSpellings: { before: "5.11.3-alpha", from: "6.0.0-b1" },
  // PR 22959; 22966 for a 5.2.x that is not known, later than 5.2.0-b5.
  changeLock: { before: "5.2.0-b6", from: "5.3.0" },
  bulkLimit: release("5.8.0"),
  logoutUser: release("5.9.0"),
};

function release(version: string): Known {
  return { before: `${version}-alpha`, from: version };
}

/**
 * Which of Matomo's own protections this version has. Of a version that nobody has read nothing is said.
 * @param versionCore option `version_core`
 */
export function coreGapOf(versionCore: string | null): CoreGap {
  const version = parseVersion(versionCore);
  const isRead = version !== null && versionStatus(version) !== "not-read";
  const statusIn = (protection: Protection): ProtectionStatus => {
    const { before, from } = KNOWN[protection];
    if (!isRead) return "unknown";
    if (isBefore(version, before)) return "lacks";
    return isBefore(version, from) ? "unknown" : "has";
  };
  return {
    version: version === null ? null : (versionCore?.trim() ?? null),
    standings: Object.fromEntries(protections.map((one) => [one, statusIn(one)])) as CoreGap["standings"],
  };
}
