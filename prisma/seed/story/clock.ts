let found: DateConstructor | undefined;
let moment = 0;

/** What time it is in the story. */
export const storyTime = (): Date => new Date(moment);

/** Makes it that time. Everything in this process reads it from `Date` (lib/platform/clock.ts). */
export function setStoryTime(at: Date): void {
  moment = at.getTime();
  if (found) return;
  found = Date;
  globalThis.Date = new Proxy(found, {
    construct: (date, given, target) => Reflect.construct(date, given.length > 0 ? given : [moment], target),
    get: (date, key) => (key === "now" ? () => moment : Reflect.get(date, key)),
  });
}

/** The time is again what it is outside the story. */
export function endStoryTime(): void {
  if (found) globalThis.Date = found;
  found = undefined;
}
