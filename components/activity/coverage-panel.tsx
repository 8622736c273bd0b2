import type { ActivityWords } from "@/components/events/activity-words";
import { Alert } from "@/components/ui/alert";
import { ExactMoment } from "@/components/ui/moment";
import type { Coverage } from "@/lib/reports/coverage/schema";
import { CoverageBar } from "./coverage-bar";
import { leadWords, lengthWords, percentWords } from "./coverage-words";

type CoveragePanelProps = { coverage: Coverage; words: ActivityWords };

/** When the watch was really watching, and where it was blind. */
export function CoveragePanel({ coverage, words }: CoveragePanelProps) {
  const { say, format } = words;
  const { watched, interval, longest, checks, failedChecks } = coverage;
  return (
    <section
      aria-labelledby="coverage"
      className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-5 shadow-lift sm:p-6"
    >
      <div>
        <h2 id="coverage" className="font-semibold">
          {say("coverage.title")}
        </h2>
        <p className="mt-1 max-w-2xl text-ink-soft text-sm">{leadWords(say, interval)}</p>
      </div>
      {watched === null ? (
        <Alert tone="danger" title={say("coverage.never")}>
          <p>{say("coverage.neverMeaning")}</p>
          {failedChecks > 0 && <p>{say("coverage.tried", { count: failedChecks })}</p>}
        </Alert>
      ) : (
        <>
          <CoverageBar coverage={coverage} words={words} />
          <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm sm:grid-cols-4">
            <Fact name={say("coverage.watched")}>{percentWords(words, watched)}</Fact>
            <Fact name={say("coverage.longest")}>
              {longest ? lengthWords(say, longest.minutes) : say("coverage.none")}
            </Fact>
            <Fact name={say("coverage.looks")}>{format.number(checks)}</Fact>
            <Fact name={say("coverage.failed")}>
              {failedChecks === 0 ? say("coverage.none") : format.number(failedChecks)}
            </Fact>
          </dl>
          <BlindTimes coverage={coverage} words={words} />
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

function BlindTimes({ coverage: { blind, blindCount }, words: { say } }: CoveragePanelProps) {
  if (blind.length === 0) return null;
  const shorter = blindCount - blind.length;
  return (
    <details open={blind.some(({ to }) => to === null)} className="text-sm">
      <summary className="min-h-6 font-medium">{say("coverage.where", { count: blindCount })}</summary>
      <ul aria-label={say("coverage.blindTimes")} className="mt-2 flex list-disc flex-col gap-1 ps-5 text-ink-soft">
        {blind.map(({ from, to, minutes }) => {
          const length = lengthWords(say, minutes);
          const begin = () => <ExactMoment iso={from} />;
          return (
            <li key={from}>
              {to === null
                ? say.rich("coverage.openGap", { from: begin, length })
                : say.rich("coverage.gap", { from: begin, to: () => <ExactMoment iso={to} />, length })}
            </li>
          );
        })}
        {shorter > 0 && <li>{say("coverage.shorter", { count: shorter })}</li>}
      </ul>
    </details>
  );
}
