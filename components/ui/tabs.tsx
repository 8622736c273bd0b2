"use client";

import { Tabs as Primitive } from "radix-ui";
import type { ReactNode } from "react";

type TabsProps = { label: string; tabs: readonly { value: string; label: string; content: ReactNode }[] };

/** Views of one thing, one at a time. Arrow keys move between them. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <Primitive.Root defaultValue={tabs[0]?.value ?? ""}>
      <Primitive.List aria-label={label} className="flex gap-1 border-line border-b">
        {tabs.map((tab) => (
          <Primitive.Trigger
            key={tab.value}
            value={tab.value}
            className="-mb-px min-h-10 border-transparent border-b-2 px-3 text-ink-soft text-sm hover:text-ink data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-ink"
          >
            {tab.label}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      {tabs.map((tab) => (
        <Primitive.Content key={tab.value} value={tab.value} className="pt-4">
          {tab.content}
        </Primitive.Content>
      ))}
    </Primitive.Root>
  );
}
