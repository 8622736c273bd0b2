import { vi } from "vitest";

/** Stops `Date` at a moment (ISO 8601). Timers go on. The real clock is back after the test (begin-afresh.ts). */
export function freezeClock(iso: string): void {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(iso) });
}

/** Moves the frozen clock by `ms` (negative: back). */
export function advance(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}
