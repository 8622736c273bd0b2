import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import type { StatementMonth } from "@/lib/reports/statement/schema";
import { monthLabel, type StatementIntl } from "./statement-intl";

/** Every month of which there is a statement, newest first. */
export function MonthsList({
  months,
  intl,
}: {
  months: readonly StatementMonth[];
  intl: Pick<StatementIntl, "format" | "t">;
}) {
  const { t } = intl;
  return (
    <ul
      aria-label={t("list.months")}
      className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface shadow-lift"
    >
      {months.map(({ month, complete }) => (
        <li key={month} className="relative flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-5 py-3">
          <Link
            href={`/activity/reports/${month}`}
            prefetch={false}
            className="font-medium text-accent after:absolute after:inset-0 hover:underline"
          >
            {monthLabel(intl, month)}
          </Link>
          {complete ? (
            <span className="text-ink-soft text-sm">{t("list.whole")}</span>
          ) : (
            <Badge>{t("list.running")}</Badge>
          )}
        </li>
      ))}
    </ul>
  );
}
