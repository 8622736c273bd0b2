"use client";

import { type RefObject, useRef, useState } from "react";

/**
 * The one dialog of a page that is open, and where the focus goes when it closes: back to what opened it, or to
 * `fallback` when a change has taken that away.
 */
export function usePageDialog<D>(fallback: RefObject<HTMLElement | null>) {
  const [open, setOpen] = useState<D | null>(null);
  const opener = useRef<Element | null>(null);

  return {
    open,
    show: (dialog: D) => {
      opener.current = document.activeElement;
      setOpen(dialog);
    },
    /** shows another dialog in the place of the open one */
    replace: setOpen,
    close: () => setOpen(null),
    /** closes it after its change: the row that had the button may be elsewhere by now */
    closeDone: () => {
      opener.current = null;
      setOpen(null);
    },
    returnFocus: () =>
      opener.current instanceof HTMLElement && opener.current.isConnected ? opener.current : fallback.current,
  };
}
