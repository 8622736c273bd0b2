"use client";

import { useEffect, useRef } from "react";
import { type FocusedElement, isForThePage, shortcutsAreOn } from "./shortcut-keys";

/**
 * Does something at a key such as `/` or `?` (KeyboardEvent.key), wherever the focus is on the page; not while text is
 * being typed, a dialog is open or a modifier key is held, and not for somebody who has turned shortcuts off.
 */
export function useShortcuts(shortcuts: Readonly<Record<string, () => void>>): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = Object.entries(latest.current).find(([key]) => key === event.key)?.[1];
      if (!act || !shortcutsAreOn() || !isForThePage(event, focusedOf(event.target), dialogIsOpen())) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

function focusedOf(target: EventTarget | null): FocusedElement {
  if (!(target instanceof HTMLElement)) return null;
  const type = target instanceof HTMLInputElement ? target.type : "";
  return { tag: target.tagName, type, editable: target.isContentEditable };
}

function dialogIsOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}
