"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ReactNode, RefObject } from "react";
import { Button } from "./button";
import { cn } from "./class-names";

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
          className={cn(
            "fixed inset-x-0 bottom-0 z-50 flex max-h-[94dvh] animate-appear flex-col rounded-t-2xl border border-line bg-surface shadow-float",
            "sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:max-h-[88dvh] sm:w-[calc(100vw-3rem)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-2xl",
            size === "lg" ? "sm:max-w-2xl" : "sm:max-w-md",
          )}
          onInteractOutside={(event) => {
            const inToast = event.target instanceof Element && event.target.closest("[data-sonner-toaster]");
            if (locked || keepOnOutsideClick || inToast) event.preventDefault();
          }}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            const dialog = event.target instanceof HTMLElement ? event.target : null;
            (firstFocus?.current ?? dialog)?.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            returnFocus()?.focus();
          }}
        >
          <header className="flex items-start justify-between gap-4 px-5 pt-5 pb-3 sm:px-6">
            <div className="min-w-0">
              <Primitive.Title className="font-semibold text-lg leading-snug">{title}</Primitive.Title>
              {description && (
                <Primitive.Description className="mt-1 text-ink-soft text-sm">{description}</Primitive.Description>
              )}
            </div>
            <Primitive.Close asChild>
              <Button variant="quiet" size="icon" aria-label="Close" className="-mt-1 -mr-2" disabled={locked}>
                <X aria-hidden="true" />
              </Button>
            </Primitive.Close>
          </header>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** The part that scrolls. */
export function DialogBody({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={cn("min-h-0 overflow-y-auto px-5 pt-1 pb-5 sm:px-6", className)}>{children}</div>;
}

/** The buttons; always in view. */
export function DialogFooter({ children }: { children: ReactNode }) {
  return (
    <footer className="flex flex-col-reverse gap-2 border-line border-t px-5 py-4 sm:flex-row sm:justify-end sm:px-6">
      {children}
    </footer>
  );
}
