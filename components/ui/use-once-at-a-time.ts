"use client";

import { useCallback, useRef, useState } from "react";

/**
 * Lets one run go on at a time: a second call while the first is under way does nothing, however quick the click.
 * @returns the guarded function and whether it is under way
 */
export function useOnceAtATime<A extends unknown[]>(work: (...args: A) => Promise<void>) {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async (...args: A) => {
      if (running.current) return;
      running.current = true;
      setBusy(true);
      try {
        await work(...args);
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [work],
  );
  return [run, busy] as const;
}
