import { compareVersions, parseVersion, type Version } from "@/lib/matomo/known-versions";
import type { CoreGap, Protection, Standing } from "./schema";

const V510: Version = { numbers: [5, 1, 0], stage: null };
/** The newest Matomo whose source was read and has none of what came later (matomo-facts, baseline: 24 October 2024). */
const READ: Version = { numbers: [5, 2, 0], stage: { name: "b", number: 5 } };

/**
 * Which of Matomo's own protections this version has. The mail and the password came with 5.1.0 (facts 4.1, 4.2); which
 * of its betas had them is not known. The change lock (PR 22931, January 2025: facts 2.7) and the other spellings of
 * `anonymous` (PR 24383 and 24769, April and July 2026: facts 2.3) are not in 5.2.0-b5; which release had them first is
 * not known, so of a later version nothing is said.
 * @param versionCore option `version_core`
 */
export function coreGapOf(versionCore: string | null): CoreGap {
  const version = parseVersion(versionCore);
  const since510 = version === null ? "unknown" : since(version, V510);
  const afterRead: Standing = version !== null && compareVersions(version, READ) <= 0 ? "lacks" : "unknown";
  const standings: Record<Protection, Standing> = {
    alertMail: since510,
    password: since510,
    otherSpellings: afterRead,
    changeLock: afterRead,
  };
  return { version: version === null ? null : (versionCore?.trim() ?? null), standings };
}

function since(version: Version, first: Version): Standing {
  if (compareVersions(version, first) >= 0) return "has";
  const isItsBeta = version.numbers.every((number, index) => number === first.numbers[index]);
  return isItsBeta ? "unknown" : "lacks";
}
