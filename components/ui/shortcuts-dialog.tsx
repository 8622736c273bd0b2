"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Dialog, DialogBody } from "./dialog";
import { type Shortcut, shortcutsAreOn, switchShortcuts } from "./shortcut-keys";

type ShortcutsDialogProps = {
  shortcuts: readonly Shortcut[];
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
};

/** Which keys do something on this page, and whether they shall. */
export function ShortcutsDialog({ shortcuts, onClose, returnFocus }: ShortcutsDialogProps) {
  const t = useTranslations("ui");
  return (
    <Dialog title={t("shortcuts")} description={t("shortcutsMeaning")} onClose={onClose} returnFocus={returnFocus}>
      <DialogBody className="flex flex-col gap-4">
        <ShortcutsList shortcuts={shortcuts} />
        <ShortcutsSwitch />
      </DialogBody>
    </Dialog>
  );
}

function ShortcutsList({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2 text-sm">
      {shortcuts.map(({ keys, words }) => (
        <div key={words} className="col-span-2 grid grid-cols-subgrid items-baseline">
          <dt className="flex items-start gap-1 rtl:justify-end" dir="ltr">
            {keys.map((key) => (
              <kbd
                key={key}
                className="min-w-6 rounded-md border border-line-strong bg-surface-sunken px-1.5 text-center font-mono text-[0.8125rem]"
              >
                {key}
              </kbd>
            ))}
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function ShortcutsSwitch() {
  const t = useTranslations("ui");
  const [on, setOn] = useState(shortcutsAreOn);
  return (
    <label className="flex min-h-9 items-center gap-3 border-line border-t pt-3 text-sm">
      <input
        type="checkbox"
        className="size-4 shrink-0 accent-accent"
        checked={on}
        onChange={(event) => {
          switchShortcuts(event.target.checked);
          setOn(event.target.checked);
        }}
      />
      {t("shortcutsOn")}
    </label>
  );
}
