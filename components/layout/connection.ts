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
 * For a page that reads again by itself (useQuery): tells the shell when what it shows was read, and whether the
 * portal answered. @param failure a `TypeError` is fetch's word for "no answer"; any other is an answer
 */
export function useReportReading({ dataUpdatedAt, failure }: { dataUpdatedAt: number; failure: unknown }): void {
  useEffect(() => {
    say(() => {
      unanswered = failure instanceof TypeError;
      if (dataUpdatedAt > 0) readAt = dataUpdatedAt;
    });
    return () =>
      say(() => {
        unanswered = false;
        readAt = null;
      });
  }, [dataUpdatedAt, failure]);
}
