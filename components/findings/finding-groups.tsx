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

/** What needs attention, a line for each issue, the most urgent first; many are folded. */
export function FindingGroups({ groups, needAttention, unlisted, asOf, ...handlers }: FindingGroupsProps) {
  const t = useTranslations("findings");
  const headingId = useId();
  const listId = useId();
  const [unfolded, setUnfolded] = useState(false);
  const { shown, urgentHidden } = foldGroups(groups);
  const folds = shown.length < groups.length;
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-2">
      <h2 id={headingId} className="sr-only">
        {t("announced", { count: needAttention })}
      </h2>
      <div id={listId} className="flex flex-col gap-2">
        {(unfolded ? groups : shown).map((group) => (
          <FindingGroup key={group.kinds.join()} group={group} asOf={asOf} {...handlers} />
        ))}
      </div>
      {folds && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Button
            size="sm"
            variant="quiet"
            aria-expanded={unfolded}
            aria-controls={listId}
            onClick={() => setUnfolded((was) => !was)}
          >
            {unfolded ? t("showFewer") : t("showAll", { count: groups.length })}
          </Button>
          {!unfolded && urgentHidden > 0 && (
            <p className="font-medium text-[0.8125rem] text-danger">{t("moreUrgent", { count: urgentHidden })}</p>
          )}
        </div>
      )}
      {unlisted > 0 && <p className="text-[0.8125rem] text-ink-soft">{t("notListed", { count: unlisted })}</p>}
    </section>
  );
}
