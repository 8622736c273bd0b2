"use client";

import { useEffect, useState } from "react";

const SECOND_MS = 1_000;

/** For how many whole seconds something has been going on; 0 when it is not. */
export function useElapsedSeconds(isGoingOn: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(0);
    if (!isGoingOn) return;
    const begun = performance.now();
    const tick = setInterval(() => setSeconds(Math.floor((performance.now() - begun) / SECOND_MS)), SECOND_MS);
    return () => clearInterval(tick);
  }, [isGoingOn]);
  return seconds;
}
