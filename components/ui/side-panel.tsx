"use client";

import { Dialog as Primitive } from "radix-ui";
import type { ReactNode, RefObject } from "react";
import { dialogFocus } from "./dialog-focus";
import { DialogHeader } from "./dialog-header";

type SidePanelProps = {
  title: ReactNode;
  description?: ReactNode;
  onClose: () => void;
  /** what has the focus first; without it the panel itself, so that its words are read before its buttons */
  firstFocus?: RefObject<HTMLElement | null>;
  /** where the focus goes afterwards */
  returnFocus: () => HTMLElement | null;
  /** buttons at its foot; always in view */
  footer?: ReactNode;
  children: ReactNode;
};

/**
 * More about one thing, at the end of the line beside the page; mounted means open. Modal, so that no focus hides
 * behind it; on a narrow screen it is as wide as the screen. A dialog may open above it.
 */
export function SidePanel({ title, description, onClose, firstFocus, returnFocus, footer, children }: SidePanelProps) {
  return (
    <Primitive.Root open onOpenChange={(open) => !open && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-30 animate-fade bg-veil" />
        <Primitive.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          {...dialogFocus({ firstFocus, returnFocus })}
          className="fixed inset-y-0 end-0 z-30 flex w-full animate-fade flex-col border-line border-s bg-surface shadow-float sm:max-w-md"
          onInteractOutside={(event) => {
            if (event.target instanceof Element && event.target.closest("[data-sonner-toaster]"))
              event.preventDefault();
          }}
        >
          <DialogHeader title={title} description={description} />
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5 sm:px-6">{children}</div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-4 sm:px-6">
              {footer}
            </footer>
          )}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
