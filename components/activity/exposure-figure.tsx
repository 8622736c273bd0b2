import type { ActivityIntl } from "@/components/events/activity-intl";
import type { Exposure, ExposureRange } from "@/lib/reports/exposure/schema";
import { ExposureChart, ExposureLegend } from "./exposure-chart";
import { dayLabel, summaryLabel } from "./exposure-labels";
import { pictureOf } from "./exposure-picture";
import { ExposureTable } from "./exposure-table";

type ExposureFigureProps = { exposure: Exposure; range: ExposureRange; intl: ActivityIntl };

/** How many sites were public on each day: as a picture, in a sentence and as a table. Drawn on the server. */
export function ExposureFigure({ exposure, range, intl }: ExposureFigureProps) {
  const { t } = intl;
  const { days, publicNow, knownFrom, unseen } = exposure;
  const [first] = days;
  const summary = summaryLabel(intl, exposure);
  if (!first) {
    return (
      <div className="flex flex-col gap-1 text-sm">
        <p className="font-medium">{t("exposure.nowPublic", { count: publicNow })}</p>
        <p className="text-ink-soft">{summary}</p>
      </div>
    );
  }
  const isCut = range === "all" || days.length < Number(range);
  const picture = pictureOf(days, isCut);
  return (
    <figure className="flex min-h-96 flex-col gap-3 print:min-h-0">
      <ExposureChart picture={picture} summary={summary} days={days.length} intl={intl} />
      <ExposureLegend picture={picture} intl={intl} />
      <figcaption className="flex max-w-3xl flex-col gap-1 text-ink-soft text-sm">
        <p className="text-ink">{summary}</p>
        {isCut && <p>{t(`exposure.since.${knownFrom}`, { day: dayLabel(intl, first.day) })}</p>}
        {unseen !== 0 && <p>{t("exposure.unseen", { count: Math.abs(unseen) })}</p>}
        {picture.daysInPart > 1 && <p>{t("exposure.together", { count: picture.daysInPart })}</p>}
      </figcaption>
      <ExposureTable days={days} intl={intl} />
    </figure>
  );
}
