"use client";

import { useEffect, useRef, useState } from "react";
import { lastVisitOf, readVisits } from "./last-visit";

/** What has been in view for this long has been seen. */
const SEEN_AFTER_MS = 3_000;

/**
 * When this person last saw the page in this browser; null on the first visit, on the server, and where nothing can be
 * stored. `asOf`: when what is shown was read (the server's clock), null while nothing is.
 */
export function useLastVisit(login: string, asOf: string | null): string | null {
  const [since, setSince] = useState<string | null>(null);
  const openedAt = useRef<string | null>(null);
  const key = `public-access.last-visit.${login}`;

  useEffect(() => {
    if (asOf === null) return;
    if (openedAt.current === null) {
      openedAt.current = asOf;
      setSince(lastVisitOf(readVisits(stored(key)), asOf));
    }
  }, [asOf, key]);

  useEffect(() => {
    if (asOf === null) return;
    const timer = setTimeout(() => {
      if (document.visibilityState === "visible") store(key, JSON.stringify({ since, seenAt: asOf }));
    }, SEEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [asOf, since, key]);

  return since;
}

function stored(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, value: string): void {
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // A browser that stores nothing has no last visit.
  }
}
