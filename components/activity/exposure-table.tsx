import type { ReactNode } from "react";
import type { ActivityIntl } from "@/components/events/activity-intl";
import { Link } from "@/components/ui/link";
import type { ExposureDay } from "@/lib/reports/exposure/schema";
import { filterParams } from "./activity-address";
import { dayLabel, isEventful } from "./exposure-labels";

/** More is for the download. */
const MAX_ROWS = 366;

/** The same as the picture in words and numbers: the days on which something happened, the first and the last. */
export function ExposureTable({ days, intl }: { days: readonly ExposureDay[]; intl: ActivityIntl }) {
  const { t, format } = intl;
  const told = days.filter((day, index) => index === 0 || index === days.length - 1 || isEventful(day)).reverse();
  const columns = [
    t("exposure.table.day"),
    ...(["public", "made-public", "made-private", "outside"] as const).map((term) => t(`exposure.terms.${term}`)),
    ...(["also", "watched"] as const).map((column) => t(`exposure.table.${column}`)),
  ];
  const cut = Math.max(0, told.length - MAX_ROWS);
  return (
    <details className="text-sm">
      <summary className="w-fit min-h-6 font-medium text-accent hover:underline">{t("exposure.table.show")}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section aria-label={t("exposure.table.caption")} tabIndex={0} className="mt-3 max-h-96 overflow-auto">
        <table className="w-full min-w-max text-start">
          <caption className="pb-2 text-start text-ink-soft">{t("exposure.table.caption")}</caption>
          <thead>
            <tr className="border-line border-b text-[0.8125rem] text-ink-soft">
              {columns.map((column) => (
                <th key={column} scope="col" className="px-2 py-1.5 text-start font-medium">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line tabular-nums">
            {told.slice(0, MAX_ROWS).map((day) => (
              <tr key={day.day}>
                <th scope="row" className="whitespace-nowrap px-2 py-1.5 text-start font-medium">
                  <DayLink day={day} intl={intl} />
                </th>
                <Cell>{format.number(day.public)}</Cell>
                <Cell>{format.number(day.madePublic)}</Cell>
                <Cell>{format.number(day.madePrivate)}</Cell>
                <Cell>{format.number(day.outside)}</Cell>
                <Cell>{format.list(day.marks.map((mark) => t(`exposure.terms.${mark}`)))}</Cell>
                <Cell>{t(`coverage.states.${day.watched}`)}</Cell>
              </tr>
            ))}
          </tbody>
        </table>
        {cut > 0 && <p className="px-2 py-1.5 text-ink-soft">{t("exposure.table.cut", { count: cut })}</p>}
      </section>
    </details>
  );
}

/** Leads to what happened on the day, if anything did. */
function DayLink({ day, intl }: { day: ExposureDay; intl: ActivityIntl }) {
  const name = <time dateTime={day.day}>{dayLabel(intl, day.day)}</time>;
  if (!isEventful(day)) return name;
  return (
    <Link
      href={`/activity?${new URLSearchParams(filterParams({ from: day.day, to: day.day }))}`}
      prefetch={false}
      title={intl.t("exposure.table.events")}
      className="text-accent underline decoration-line-strong underline-offset-2 hover:decoration-accent"
    >
      {name}
    </Link>
  );
}

function Cell({ children }: { children: ReactNode }) {
  return <td className="px-2 py-1.5">{children}</td>;
}
