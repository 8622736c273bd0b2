import type { CoreGap, Protection, Standing } from "./schema";

/** `stage` is what makes it less than the release: `["b", 5]` of `5.2.0-b5`; null for the release itself. */
export type Version = {
  numbers: readonly [number, number, number];
  stage: { name: (typeof STAGES)[number]; number: number } | null;
};

const STAGES = ["alpha", "b", "rc"] as const;
const FORM = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:-(alpha|b|beta|rc)\.?(\d{1,14})?)?$/i;

/** A version as Matomo writes it: `5.1.2`, `5.2.0-b5`, `4.10.0-rc1`. Null for anything else: it is not guessed at. */
export function parseVersion(text: string | null): Version | null {
  const [, major, minor, patch, stage, number] = FORM.exec(text?.trim() ?? "") ?? [];
  if (major === undefined || minor === undefined || patch === undefined) return null;
  const name = stage?.toLowerCase() === "beta" ? "b" : STAGES.find((one) => one === stage?.toLowerCase());
  return {
    numbers: [Number(major), Number(minor), Number(patch)],
    stage: name ? { name, number: Number(number ?? 0) } : null,
  };
}

/** Less than 0 when `a` came before `b`, 0 when they are the same. A beta comes before its release. */
export function compareVersions(a: Version, b: Version): number {
  for (const [index, number] of a.numbers.entries()) {
    const other = b.numbers[index] ?? 0;
    if (number !== other) return number - other;
  }
  if (a.stage === null || b.stage === null) return Number(b.stage !== null) - Number(a.stage !== null);
  return STAGES.indexOf(a.stage.name) - STAGES.indexOf(b.stage.name) || a.stage.number - b.stage.number;
}

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
