"use client";

import { useEffect, useSyncExternalStore } from "react";

export type Connection = "there" | "offline" | "no-answer";

const listeners = new Set<() => void>();
let unanswered = false;
let readAt: number | null = null;

function say(change: () => void): void {
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

function current(): Connection {
  if (!navigator.onLine) return "offline";
  return unanswered ? "no-answer" : "there";
}

/** Whether the portal can be reached, as far as this browser knows; assumed until it knows better. */
export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, current, () => "there");
}

/** When a page said that what it shows was read (milliseconds since 1970); null when none did. */
export function useReadAt(): number | null {
  return useSyncExternalStore(
    subscribe,
    () => readAt,
    () => null,
  );
}

/**
 * For a page that reads again by itself (useQuery): tells the shell when what it shows was read, and whether the last
 * try got no answer at all.
 * @param readAt milliseconds since 1970, as useQuery's `dataUpdatedAt`; 0 while nothing was read
 */
export function useReportReading({ readAt: at, unreachable }: { readAt: number; unreachable: boolean }): void {
  useEffect(() => {
    say(() => {
      unanswered = unreachable;
      readAt = at > 0 ? at : null;
    });
  }, [at, unreachable]);
  useEffect(() => () => say(forget), []);
}

/** What the page that was left had said is not true of the next one. */
function forget(): void {
  unanswered = false;
  readAt = null;
}
