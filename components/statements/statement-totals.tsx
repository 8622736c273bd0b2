import type { Statement } from "@/lib/reports/statement/schema";
import type { StatementIntl } from "./statement-intl";

const NAMED_PUBLISHERS = 20;

/** The month in numbers, and who made sites public in it. */
export function StatementTotals({ statement: { totals }, intl }: { statement: Statement; intl: StatementIntl }) {
  const { t, format } = intl;
  const { sites, publicAtStart, publicAtEnd, madePublic, madePrivate, publishers } = totals;
  const numbers = [
    [t("totals.sites"), sites],
    [t("totals.start"), publicAtStart],
    [t("totals.end"), publicAtEnd],
    [t("totals.madePublic"), madePublic],
    [t("totals.madePrivate"), madePrivate],
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
        <dt className="text-[0.8125rem] text-ink-soft">{t("totals.by")}</dt>
        <dd className="break-words font-medium">
          {publishers.length === 0 && t("totals.nobody")}
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
