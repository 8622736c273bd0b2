import type { SaidLine } from "@/lib/reports/doctor/schema";
import { VerdictMark } from "./verdict-mark";

/** What was looked at, the verdict, what was found and what to do. @param word for the verdict */
export function HealthLine({ line, word }: { line: SaidLine; word: string }) {
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
