import compile from "icu-minify/compile";

/** Words by name, at any depth; each is text as the files have it, or what it was compiled to. */
type Words = { readonly [name: string]: unknown };

const known = new WeakMap<Words, Words>();

/**
 * A room of words as pages get it: each is compiled, so that the browser needs no compiler for plurals and the like.
 * Each room is compiled once in the life of the server.
 */
export function compileWords(room: Words): Words {
  const before = known.get(room);
  if (before) return before;
  const compiled = compiledIn(room);
  known.set(room, compiled);
  return compiled;
}

function compiledIn(words: object): Words {
  return Object.fromEntries(Object.entries(words).map(([name, held]) => [name, compiledOf(held)]));
}

function compiledOf(held: unknown): unknown {
  // The compiler's objects have no prototype; React gives only plain ones to the browser.
  if (typeof held === "string") return structuredClone(compile(held));
  return typeof held === "object" && held !== null ? compiledIn(held) : held;
}
