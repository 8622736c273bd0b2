import { CircleCheck, CircleHelp, CircleX, type LucideIcon, TriangleAlert } from "lucide-react";
import { cn } from "@/components/ui/class-names";
import { type SaidLine, type SaidSection, type Verdict, verdicts } from "@/lib/reports/doctor/schema";

/** The sign and the ink of each verdict; the word stands beside it. */
const VERDICT_STYLES: Record<Verdict, { icon: LucideIcon; ink: string }> = {
  good: { icon: CircleCheck, ink: "text-ink-soft" },
  warning: { icon: TriangleAlert, ink: "text-caution" },
  unknown: { icon: CircleHelp, ink: "text-caution" },
  bad: { icon: CircleX, ink: "text-danger" },
};

export type HealthIntl = {
  verdicts: Record<Verdict, string>;
  /** over what passed */
  passed: (count: number) => string;
  /** over what an operator does about it */
  todo: string;
  /** in the place of a variable's name, which is for operators */
  variable: string;
};

type PartProps = { sections: readonly SaidSection[]; words: HealthIntl };

/** What was checked: what is amiss, the worst first, and folded below it what passed. */
export function HealthReport({ sections, words }: PartProps) {
  const problems = sections
    .flatMap(({ title, lines }) => lines.filter(isAmiss).map((line) => ({ ...line, part: title })))
    .sort((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict));
  const passed = sections
    .map(({ title, lines }) => ({ title, lines: lines.filter((line) => !isAmiss(line)) }))
    .filter(({ lines }) => lines.length > 0);
  const count = passed.reduce((sum, { lines }) => sum + lines.length, 0);
  return (
    <div className="divide-y divide-line rounded-xl border border-line bg-surface shadow-lift">
      {problems.length > 0 && (
        <ul className="divide-y divide-line">
          {problems.map((line) => (
            <Problem key={`${line.check} ${line.what} ${line.is} ${line.todo}`} line={line} words={words} />
          ))}
        </ul>
      )}
      {count > 0 && (
        <details>
          <summary className="cursor-pointer rounded-xl px-4 py-3 text-ink-soft text-sm hover:text-ink sm:px-6">
            {words.passed(count)}
          </summary>
          {passed.map(({ title, lines }) => (
            <section key={title} aria-label={title} className="px-4 pb-4 text-sm sm:px-6">
              <h2 className="font-medium">{title}</h2>
              <dl className="mt-1 grid gap-x-6 gap-y-0.5 sm:grid-cols-[minmax(0,15rem)_minmax(0,1fr)]">
                {lines.map(({ check, what, is }) => (
                  <div key={`${check} ${what} ${is}`} className="contents">
                    <dt className="[overflow-wrap:anywhere]">{what}</dt>
                    <dd className="text-ink-soft [overflow-wrap:anywhere] max-sm:pb-1.5">{is}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </details>
      )}
    </div>
  );
}

function isAmiss({ verdict }: SaidLine): boolean {
  return verdict !== "good";
}

/** What is amiss, in words for everybody; variables and commands are for whoever runs the server. */
function Problem({ line, words }: { line: SaidLine & { part: string }; words: HealthIntl }) {
  const { check, verdict, part, what, is, todo } = line;
  const { icon: Icon, ink } = VERDICT_STYLES[verdict];
  const isVariable = check === "setting";
  return (
    <li className="grid gap-x-6 gap-y-1 px-4 py-3 text-sm sm:grid-cols-[8rem_minmax(0,1fr)] sm:px-6">
      <p className={cn("flex items-start gap-2 font-medium", ink)}>
        <Icon className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
        {words.verdicts[verdict]}
      </p>
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <p className="font-medium">
          {isVariable ? words.variable : what} <span className="font-normal text-ink-faint">{part}</span>
        </p>
        {!isVariable && <p>{is}</p>}
        {(isVariable || todo !== null) && (
          <details className="text-ink-soft">
            <summary className="w-fit min-h-6 cursor-pointer hover:text-ink">{words.todo}</summary>
            {isVariable && (
              <p>
                {what}: {is}
              </p>
            )}
            <p>{todo}</p>
          </details>
        )}
      </div>
    </li>
  );
}

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
