"use client";

import { Button } from "@/components/ui/button";
import { counted, listed } from "@/components/ui/plural";
import type { ChosenSite } from "./chosen-site";

const NAMED = 3;

type SelectionBarProps = { chosen: readonly ChosenSite[]; onMakePublic: () => void; onClear: () => void };

/** Stays in view while sites are chosen, whatever page or search the list shows. */
export function SelectionBar({ chosen, onMakePublic, onClear }: SelectionBarProps) {
  const names = chosen.slice(0, NAMED).map((site) => site.name);
  const more = chosen.length - names.length;
  return (
    <>
      <p role="status" className="sr-only">
        {chosen.length > 0 && `${counted(chosen.length, "site")} chosen`}
      </p>
      {chosen.length > 0 && (
        <section
          aria-label="Chosen sites"
          className="sticky bottom-4 z-20 mt-4 flex animate-appear flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border border-line-strong bg-surface px-4 py-3 shadow-float"
        >
          <div className="min-w-0 flex-1 basis-48">
            <p className="font-semibold text-sm">{counted(chosen.length, "site")} chosen</p>
            <p className="truncate text-[0.8125rem] text-ink-soft">
              <bdi>{listed(more > 0 ? [...names, `${more} more`] : names)}</bdi>
            </p>
          </div>
          <div className="flex gap-2">
            <Button variant="quiet" onClick={onClear}>
              Clear
            </Button>
            <Button variant="primary" onClick={onMakePublic}>
              Make public…
            </Button>
          </div>
        </section>
      )}
    </>
  );
}
