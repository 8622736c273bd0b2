"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import { Toaster } from "sonner";
import { useTranslations } from "use-intl";

const READING_TIME_MS = 10_000;
const NARROW = "(max-width: 639px)";

/**
 * What has just been done, for as long as it takes to read it. At the start of the line, where no side panel is; on a
 * narrow screen at the top, since the buttons of dialogs and of the selection are at the bottom. An open dialog is
 * above it (globals.css).
 */
export default function Toasts(): ReactNode {
  const t = useTranslations("ui");
  const narrow = useSyncExternalStore(watchWidth, isNarrow);
  const rightToLeft = document.documentElement.dir === "rtl";
  return (
    <Toaster
      theme="system"
      position={narrow ? "top-center" : rightToLeft ? "bottom-right" : "bottom-left"}
      duration={READING_TIME_MS}
      closeButton
      containerAriaLabel={t("messages")}
      toastOptions={{
        closeButtonAriaLabel: t("close"),
        classNames: {
          toast: "!rounded-xl !border-line !bg-surface !text-ink !shadow-float !font-sans",
          description: "!text-ink-soft",
          closeButton: "!size-6 !bg-surface !border-line !text-ink",
          success: "[&_[data-icon]]:!text-calm",
          error: "[&_[data-icon]]:!text-danger",
        },
      }}
    />
  );
}

function watchWidth(changed: () => void): () => void {
  const width = window.matchMedia(NARROW);
  width.addEventListener("change", changed);
  return () => width.removeEventListener("change", changed);
}

function isNarrow(): boolean {
  return window.matchMedia(NARROW).matches;
}
