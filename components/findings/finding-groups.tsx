"use client";

import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { FindingHandlers } from "./finding-actions";
import { FindingGroup } from "./finding-group";
import { foldGroups, type FindingGroup as Group } from "./group-findings";

type FindingGroupsProps = FindingHandlers & {
  groups: readonly Group[];
  needAttention: number;
  /** how many findings there are beyond those listed */
  unlisted: number;
  asOf: string;
};

/** What needs attention, a line for each kind, the most urgent first; many kinds are folded. */
export function FindingGroups({ groups, needAttention, unlisted, asOf, ...handlers }: FindingGroupsProps) {
  const say = useTranslations("findings");
  const headingId = useId();
  const listId = useId();
  const [unfolded, setUnfolded] = useState(false);
  const { shown, urgentHidden } = foldGroups(groups);
  const folds = shown.length < groups.length;
  return (
    <section aria-labelledby={headingId} className="overflow-clip rounded-xl border border-line bg-surface shadow-lift">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-1.5">
        <h2 id={headingId} className="font-semibold">
          {say.rich("heading", {
            total: needAttention,
            count: (count) => <span className="font-normal text-ink-faint tabular-nums">{count}</span>,
          })}
        </h2>
        {folds && (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {!unfolded && urgentHidden > 0 && (
              <p className="font-medium text-[0.8125rem] text-danger">{say("moreUrgent", { count: urgentHidden })}</p>
            )}
            <Button
              size="sm"
              variant="quiet"
              aria-expanded={unfolded}
              aria-controls={listId}
              onClick={() => setUnfolded((was) => !was)}
            >
              {unfolded ? say("showFewer") : say("showAll", { count: groups.length })}
            </Button>
          </div>
        )}
      </div>
      <div id={listId} className="divide-y divide-line border-line border-t">
        {(unfolded ? groups : shown).map((group) => (
          <FindingGroup key={group.kind} group={group} asOf={asOf} {...handlers} />
        ))}
      </div>
      {unlisted > 0 && (
        <p className="border-line border-t px-4 py-2 text-[0.8125rem] text-ink-soft">
          {say("notListed", { count: unlisted })}
        </p>
      )}
    </section>
  );
}
