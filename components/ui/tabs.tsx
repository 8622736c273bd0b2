"use client";

import { type KeyboardEvent, type ReactNode, useId, useState } from "react";

type TabsProps = { label: string; tabs: readonly { value: string; label: string; content: ReactNode }[] };

/** Views of one thing, one at a time. Arrow keys move between them, as they do in the language of the page. */
export function Tabs({ label, tabs }: TabsProps) {
  const id = useId();
  const [chosen, setChosen] = useState(tabs[0]?.value);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const at = tabs.findIndex((tab) => tab.value === chosen);
    const next = nextTab(event.key, {
      at,
      last: tabs.length - 1,
      direction: getComputedStyle(event.currentTarget).direction,
    });
    const tab = next === null ? undefined : tabs.at(next);
    if (!tab) return;
    event.preventDefault();
    setChosen(tab.value);
    document.getElementById(`${id}-${tab.value}`)?.focus();
  }

  return (
    <div>
      <div role="tablist" aria-label={label} className="flex gap-1 border-line border-b" onKeyDown={onKeyDown}>
        {tabs.map(({ value, label: name }) => (
          <button
            key={value}
            type="button"
            role="tab"
            id={`${id}-${value}`}
            aria-selected={value === chosen}
            aria-controls={`${id}-${value}-panel`}
            tabIndex={value === chosen ? 0 : -1}
            className="-mb-px min-h-10 border-transparent border-b-2 px-3 text-ink-soft text-sm hover:text-ink aria-selected:border-accent aria-selected:font-medium aria-selected:text-ink"
            onClick={() => setChosen(value)}
          >
            {name}
          </button>
        ))}
      </div>
      {tabs.map(({ value, content }) => (
        <div
          key={value}
          role="tabpanel"
          id={`${id}-${value}-panel`}
          aria-labelledby={`${id}-${value}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what it shows may be nothing but text that is scrolled by keys
          tabIndex={0}
          hidden={value !== chosen}
          className="pt-4"
        >
          {value === chosen && content}
        </div>
      ))}
    </div>
  );
}

type TabPlace = { at: number; last: number; direction: string };

/** The place of the tab that a key leads to: after the last comes the first. Null for a key that leads nowhere. */
function nextTab(key: string, { at, last, direction }: TabPlace): number | null {
  const [back, on] = direction === "rtl" ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
  if (key === "Home") return 0;
  if (key === "End") return last;
  if (key === on) return at === last ? 0 : at + 1;
  if (key === back) return at === 0 ? last : at - 1;
  return null;
}
