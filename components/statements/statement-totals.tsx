import type { Statement } from "@/lib/reports/statement/schema";
import type { StatementWords } from "./statement-words";

const NAMED_PUBLISHERS = 20;

/** The month in numbers, and who made sites public in it. */
export function StatementTotals({ statement: { totals }, words }: { statement: Statement; words: StatementWords }) {
  const { say, format } = words;
  const { sites, publicAtStart, publicAtEnd, madePublic, madePrivate, publishers } = totals;
  const numbers = [
    [say("totals.sites"), sites],
    [say("totals.start"), publicAtStart],
    [say("totals.end"), publicAtEnd],
    [say("totals.madePublic"), madePublic],
    [say("totals.madePrivate"), madePrivate],
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm sm:grid-cols-3 lg:grid-cols-6">
      {numbers.map(([name, number]) => (
        <div key={name}>
          <dt className="text-[0.8125rem] text-ink-soft">{name}</dt>
          <dd className="font-medium">{format.number(number)}</dd>
        </div>
      ))}
      <div>
        <dt className="text-[0.8125rem] text-ink-soft">{say("totals.by")}</dt>
        <dd className="break-words font-medium">
          {publishers.length === 0 && say("totals.nobody")}
          {publishers.slice(0, NAMED_PUBLISHERS).map(({ login, sites: count }) => (
            <span key={login} className="block">
              <bdi>{login}</bdi> ({format.number(count)})
            </span>
          ))}
        </dd>
      </div>
    </dl>
  );
}
