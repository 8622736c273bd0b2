import type { ActivityIntl } from "@/components/events/activity-intl";
import type { Exposure, ExposureRange } from "@/lib/reports/exposure/schema";
import { ExposureChart } from "./exposure-chart";
import { dayLabel, summaryLabel } from "./exposure-labels";
import { ExposureLegend } from "./exposure-legend";
import { markKinds, NARROW, pictureOf, WIDE } from "./exposure-picture";
import { ExposureTable } from "./exposure-table";

type ExposureFigureProps = { exposure: Exposure; range: ExposureRange; intl: ActivityIntl };

/** How many sites were public on each day: as a picture, in a sentence and as a table. Drawn on the server. */
export function ExposureFigure({ exposure, range, intl }: ExposureFigureProps) {
  const { t } = intl;
  const { days, publicNow, knownFrom, unseen } = exposure;
  const [first] = days;
  if (!first) {
    return (
      <div className="flex flex-col gap-1 text-sm">
        <p className="font-medium">{t("exposure.nowPublic", { count: publicNow })}</p>
        <p className="text-ink-soft">{t("exposure.notYet")}</p>
      </div>
    );
  }
  const isCut = range === "all" || days.length < Number(range);
  const wide = pictureOf(days, isCut, WIDE);
  const narrow = pictureOf(days, isCut, NARROW);
  const summary = summaryLabel(intl, exposure);
  const shared = { summary, days: days.length, intl };
  return (
    <figure className="flex min-h-[30rem] flex-col gap-3 print:min-h-0">
      <ExposureChart {...shared} picture={wide} className="hidden h-auto w-full lg:block" />
      <ExposureChart {...shared} picture={narrow} className="mx-auto h-auto w-full max-w-lg lg:hidden" />
      <ExposureLegend
        t={t}
        marks={markKinds.filter((kind) => wide.marks.some((mark) => mark.kind === kind))}
        grounds={(["not-watched", "unknown"] as const).filter((kind) => wide.grounds.some((one) => one.kind === kind))}
      />
      <figcaption className="flex max-w-3xl flex-col gap-1 text-sm">
        <p>{summary}</p>
        {isCut && (
          <p className="text-ink-soft">{t(`exposure.since.${knownFrom}`, { day: dayLabel(intl, first.day) })}</p>
        )}
        {unseen !== 0 && <p className="text-ink-soft">{t("exposure.unseen", { count: Math.abs(unseen) })}</p>}
        {wide.daysInPart > 1 && (
          <p className="text-[0.8125rem] text-ink-soft">{t("exposure.together", { count: wide.daysInPart })}</p>
        )}
      </figcaption>
      <ExposureTable days={days} intl={intl} />
    </figure>
  );
}
