import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import type { StatementMonth } from "@/lib/reports/statement/schema";
import { monthWords, type StatementWords } from "./statement-words";

/** Every month of which there is a statement, newest first. */
export function MonthsList({ months, words }: { months: readonly StatementMonth[]; words: StatementWords }) {
  const { say } = words;
  return (
    <ul
      aria-label={say("list.months")}
      className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface shadow-lift"
    >
      {months.map(({ month, complete }) => (
        <li key={month} className="relative flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-5 py-3">
          <Link
            href={`/activity/reports/${month}`}
            prefetch={false}
            className="font-medium text-accent after:absolute after:inset-0 hover:underline"
          >
            {monthWords(words, month)}
          </Link>
          {complete ? (
            <span className="text-ink-soft text-sm">{say("list.whole")}</span>
          ) : (
            <Badge>{say("list.running")}</Badge>
          )}
        </li>
      ))}
    </ul>
  );
}
