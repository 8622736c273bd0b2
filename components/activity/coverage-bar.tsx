import type { ActivityIntl } from "@/components/events/activity-intl";
import { cn } from "@/components/ui/class-names";
import { Moment } from "@/components/ui/moment";
import type { Coverage } from "@/lib/reports/coverage/schema";
import { coverageLabel, type SliceState, sliceState } from "./coverage-labels";

/** Different heights, so that the parts are told apart without colour. */
const STYLES: Record<SliceState, string> = {
  watched: "h-full bg-calm",
  partly: "h-2/3 bg-caution",
  blind: "h-1/3 bg-danger",
};

const STATES = ["watched", "partly", "blind"] as const satisfies readonly SliceState[];

/** The time from left to right, one stroke for each part of it. */
export function CoverageBar({ coverage, intl }: { coverage: Coverage; intl: ActivityIntl }) {
  const { slices, from, to } = coverage;
  return (
    <div className="flex flex-col gap-1.5">
      <div role="img" aria-label={coverageLabel(intl, coverage)} dir="ltr" className="flex h-8 items-end gap-px">
        {slices.map((watched, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of the time have no other name than their place.
          <span key={index} className={cn("min-w-0 flex-1 rounded-xs", STYLES[sliceState(watched)])} />
        ))}
      </div>
      <div className="flex flex-col gap-1 text-[0.8125rem] text-ink-soft" aria-hidden="true">
        <div dir="ltr" className="flex justify-between gap-4">
          <bdi>
            <Moment iso={from} />
          </bdi>
          <bdi>
            <Moment iso={to} />
          </bdi>
        </div>
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          {STATES.map((state) => (
            <span key={state} className="flex items-end gap-1.5">
              <span className="flex h-4 items-end pb-0.5">
                <span className={cn("w-1.5 rounded-xs", STYLES[state])} />
              </span>
              {intl.t(`coverage.states.${state}`)}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}
