"use client";

import { Dialog as Primitive } from "radix-ui";
import type { ReactNode, RefObject } from "react";
import { cn } from "./class-names";
import { dialogFocus } from "./dialog-focus";
import { DialogHeader } from "./dialog-header";

type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  onClose: () => void;
  /** while true, nothing closes it */
  locked?: boolean;
  /** what was typed is not thrown away by a click beside the dialog */
  keepOnOutsideClick?: boolean;
  /** what has the focus first; without it the dialog itself, so that its words are read before its buttons */
  firstFocus?: RefObject<HTMLElement | null>;
  /** where the focus goes afterwards */
  returnFocus: () => HTMLElement | null;
  size?: "sm" | "lg";
  children: ReactNode;
};

/** A modal dialog; mounted means open. On a narrow screen it is a sheet from the bottom. */
export function Dialog({
  title,
  description,
  onClose,
  locked = false,
  keepOnOutsideClick = false,
  firstFocus,
  returnFocus,
  size = "sm",
  children,
}: DialogProps) {
  return (
    <Primitive.Root open onOpenChange={(open) => !open && !locked && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-fade bg-veil" />
        <Primitive.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          {...dialogFocus({ firstFocus, returnFocus })}
          className={cn(
            "fixed inset-x-0 bottom-0 z-50 flex max-h-[94dvh] animate-appear flex-col overflow-y-auto rounded-t-2xl border border-line bg-surface shadow-float",
            "sm:inset-0 sm:m-auto sm:h-fit sm:max-h-[88dvh] sm:w-[calc(100vw-3rem)] sm:rounded-2xl",
            size === "lg" ? "sm:max-w-2xl" : "sm:max-w-md",
          )}
          onInteractOutside={(event) => {
            const inToast = event.target instanceof Element && event.target.closest("[data-sonner-toaster]");
            if (locked || keepOnOutsideClick || inToast) event.preventDefault();
          }}
        >
          <DialogHeader title={title} description={description} locked={locked} />
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** The part that scrolls. */
export function DialogBody({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div
      className={cn("min-h-0 overflow-y-auto [@media(max-height:30rem)]:min-h-24 px-5 pt-1 pb-5 sm:px-6", className)}
    >
      {children}
    </div>
  );
}

/** The buttons; always in view. */
export function DialogFooter({ children }: { children: ReactNode }) {
  return (
    <footer className="flex flex-col-reverse gap-2 border-line border-t px-5 py-4 sm:flex-row sm:justify-end sm:px-6">
      {children}
    </footer>
  );
}
