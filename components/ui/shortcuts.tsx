"use client";

import { Keyboard } from "lucide-react";
import { lazy, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button";
import { LazyDialog } from "./lazy-dialog";
import type { Shortcut } from "./shortcut-keys";
import { useShortcuts } from "./use-shortcuts";

const ShortcutsDialog = lazy(async () => ({ default: (await import("./shortcuts-dialog")).ShortcutsDialog }));

/** The button and the key `?` that show which keys do something on this page. What they do is useShortcuts's part. */
export function Shortcuts({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  const t = useTranslations("ui");
  const [open, setOpen] = useState(false);
  const opener = useRef<Element | null>(null);
  const button = useRef<HTMLButtonElement>(null);

  function show() {
    opener.current = document.activeElement;
    setOpen(true);
  }
  useShortcuts({ "?": show });

  return (
    <>
      <Button
        ref={button}
        variant="quiet"
        size="icon"
        className="pointer-coarse:hidden"
        aria-label={t("shortcuts")}
        title={`${t("shortcuts")} (?)`}
        onClick={show}
      >
        <Keyboard aria-hidden="true" />
      </Button>
      {open && (
        <LazyDialog>
          <ShortcutsDialog
            shortcuts={shortcuts}
            onClose={() => setOpen(false)}
            returnFocus={() =>
              opener.current instanceof HTMLElement && opener.current !== document.body
                ? opener.current
                : button.current
            }
          />
        </LazyDialog>
      )}
    </>
  );
}
