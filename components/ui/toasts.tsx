"use client";

import { Toaster } from "sonner";

const READING_TIME_MS = 10_000;

/** What has just been done, for as long as it takes to read it. */
export default function Toasts() {
  return (
    <Toaster
      theme="system"
      position="bottom-right"
      duration={READING_TIME_MS}
      closeButton
      toastOptions={{
        classNames: {
          toast: "!rounded-xl !border-line !bg-surface !text-ink !shadow-float !font-sans",
          description: "!text-ink-soft",
          closeButton: "!bg-surface !border-line !text-ink",
          success: "[&_[data-icon]]:!text-calm",
          error: "[&_[data-icon]]:!text-danger",
        },
      }}
    />
  );
}
