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

type HealthSummaryProps = {
  label: string;
  counts: Counts;
  /** so many of a verdict, in words */
  t: (verdict: Verdict, count: number) => string;
};

/** The counts, the worst first: `7 warnings · 51 checks passed`. What there is none of is not said. */
export function HealthSummary({ label, counts, t }: HealthSummaryProps) {
  const there = verdicts.filter((verdict) => counts[verdict] > 0);
  const worst = there[0] ?? "good";
  const { icon: Icon, ink } = VERDICT_STYLES[worst];
  return (
    <section
      aria-label={label}
      className={`flex items-center gap-3 rounded-xl border px-4 py-3 font-semibold ${BOXES[worst]}`}
    >
      <Icon className={`size-5 shrink-0 ${ink}`} aria-hidden="true" />
      <p>{there.map((verdict) => t(verdict, counts[verdict])).join(" · ")}</p>
    </section>
  );
}
