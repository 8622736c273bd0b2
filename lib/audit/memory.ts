/** One event by its place in the chain. */
export type Link = { seq: bigint; hash: string; at: Date };

/** Between two checks. What was seen first stays: it is the evidence. */
const MOST_LINKS = 64;
const KEY = Symbol.for("public-access.log-memory");

/** One for the process: a build holds this module more than once, and `globalThis` has no type for what is ours. */
function memory(): { links: readonly Link[] } {
  const holder = globalThis as { [KEY]?: { links: readonly Link[] } };
  holder[KEY] ??= { links: [] };
  return holder[KEY];
}

/** The events that this process has seen committed and has not compared with the log since, and the newest before. */
export function rememberedLinks(): readonly Link[] {
  return memory().links;
}

/** This event was committed. What was seen before stays remembered, also where the two do not fit together. */
export function rememberLink(link: Link): void {
  memory().links = [...memory().links.slice(0, MOST_LINKS - 1), link];
}

/** The log was compared with these and judged: from now on its newest event stands for them. */
export function replaceLinks(judged: readonly Link[], newest: Link | null): void {
  const unjudged = memory().links.filter((link) => !judged.includes(link));
  memory().links = newest === null ? unjudged : [newest, ...unjudged];
}
