"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from "react";

export type MenuItem = { key: string; words: ReactNode; danger?: boolean } & (
  | { onSelect: () => void }
  | { href: string }
);

type MenuProps = {
  label: string;
  /** the button that opened it: the menu stands below it, and gives the focus back to it */
  anchor: HTMLElement;
  items: readonly MenuItem[];
  onClose: () => void;
};

const GAP = 4;
const itemStyles =
  "block w-full rounded-md px-3 py-2 text-start text-ink text-sm hover:bg-surface-sunken focus-visible:bg-surface-sunken focus-visible:-outline-offset-2";

/** What else can be done, at the button that opened it; mounted means open. Arrow keys, Home and End go through it. */
export function Menu({ label, anchor, items, onClose }: MenuProps) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const menu = ref.current;
    if (!menu) return;
    // The browser closes it at Escape and at a press beside it, and draws it above everything.
    menu.showPopover();
    const place = anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = menu;
    const isLeft = getComputedStyle(anchor).direction === "rtl";
    const left = isLeft ? place.left : place.right - width;
    const top = place.bottom + GAP + height > window.innerHeight ? place.top - GAP - height : place.bottom + GAP;
    menu.style.left = `${Math.max(GAP, Math.min(left, window.innerWidth - width - GAP))}px`;
    menu.style.top = `${Math.max(GAP, top)}px`;
    itemsIn(menu)[0]?.focus();
  }, [anchor]);
  useEffect(() => {
    window.addEventListener("scroll", onClose, { passive: true });
    return () => window.removeEventListener("scroll", onClose);
  }, [onClose]);

  function close() {
    onClose();
    anchor.focus();
  }
  return (
    <div
      ref={ref}
      role="menu"
      aria-label={label}
      popover="auto"
      tabIndex={-1}
      className="fixed inset-auto m-0 min-w-48 max-w-[90vw] rounded-xl border border-line bg-surface p-1 shadow-float"
      onToggle={(event) => event.newState === "closed" && onClose()}
      onKeyDown={(event) => {
        if (event.key === "Tab") onClose();
        if (event.key !== "Escape") return go(event);
        event.preventDefault();
        close();
      }}
    >
      {items.map((item) =>
        "href" in item ? (
          <a
            key={item.key}
            role="menuitem"
            tabIndex={-1}
            href={item.href}
            target="_blank"
            rel="noopener noreferrer"
            className={itemStyles}
            onClick={onClose}
          >
            {item.words}
          </a>
        ) : (
          <button
            key={item.key}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={itemStyles}
            onClick={() => {
              // First the focus goes back: a dialog that opens now returns it there.
              close();
              item.onSelect();
            }}
          >
            {item.words}
          </button>
        ),
      )}
    </div>
  );
}

function itemsIn(menu: Element): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>("[role=menuitem]")];
}

function go(event: KeyboardEvent<HTMLElement>): void {
  const items = itemsIn(event.currentTarget);
  const at = items.findIndex((item) => item.matches(":focus"));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items[to % items.length]?.focus();
}
