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

const forgets: (() => void)[] = [];

/** Said by whoever keeps something in a variable of its module: how that becomes what it is in a new process. */
export function whenForgetting(forget: () => void): void {
  forgets.push(forget);
}

/** For tests, whose files follow each other in one process: each begins with modules that remember nothing. */
export function forgetAll(): void {
  for (const forget of forgets) forget();
}
