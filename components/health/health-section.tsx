import { useId } from "react";
import { cn } from "@/components/ui/class-names";
import { type SaidLine, type SaidSection, type Verdict, verdicts } from "@/lib/reports/doctor/schema";
import { VERDICT_STYLES } from "./verdict-styles";

type HealthSectionProps = {
  section: SaidSection;
  /** the words for the verdicts */
  words: Record<Verdict, string>;
  /** the words over the settings that are as they should be */
  goodSettings: (count: number) => string;
};

/** One part of what was looked at, the worst first. The many settings that are as they should be are folded away. */
export function HealthSection({ section, words, goodSettings }: HealthSectionProps) {
  const id = useId();
  const folded = section.lines.filter(({ check, verdict }) => check === "setting" && verdict === "good");
  const shown = section.lines.filter((line) => !folded.includes(line)).sort(worstFirst);
  return (
    <section aria-labelledby={id} className="rounded-xl border border-line bg-surface shadow-lift">
      <h2 id={id} className="px-4 pt-4 pb-1 font-semibold sm:px-6">
        {section.title}
      </h2>
      <Lines lines={shown} words={words} />
      {folded.length > 0 && (
        <details className="border-line border-t">
          <summary className="cursor-pointer rounded-xl px-4 py-3 text-ink-soft text-sm hover:text-ink sm:px-6">
            {goodSettings(folded.length)}
          </summary>
          <Lines lines={folded} words={words} />
        </details>
      )}
    </section>
  );
}

function Lines({ lines, words }: { lines: readonly SaidLine[]; words: Record<Verdict, string> }) {
  return (
    <ul className="divide-y divide-line">
      {lines.map((line) => (
        <HealthLine key={`${line.check} ${line.what} ${line.is} ${line.todo}`} line={line} word={words[line.verdict]} />
      ))}
    </ul>
  );
}

function worstFirst(a: SaidLine, b: SaidLine): number {
  return verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict);
}

/** What was looked at, the verdict, what was found and what to do. @param word for the verdict */
function HealthLine({ line, word }: { line: SaidLine; word: string }) {
  return (
    <li className="grid gap-x-6 gap-y-1 px-4 py-3 text-sm sm:grid-cols-[8rem_minmax(0,1fr)] sm:px-6 lg:grid-cols-[8rem_minmax(0,15rem)_minmax(0,1fr)]">
      <VerdictMark verdict={line.verdict} word={word} />
      <p className="font-medium [overflow-wrap:anywhere] sm:col-start-2">{line.what}</p>
      <div className="min-w-0 [overflow-wrap:anywhere] sm:col-start-2 lg:col-start-3">
        <p className={line.todo === null ? "text-ink-soft" : undefined}>{line.is}</p>
        {line.todo !== null && <p className="text-ink-soft">{line.todo}</p>}
      </div>
    </li>
  );
}

/** A sign and the word for it. */
function VerdictMark({ verdict, word }: { verdict: Verdict; word: string }) {
  const { icon: Icon, ink } = VERDICT_STYLES[verdict];
  return (
    <p className={cn("flex items-start gap-2 font-medium", ink)}>
      <Icon className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
      {word}
    </p>
  );
}
