/** `stage` is what makes it less than the release: `["b", 5]` of `5.2.0-b5`; null for the release itself. */
type Version = {
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

/** Whether `version` came before `other`, a constant of this code base. @throws RangeError if that is no version */
export function isBefore(version: Version, other: string): boolean {
  const known = parseVersion(other);
  if (known === null) throw new RangeError(`not a version: ${other}`);
  return compareVersions(version, known) < 0;
}

const release = (...numbers: Version["numbers"]): Version => ({ numbers, stage: null });
/** The oldest Matomo that is read, as people write it. */
export const OLDEST_MATOMO = "4.10";
const OLDEST = release(4, 10, 0);
/** The newest Matomo that was read, and the last line of 5.x before it (docs/matomo.md#how-it-is-known). */
const NEWEST = release(6, 0, 0);
const LAST_OF_5 = 14;

/** How far a Matomo was read: what a newer one does with its settings is not known. */
export function versionStatus(version: Version): "read" | "too-old" | "not-read" {
  if (compareVersions(version, OLDEST) < 0) return "too-old";
  const [major, minor] = version.numbers;
  return compareVersions(version, NEWEST) > 0 || (major === 5 && minor > LAST_OF_5) ? "not-read" : "read";
}
