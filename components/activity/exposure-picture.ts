import { scaleLinear, scaleUtc } from "d3-scale";
import { area, curveStepAfter, line } from "d3-shape";
import type { ExposureDay } from "@/lib/reports/exposure/schema";
import { type Bucket, bucketSize, bucketsOf } from "./exposure-buckets";

const DAY_MS = 86_400_000;

/** How large a picture is drawn, in units of its view box, and of how many parts it is made at most. */
export type Frame = { width: number; height: number; parts: number; cells: number; xTicks: number };
export const WIDE: Frame = { width: 1040, height: 270, parts: 366, cells: 60, xTicks: 6 };
export const NARROW: Frame = { width: 340, height: 240, parts: 122, cells: 24, xTicks: 3 };

const MARGIN = { start: 44, end: 10, bottom: 26, top: 10 };
const LANE = 18;
/** The strip at the beginning that says: nothing is known of the time before. */
const UNKNOWN_WIDTH = 28;

export const markKinds = ["made-public", "made-private", "outside", "locked"] as const;
export type MarkKind = (typeof markKinds)[number];

type Box = { x: number; width: number };
export type Ground = Box & { kind: "not-watched" | "unknown" };
export type Mark = { kind: MarkKind; x: number; y: number };
export type ExposurePicture = Frame & {
  plot: { start: number; end: number; top: number; bottom: number };
  line: string;
  area: string;
  grounds: Ground[];
  marks: Mark[];
  /** each part, to be hovered over */
  slots: (Box & { bucket: Bucket })[];
  yTicks: { y: number; value: number }[];
  xTickDays: { x: number; day: string }[];
  /** how many days a part stands for, at most */
  daysInPart: number;
};

/**
 * Days as paths, boxes and marks. Whatever the number of days, there are at most `parts` parts and `cells` marks of each
 * kind.
 * @param days oldest first, without gaps, at least one
 * @param isCut whether nothing is known of the time before the first day
 */
export function pictureOf(days: readonly ExposureDay[], isCut: boolean, frame: Frame): ExposurePicture {
  const buckets = bucketsOf(days, frame.parts);
  const lanes = markKinds.filter((kind) => buckets.some((bucket) => has(bucket, kind)));
  const plot = {
    start: MARGIN.start + (isCut ? UNKNOWN_WIDTH : 0),
    end: frame.width - MARGIN.end,
    top: MARGIN.top + lanes.length * LANE,
    bottom: frame.height - MARGIN.bottom,
  };
  const size = bucketSize(days.length, frame.parts);
  // In days, so that an unfinished first part is as narrow as it is short.
  const inFirst = days.length - (buckets.length - 1) * size;
  const begins = (index: number) => (index === 0 ? 0 : inFirst + (index - 1) * size);
  const scale = scaleLinear([0, days.length], [plot.start, plot.end]);
  const x = (index: number) => rounded(scale(begins(index)));
  const most = buckets.reduce((max, bucket) => Math.max(max, bucket.public), 1);
  const y = scaleLinear([0, most], [plot.bottom, plot.top]).nice(4);

  const corners = [...buckets, ...buckets.slice(-1)].map(({ public: count }, index): [number, number] => [
    x(index),
    rounded(y(count)),
  ]);
  const boxes = buckets.map((bucket, index) => ({ x: x(index), width: rounded(x(index + 1) - x(index)), bucket }));
  return {
    ...frame,
    plot,
    line: line().curve(curveStepAfter)(corners) ?? "",
    area: area().curve(curveStepAfter).y0(plot.bottom)(corners) ?? "",
    grounds: groundsOf(boxes, isCut ? { x: MARGIN.start, width: UNKNOWN_WIDTH } : null),
    marks: lanes.flatMap((kind, lane) => marksOf(boxes, kind, MARGIN.top + (lane + 0.5) * LANE, frame.cells)),
    slots: boxes,
    yTicks: y
      .ticks(4)
      .filter(Number.isInteger)
      .map((value) => ({ y: rounded(y(value)), value })),
    xTickDays: dayTicks(days, plot, frame.xTicks),
    daysInPart: size,
  };
}

/** Parts beside each other that were watched alike are one box. */
function groundsOf(boxes: readonly (Box & { bucket: Bucket })[], before: Box | null): Ground[] {
  const grounds: Ground[] = before ? [{ ...before, kind: "unknown" }] : [];
  for (const { x, width, bucket } of boxes) {
    if (bucket.watched === "full") continue;
    const kind = bucket.watched === "unknown" ? "unknown" : "not-watched";
    const last = grounds.at(-1);
    if (last?.kind === kind && Math.abs(last.x + last.width - x) < 0.1) last.width = rounded(x + width - last.x);
    else grounds.push({ x, width, kind });
  }
  return grounds;
}

/** Marks that would lie on each other are one, in the middle of theirs. */
function marksOf(boxes: readonly (Box & { bucket: Bucket })[], kind: MarkKind, y: number, cells: number): Mark[] {
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (!first || !last) return [];
  const cell = (last.x + last.width - first.x) / cells;
  const found = new Map<number, number[]>();
  for (const { x, width, bucket } of boxes) {
    if (!has(bucket, kind)) continue;
    const middle = x + width / 2;
    const index = Math.floor((middle - first.x) / cell);
    found.set(index, [...(found.get(index) ?? []), middle]);
  }
  return [...found.values()].map((middles) => ({
    kind,
    x: rounded(middles.reduce((sum, middle) => sum + middle, 0) / middles.length),
    y,
  }));
}

function has(bucket: Bucket, kind: MarkKind): boolean {
  switch (kind) {
    case "made-public":
      return bucket.madePublic > 0;
    case "made-private":
      return bucket.madePrivate > 0;
    case "outside":
      return bucket.outside > 0;
    case "locked":
      return bucket.marks.some((mark) => mark === "locked" || mark === "paused");
  }
}

/** Days of the calendar that read well: firsts of months, Sundays, or each day. */
function dayTicks(days: readonly ExposureDay[], plot: { start: number; end: number }, most: number) {
  const first = Date.parse(`${days[0]?.day ?? ""}T00:00:00Z`);
  const scale = scaleUtc([first, first + days.length * DAY_MS], [plot.start, plot.end]);
  const ticks = scale.ticks(most).filter((tick) => tick.getTime() % DAY_MS === 0 && scale(tick) < plot.end - 20);
  return (ticks.length === 0 ? [new Date(first)] : ticks).map((tick) => ({
    x: rounded(scale(tick)),
    day: tick.toISOString().slice(0, 10),
  }));
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
