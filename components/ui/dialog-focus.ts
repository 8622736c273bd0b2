import type { RefObject } from "react";

type DialogFocus = {
  /** what has the focus first; without it the dialog itself, so that its words are read before its buttons */
  firstFocus?: RefObject<HTMLElement | null> | undefined;
  /** where the focus goes afterwards */
  returnFocus: () => HTMLElement | null;
};

/** Where the focus goes when a dialog opens and when it closes, for Radix's `Content`. */
export function dialogFocus({ firstFocus, returnFocus }: DialogFocus) {
  return {
    onOpenAutoFocus: (event: Event) => {
      event.preventDefault();
      const dialog = event.target instanceof HTMLElement ? event.target : null;
      (firstFocus?.current ?? dialog)?.focus();
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      returnFocus()?.focus();
    },
  };
}
