/**
 * One for the process: a build holds a module more than once, in the parts that pages, routes and the start are made of.
 * `globalThis` has no type for what is ours.
 */
export function oncePerProcess<T>(name: string, make: () => T): T {
  const holder = globalThis as { [key: symbol]: T | undefined };
  const key = Symbol.for(`public-access.${name}`);
  holder[key] ??= make();
  return holder[key];
}
