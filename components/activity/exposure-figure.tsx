import type { ActivityWords } from "@/components/events/activity-words";
import type { Exposure, ExposureRange } from "@/lib/reports/exposure/schema";
import { ExposureChart } from "./exposure-chart";
import { ExposureLegend } from "./exposure-legend";
import { markKinds, NARROW, pictureOf, WIDE } from "./exposure-picture";
import { ExposureTable } from "./exposure-table";
import { dayWords, summaryWords } from "./exposure-words";

type ExposureFigureProps = { exposure: Exposure; range: ExposureRange; words: ActivityWords };

/** How many sites were public on each day: as a picture, in a sentence and as a table. Drawn on the server. */
export function ExposureFigure({ exposure, range, words }: ExposureFigureProps) {
  const { say } = words;
  const { days, publicNow, knownFrom, unseen } = exposure;
  const [first] = days;
  if (!first) {
    return (
      <div className="flex flex-col gap-1 text-sm">
        <p className="font-medium">{say("exposure.nowPublic", { count: publicNow })}</p>
        <p className="text-ink-soft">{say("exposure.notYet")}</p>
      </div>
    );
  }
  const isCut = range === "all" || days.length < Number(range);
  const wide = pictureOf(days, isCut, WIDE);
  const narrow = pictureOf(days, isCut, NARROW);
  const summary = summaryWords(words, exposure);
  const shared = { summary, days: days.length, words };
  return (
    <figure className="flex min-h-[30rem] flex-col gap-3 print:min-h-0">
      <ExposureChart {...shared} picture={wide} className="hidden h-auto w-full lg:block" />
      <ExposureChart {...shared} picture={narrow} className="mx-auto h-auto w-full max-w-lg lg:hidden" />
      <ExposureLegend
        say={say}
        marks={markKinds.filter((kind) => wide.marks.some((mark) => mark.kind === kind))}
        grounds={(["not-watched", "unknown"] as const).filter((kind) => wide.grounds.some((one) => one.kind === kind))}
      />
      <figcaption className="flex max-w-3xl flex-col gap-1 text-sm">
        <p>{summary}</p>
        {isCut && (
          <p className="text-ink-soft">{say(`exposure.since.${knownFrom}`, { day: dayWords(words, first.day) })}</p>
        )}
        {unseen !== 0 && <p className="text-ink-soft">{say("exposure.unseen", { count: Math.abs(unseen) })}</p>}
        {wide.daysInPart > 1 && (
          <p className="text-[0.8125rem] text-ink-soft">{say("exposure.together", { count: wide.daysInPart })}</p>
        )}
      </figcaption>
      <ExposureTable days={days} words={words} />
    </figure>
  );
}
