import { cn } from "@/components/ui/class-names";
import { type SaidLine, type SaidSection, type Verdict, verdicts } from "@/lib/reports/doctor/schema";
import { VERDICT_STYLES } from "./verdict-styles";

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
