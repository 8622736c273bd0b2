import type { ActivityIntl } from "@/components/events/activity-intl";
import { Alert } from "@/components/ui/alert";
import { cn } from "@/components/ui/class-names";
import { ExactMoment, Moment } from "@/components/ui/moment";
import type { Coverage } from "@/lib/reports/coverage/schema";
import { lengthLabel, percentLabel, sliceState } from "./coverage-labels";

type CoveragePanelProps = { coverage: Coverage; intl: ActivityIntl };

/** When monitoring really ran, and its gaps. */
export function CoveragePanel({ coverage, intl }: CoveragePanelProps) {
  const { t, format } = intl;
  const { watched, interval, longest, checks, failedChecks } = coverage;
  const count = (number: number) => (number === 0 ? t("coverage.none") : format.number(number));
  return (
    <section
      aria-labelledby="coverage"
      className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-5 shadow-lift sm:p-6"
    >
      <div>
        <h2 id="coverage" className="font-semibold">
          {t("coverage.title")}
        </h2>
        <p className="mt-1 max-w-2xl text-ink-soft text-sm">
          {t("coverage.lead", { length: lengthLabel(format, interval) })}
        </p>
      </div>
      {watched === null ? (
        <Alert tone="danger" title={t("coverage.never")}>
          <p>{t("coverage.neverMeaning")}</p>
          {failedChecks > 0 && <p>{t("coverage.tried", { count: failedChecks })}</p>}
        </Alert>
      ) : (
        <>
          <CoverageBar coverage={coverage} percent={percentLabel(t, format, watched)} t={t} />
          <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm sm:grid-cols-4">
            <Fact name={t("coverage.watched")}>{percentLabel(t, format, watched)}</Fact>
            <Fact name={t("coverage.longest")}>
              {longest ? lengthLabel(format, longest.minutes) : t("coverage.none")}
            </Fact>
            <Fact name={t("coverage.looks")}>{count(checks)}</Fact>
            <Fact name={t("coverage.failed")}>{count(failedChecks)}</Fact>
          </dl>
          <Gaps coverage={coverage} intl={intl} />
        </>
      )}
    </section>
  );
}

/** Different heights, so that the parts are told apart without colour. */
const STYLES = { full: "h-full bg-calm", partly: "h-2/3 bg-caution", none: "h-1/3 bg-danger" } as const;

type CoverageBarProps = { coverage: Coverage; percent: string; t: ActivityIntl["t"] };

/** The time from left to right, one stroke for each part of it. */
function CoverageBar({ coverage: { slices, from, to }, percent, t }: CoverageBarProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <div
        role="img"
        aria-label={`${t("coverage.watched")}: ${percent}`}
        dir="ltr"
        className="flex h-8 items-end gap-px"
      >
        {slices.map((watched, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of the time have no other name than their place.
          <span key={index} className={cn("min-w-0 flex-1 rounded-xs", STYLES[sliceState(watched)])} />
        ))}
      </div>
      <div className="flex flex-col gap-1 text-[0.8125rem] text-ink-soft" aria-hidden="true">
        <div dir="ltr" className="flex justify-between gap-4">
          {[from, to].map((iso) => (
            <bdi key={iso}>
              <Moment iso={iso} />
            </bdi>
          ))}
        </div>
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          {(["full", "partly", "none"] as const).map((state) => (
            <span key={state} className="flex items-end gap-1.5">
              <span className="flex h-4 items-end pb-0.5">
                <span className={cn("w-1.5 rounded-xs", STYLES[state])} />
              </span>
              {t(`coverage.states.${state}`)}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt className="text-[0.8125rem] text-ink-soft">{name}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}

function Gaps({ coverage: { blind, blindCount }, intl: { t, format } }: CoveragePanelProps) {
  if (blind.length === 0) return null;
  const shorter = blindCount - blind.length;
  return (
    <details open={blind.some(({ to }) => to === null)} className="text-sm">
      <summary className="min-h-6 font-medium">{t("coverage.gaps", { count: blindCount })}</summary>
      <ul className="mt-2 flex list-disc flex-col gap-1 ps-5 text-ink-soft">
        {blind.map(({ from, to, minutes }) => (
          <li key={from}>
            {t.rich(to === null ? "coverage.openGap" : "coverage.gap", {
              from: () => <ExactMoment iso={from} />,
              to: () => to && <ExactMoment iso={to} />,
              length: lengthLabel(format, minutes),
            })}
          </li>
        ))}
        {shorter > 0 && <li>{t("coverage.shorter", { count: shorter })}</li>}
      </ul>
    </details>
  );
}
