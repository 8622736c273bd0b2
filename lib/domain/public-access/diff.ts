/** What changed outside the portal: sites that became public, and sites that became private. */
export type Drift = { appeared: number[]; vanished: number[] };

/** Compares what is public in Matomo with what the portal knows as public. Each id at most once, in order. */
export function diff(publicNow: readonly number[], published: readonly number[]): Drift {
  const inMatomo = new Set(publicNow);
  const inPortal = new Set(published);
  return {
    appeared: [...inMatomo].filter((id) => !inPortal.has(id)),
    vanished: [...inPortal].filter((id) => !inMatomo.has(id)),
  };
}

export function isEmptyDrift(drift: Drift): boolean {
  return drift.appeared.length === 0 && drift.vanished.length === 0;
}
