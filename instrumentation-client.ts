/**
 * Runs in the browser before anything of a page. The first validator that is loaded (zod) tries whether it may make code
 * from text. It may not, and the browser would report that as a breach of the page's policy; so it is told not to try:
 * `z.config({ jitless: true })`, in the place where zod keeps it, since zod itself is no part of what a page loads first.
 */
Reflect.set(globalThis, "__zod_globalConfig", { jitless: true });

export {};
