"use client";

import { useEffect, useSyncExternalStore } from "react";

type Connection = "there" | "offline" | "no-answer";

const listeners = new Set<() => void>();
let unanswered = false;
let readAt: number | null = null;
let stays = false;

function update(change: () => void): void {
  change();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

/** What `useConnection` gives, at this moment. */
export function connectionNow(): Connection {
  if (!navigator.onLine) return "offline";
  return unanswered ? "no-answer" : "there";
}

/** Whether the portal can be reached, as far as this browser knows; assumed until it knows better. */
export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, connectionNow, () => "there");
}

/** When a page said that what it shows was read (milliseconds since 1970); null when none did. */
export function useReadAt(): number | null {
  return useSyncExternalStore(
    subscribe,
    () => readAt,
    () => null,
  );
}

/** Whether something was asked for that could not be had, so that the page stayed as it is. */
export function useStays(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => stays,
    () => false,
  );
}

/** Something was asked for, and the portal cannot be reached: says so above the page. */
export function sayItStays(): void {
  update(() => {
    stays = true;
  });
}

/** Whether the portal answered when it was asked just now; when it did not, the page stays as it is. */
export function reportAnswer(answered: boolean): void {
  update(() => {
    unanswered = !answered;
    stays = !answered;
  });
}

/** When the page at this path was last read in this tab (milliseconds since 1970); null when that is not known. */
export function useLastReading(path: string): number | null {
  return useSyncExternalStore(
    subscribe,
    () => lastReadingOf(path),
    () => null,
  );
}

/**
 * For a page that reads again or on demand: tells the shell when what it shows was read, and whether the last try got
 * no answer at all.
 * @param readAt milliseconds since 1970, as useQuery's `dataUpdatedAt`; 0 while nothing was read
 */
export function useReportReading({ readAt: at, unreachable }: { readAt: number; unreachable: boolean }): void {
  useEffect(() => {
    update(() => {
      unanswered = unreachable;
      readAt = at > 0 ? at : null;
      if (connectionNow() === "there") stays = false;
    });
    if (at > 0) keepReading(window.location.pathname, at);
  }, [at, unreachable]);
  useEffect(() => () => update(forget), []);
}

/** What the page that was left had said is not true of the next one. */
function forget(): void {
  unanswered = false;
  readAt = null;
  stays = false;
}

const KEPT_AS = "public-access.read-at";

/** In the tab, so that it survives a reload that finds no database. A browser may refuse to keep anything. */
function keepReading(path: string, at: number): void {
  try {
    sessionStorage.setItem(`${KEPT_AS} ${path}`, String(at));
  } catch {}
}

function lastReadingOf(path: string): number | null {
  try {
    return Number(sessionStorage.getItem(`${KEPT_AS} ${path}`)) || null;
  } catch {
    return null;
  }
}
