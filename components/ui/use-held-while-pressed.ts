"use client";

import { useEffect, useState } from "react";

/** A press that never ends (a lost pointer) holds nothing for longer. */
const LONGEST_MS = 2_000;

/**
 * What is shown stays as it is while something is pressed: between the press and its release nothing moves away under
 * the pointer, and what is clicked is what was seen.
 */
export function useHeldWhilePressed<T>(value: T): T {
  const isPressed = useIsPressed();
  const [held, setHeld] = useState(value);
  if (!isPressed && held !== value) setHeld(value);
  return isPressed ? held : value;
}

function useIsPressed(): boolean {
  const [isPressed, setIsPressed] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const releaseAfter = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => setIsPressed(false), ms);
    };
    const press = () => {
      setIsPressed(true);
      releaseAfter(LONGEST_MS);
    };
    // The click comes right after the pointer is up.
    const release = () => releaseAfter(0);
    document.addEventListener("pointerdown", press, true);
    document.addEventListener("pointerup", release, true);
    document.addEventListener("pointercancel", release, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("pointerdown", press, true);
      document.removeEventListener("pointerup", release, true);
      document.removeEventListener("pointercancel", release, true);
    };
  }, []);
  return isPressed;
}
