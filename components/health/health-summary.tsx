import { type SaidSection, type Verdict, verdicts } from "@/lib/reports/doctor/schema";
import { VERDICT_STYLES } from "./verdict-styles";

const PLAIN = "border-line bg-surface shadow-lift";
const BOXES: Record<Verdict, string> = {
  good: PLAIN,
  warning: PLAIN,
  unknown: "border-caution-line bg-caution-soft",
  bad: "border-danger-line bg-danger-soft",
};

type Counts = Record<Verdict, number>;

/** How many lines have each verdict. */
export function countVerdicts(sections: readonly SaidSection[]): Counts {
  const counts: Counts = { good: 0, warning: 0, bad: 0, unknown: 0 };
  for (const { lines } of sections) for (const { verdict } of lines) counts[verdict] += 1;
  return counts;
}

export function worstIn(counts: Counts): Verdict {
  return verdicts.find((verdict) => counts[verdict] > 0) ?? "good";
}

type HealthSummaryProps = {
  label: string;
  worst: Verdict;
  headline: string;
  counts: string;
  /** what is not counted, because it is still being asked */
  notCounted: string;
};

/** At a glance: the worst there is, and how many of each. */
export function HealthSummary({ label, worst, headline, counts, notCounted }: HealthSummaryProps) {
  const { icon: Icon, ink } = VERDICT_STYLES[worst];
  return (
    <section aria-label={label} className={`flex gap-3 rounded-xl border px-4 py-3.5 text-sm ${BOXES[worst]}`}>
      <Icon className={`mt-1 size-5 shrink-0 ${ink}`} aria-hidden="true" />
      <div className="min-w-0">
        <p className="font-semibold text-base">{headline}</p>
        <p className="text-ink-soft">{counts}</p>
        <p className="text-ink-soft">{notCounted}</p>
      </div>
    </section>
  );
}
