"use client";

import { Keyboard } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button";
import { Dialog, DialogBody } from "./dialog";
import { shortcutsAreOn, switchShortcuts } from "./shortcut-keys";
import { useShortcuts } from "./use-shortcuts";

export type Shortcut = {
  /** what is pressed, one after the other or any of them: `["/"]`, `["↑", "↓"]` */
  keys: readonly string[];
  /** what it does */
  words: string;
};

/** The button and the key `?` that show which keys do something on this page. What they do is useShortcuts's part. */
export function Shortcuts({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  const say = useTranslations("ui");
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
        aria-label={say("shortcuts")}
        title={`${say("shortcuts")} (?)`}
        onClick={show}
      >
        <Keyboard aria-hidden="true" />
      </Button>
      {open && (
        <Dialog
          title={say("shortcuts")}
          description={say("shortcutsMeaning")}
          onClose={() => setOpen(false)}
          returnFocus={() =>
            opener.current instanceof HTMLElement && opener.current !== document.body ? opener.current : button.current
          }
        >
          <DialogBody className="flex flex-col gap-4">
            <ShortcutsList shortcuts={shortcuts} />
            <ShortcutsSwitch />
          </DialogBody>
        </Dialog>
      )}
    </>
  );
}

function ShortcutsList({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-5 gap-y-2 text-sm">
      {shortcuts.map(({ keys, words }) => (
        <div key={words} className="col-span-2 grid grid-cols-subgrid">
          <dt className="flex gap-1" dir="ltr">
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
  const say = useTranslations("ui");
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
      {say("shortcutsOn")}
    </label>
  );
}
