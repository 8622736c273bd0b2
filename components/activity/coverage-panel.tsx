import type { ActivityIntl } from "@/components/events/activity-intl";
import { Alert } from "@/components/ui/alert";
import { ExactMoment } from "@/components/ui/moment";
import type { Coverage } from "@/lib/reports/coverage/schema";
import { CoverageBar } from "./coverage-bar";
import { leadLabel, lengthLabel, percentLabel } from "./coverage-labels";

type CoveragePanelProps = { coverage: Coverage; intl: ActivityIntl };

/** When the watch was really watching, and where it was blind. */
export function CoveragePanel({ coverage, intl }: CoveragePanelProps) {
  const { t, format } = intl;
  const { watched, interval, longest, checks, failedChecks } = coverage;
  return (
    <section
      aria-labelledby="coverage"
      className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-5 shadow-lift sm:p-6"
    >
      <div>
        <h2 id="coverage" className="font-semibold">
          {t("coverage.title")}
        </h2>
        <p className="mt-1 max-w-2xl text-ink-soft text-sm">{leadLabel(t, interval)}</p>
      </div>
      {watched === null ? (
        <Alert tone="danger" title={t("coverage.never")}>
          <p>{t("coverage.neverMeaning")}</p>
          {failedChecks > 0 && <p>{t("coverage.tried", { count: failedChecks })}</p>}
        </Alert>
      ) : (
        <>
          <CoverageBar coverage={coverage} intl={intl} />
          <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm sm:grid-cols-4">
            <Fact name={t("coverage.watched")}>{percentLabel(intl, watched)}</Fact>
            <Fact name={t("coverage.longest")}>{longest ? lengthLabel(t, longest.minutes) : t("coverage.none")}</Fact>
            <Fact name={t("coverage.looks")}>{format.number(checks)}</Fact>
            <Fact name={t("coverage.failed")}>
              {failedChecks === 0 ? t("coverage.none") : format.number(failedChecks)}
            </Fact>
          </dl>
          <BlindTimes coverage={coverage} intl={intl} />
        </>
      )}
    </section>
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

function BlindTimes({ coverage: { blind, blindCount }, intl: { t } }: CoveragePanelProps) {
  if (blind.length === 0) return null;
  const shorter = blindCount - blind.length;
  return (
    <details open={blind.some(({ to }) => to === null)} className="text-sm">
      <summary className="min-h-6 font-medium">{t("coverage.where", { count: blindCount })}</summary>
      <ul aria-label={t("coverage.blindTimes")} className="mt-2 flex list-disc flex-col gap-1 ps-5 text-ink-soft">
        {blind.map(({ from, to, minutes }) => {
          const length = lengthLabel(t, minutes);
          const begin = () => <ExactMoment iso={from} />;
          return (
            <li key={from}>
              {to === null
                ? t.rich("coverage.openGap", { from: begin, length })
                : t.rich("coverage.gap", { from: begin, to: () => <ExactMoment iso={to} />, length })}
            </li>
          );
        })}
        {shorter > 0 && <li>{t("coverage.shorter", { count: shorter })}</li>}
      </ul>
    </details>
  );
}
