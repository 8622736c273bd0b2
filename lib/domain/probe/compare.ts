/** Matomo's table before and after the questions, and what strangers were told in between. */
export type Readings = {
  before: readonly number[];
  after: readonly number[];
  /** the list of readable sites */
  listed: readonly number[];
  /** the list asked for once more; null when the first gave no reason to */
  listedAgain: readonly number[] | null;
};

type Comparison = {
  /** readable, though private by the table before and after */
  unexpected: number[];
  /** public by the table before and after, yet not readable */
  unreadable: number[];
};

/** Sites listed although the table says private: the reason to ask once more. */
export function suspicious(before: readonly number[], listed: readonly number[]): number[] {
  const isPublic = new Set(before);
  return listed.filter((id) => !isPublic.has(id));
}

/**
 * Compares what strangers can read with the table. Only what the table says before and after alike counts, so that a
 * change meanwhile is never taken for a contradiction; only what strangers were told twice is unexpected.
 */
export function compare({ before, after, listed, listedAgain }: Readings): Comparison {
  const wasPublic = new Set(before);
  const isPublic = new Set(after);
  const readable = new Set(listed);
  const again = new Set(listedAgain ?? []);
  return {
    unexpected: [...readable].filter((id) => again.has(id) && !wasPublic.has(id) && !isPublic.has(id)),
    unreadable: before.filter((id) => isPublic.has(id) && !readable.has(id) && !again.has(id)),
  };
}

/** What becomes of the open findings `readable-though-private` after a probe that saw. */
type Ended = {
  /** no longer readable */
  mended: number[];
  /** public by the table now: readable, and no longer against it */
  moot: number[];
};

/** Which of the sites known as readable though private are not any more. What changed meanwhile is left for the next probe. */
export function endedAmong(known: readonly number[], { before, after, listed, listedAgain }: Readings): Ended {
  const wasPublic = new Set(before);
  const isPublic = new Set(after);
  const readable = new Set([...listed, ...(listedAgain ?? [])]);
  return {
    mended: known.filter((id) => !readable.has(id)),
    moot: known.filter((id) => readable.has(id) && wasPublic.has(id) && isPublic.has(id)),
  };
}
