import { oncePerProcess } from "@/lib/platform/once-per-process";

/** One event by its place in the chain. */
export type Link = { seq: bigint; hash: string; at: Date };

/** What this process has seen of the log. */
type Memory = {
  /** the newest event of the last check, and those that it recorded itself since */
  links: readonly Link[];
  /** hashes of the events that say that the log had gone back before, as of the last check; null before the first */
  tellings: readonly string[] | null;
};

/** Between two checks. What was seen first stays: it is the evidence. */
const MOST_LINKS = 64;

/** Everything that this process remembers. */
export function rememberedLog(): Memory {
  return oncePerProcess<Memory>("log-memory", () => ({ links: [], tellings: null }));
}

/** This event was committed. What was seen before stays remembered, also where the two do not fit together. */
export function rememberLink(link: Link): void {
  const { links, tellings } = rememberedLog();
  remember({ links: [...links.slice(0, MOST_LINKS - 1), link], tellings });
}

/** The log was compared with `judged`: from now on its newest event, and what it tells, stand for them. */
export function replaceMemory(judged: readonly Link[], newest: Link | null, tellings: readonly string[]): void {
  const unjudged = rememberedLog().links.filter((link) => !judged.includes(link));
  remember({ links: newest === null ? unjudged : [newest, ...unjudged], tellings });
}

function remember(memory: Memory): void {
  Object.assign(rememberedLog(), memory);
}
