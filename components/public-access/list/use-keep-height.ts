"use client";

import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/**
 * The room that a list had before a search narrowed it, in px and at most a screen; null while none is held. What stands
 * below the list then stays where it is while somebody types, however few rows are left.
 * @param isHeld a search is in force
 * @param rows measured again when these are others
 */
export function useKeepHeight(
  isHeld: boolean,
  rows: unknown,
): { ref: RefObject<HTMLDivElement | null>; room: number | null } {
  const ref = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows may be higher
  useLayoutEffect(() => {
    if (!isHeld) setRoom(Math.min(ref.current?.offsetHeight ?? 0, window.innerHeight));
  }, [isHeld, rows]);
  return { ref, room: isHeld && room > 0 ? room : null };
}
