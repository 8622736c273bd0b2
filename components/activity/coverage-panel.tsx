import { everyWords } from "@/components/public-access/watch-words";
import { Alert } from "@/components/ui/alert";
import { counted, grouped } from "@/components/ui/plural";
import type { Coverage } from "@/lib/coverage/schema";
import { CoverageBar } from "./coverage-bar";
import { blindWords, lengthWords, percentWords } from "./coverage-words";

/** When the watch was really watching, and where it was blind. */
export function CoveragePanel({ coverage }: { coverage: Coverage }) {
  const { watched, interval, longest, looks, failedLooks } = coverage;
  const every = everyWords({ watchInterval: interval });
  return (
    <section
      aria-labelledby="coverage"
      className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-5 shadow-lift sm:p-6"
    >
      <div>
        <h2 id="coverage" className="font-semibold">
          When the watch was watching
        </h2>
        <p className="mt-1 max-w-2xl text-ink-soft text-sm">
          The watch is to look {every}, so a change made outside the portal is heard within {lengthWords(interval)}. A
          change that was made and undone between two looks, or within a gap, was not seen.
        </p>
      </div>
      {watched === null ? (
        <Alert tone="danger" title="The watch has never looked">
          Nobody would hear of a change made outside the portal.
          {failedLooks > 0 && ` It tried ${counted(failedLooks, "time")} and failed; the portal's log says why.`}
        </Alert>
      ) : (
        <>
          <CoverageBar coverage={coverage} />
          <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm sm:grid-cols-4">
            <Fact name="Watched">{percentWords(watched)}</Fact>
            <Fact name="Longest gap">{longest ? lengthWords(longest.minutes) : "none"}</Fact>
            <Fact name="Good looks">{grouped(looks)}</Fact>
            <Fact name="Failed looks">{failedLooks === 0 ? "none" : grouped(failedLooks)}</Fact>
          </dl>
          <BlindTimes coverage={coverage} />
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

function BlindTimes({ coverage: { blind, blindCount } }: { coverage: Coverage }) {
  if (blind.length === 0) return null;
  const shorter = blindCount - blind.length;
  return (
    <details open={blind.some(({ to }) => to === null)} className="text-sm">
      <summary className="cursor-pointer font-medium">Where it was blind: {counted(blindCount, "gap")}</summary>
      <ul aria-label="Blind times" className="mt-2 flex list-disc flex-col gap-1 pl-5 text-ink-soft">
        {blind.map((gap) => (
          <li key={gap.from}>{blindWords(gap)}</li>
        ))}
        {shorter > 0 && <li>{counted(shorter, "shorter gap")} besides</li>}
      </ul>
    </details>
  );
}
