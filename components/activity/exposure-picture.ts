import { scaleLinear, scaleUtc } from "d3-scale";
import { area, curveStepAfter, line } from "d3-shape";
import type { ExposureDay } from "@/lib/reports/exposure/schema";

const DAY_MS = 86_400_000;

/** Across, the picture is as wide as the page, so places are told in thousandths of that; down, in pixels. */
export const WIDTH = 1_000;
export const HEIGHT = 260;
/** Of how many parts, marks of a kind and days under the axis it is made at most. */
export const MOST = { parts: 366, marks: 40, days: 6 };
const BOTTOM = HEIGHT - 26;
const TOP = 10;
const LANE = 18;
/** The strip at the beginning that says: nothing is known of the time before. */
const UNKNOWN_WIDTH = 30;

/** Some days of the picture that follow each other, told as one. */
export type Bucket = Omit<ExposureDay, "day"> & {
  /** first and last day, YYYY-MM-DD */
  from: string;
  to: string;
};
export const markKinds = ["made-public", "made-private", "outside", "blocked"] as const;
export type MarkKind = (typeof markKinds)[number];
type Box = { x: number; width: number };
type Slot = Box & { bucket: Bucket };
type Ground = Box & { kind: "not-watched" | "unknown" };
type Mark = { kind: MarkKind; x: number; y: number };

/**
 * Days as paths, boxes and marks: at most `MOST.parts` parts and `MOST.marks` marks of each kind, whatever their number.
 * @param days oldest first, without gaps, at least one
 * @param isCut whether nothing is known of the time before the first day
 */
export function pictureOf(days: readonly ExposureDay[], isCut: boolean) {
  const buckets = bucketsOf(days, MOST.parts);
  const lanes = markKinds.filter((kind) => buckets.some((bucket) => has(bucket, kind)));
  const plot = { start: isCut ? UNKNOWN_WIDTH : 0, end: WIDTH, top: TOP + lanes.length * LANE, bottom: BOTTOM };
  const daysInPart = sizeOf(days.length, MOST.parts);
  // In days, so that an unfinished first part is as narrow as it is short.
  const inFirst = days.length - (buckets.length - 1) * daysInPart;
  const scale = scaleLinear([0, days.length], [plot.start, plot.end]);
  const x = (index: number) => rounded(scale(index === 0 ? 0 : inFirst + (index - 1) * daysInPart));
  const most = buckets.reduce((max, bucket) => Math.max(max, bucket.public), 1);
  const y = scaleLinear([0, most], [plot.bottom, plot.top]).nice(4);

  const corners = [...buckets, ...buckets.slice(-1)].map(({ public: count }, index): [number, number] => [
    x(index),
    rounded(y(count)),
  ]);
  const slots = buckets.map((bucket, index) => ({ x: x(index), width: rounded(x(index + 1) - x(index)), bucket }));
  const yTicks = y.ticks(4).filter(Number.isInteger);
  return {
    plot,
    line: line().curve(curveStepAfter)(corners) ?? "",
    area: area().curve(curveStepAfter).y0(plot.bottom)(corners) ?? "",
    grounds: groundsOf(slots, isCut ? [{ x: 0, width: UNKNOWN_WIDTH, kind: "unknown" }] : []),
    marks: lanes.flatMap((kind, lane) => marksOf(slots, kind, TOP + (lane + 0.5) * LANE)),
    /** each part, to be hovered over */
    slots,
    yTicks: yTicks.map((value) => ({ y: rounded(y(value)), value })),
    xTickDays: dayTicks(days, plot),
    /** how many days a part stands for, at most */
    daysInPart,
  };
}

/**
 * Puts days together so that there are at most `most` parts. Of several days the worst is shown: the most public sites,
 * and the least watched of them.
 */
export function bucketsOf(days: readonly ExposureDay[], most: number): Bucket[] {
  const size = sizeOf(days.length, most);
  const buckets: Bucket[] = [];
  // The newest part is a whole one, so that it does not change with the number of days before it.
  for (let end = days.length; end > 0; end -= size) buckets.push(togetherOf(days.slice(Math.max(0, end - size), end)));
  return buckets.reverse();
}

function sizeOf(days: number, most: number): number {
  return Math.max(1, Math.ceil(days / most));
}

const BY_TRUST = ["unknown", "none", "partly", "full"] as const satisfies readonly ExposureDay["watched"][];

function togetherOf(days: readonly ExposureDay[]): Bucket {
  const sum = (of: (day: ExposureDay) => number) => days.reduce((total, day) => total + of(day), 0);
  return {
    from: days[0]?.day ?? "",
    to: days.at(-1)?.day ?? "",
    public: days.reduce((most, day) => Math.max(most, day.public), 0),
    madePublic: sum((day) => day.madePublic),
    madePrivate: sum((day) => day.madePrivate),
    outside: sum((day) => day.outside),
    outsidePublic: sum((day) => day.outsidePublic),
    marks: [...new Set(days.flatMap((day) => day.marks))],
    watched: BY_TRUST.find((word) => days.some((day) => day.watched === word)) ?? "unknown",
  };
}

/** Parts beside each other that were watched alike are one box. */
function groundsOf(slots: readonly Slot[], before: readonly Ground[]): Ground[] {
  const grounds = [...before];
  for (const { x, width, bucket } of slots) {
    if (bucket.watched === "full") continue;
    const kind = bucket.watched === "unknown" ? "unknown" : "not-watched";
    const last = grounds.at(-1);
    if (last?.kind === kind && Math.abs(last.x + last.width - x) < 0.1) last.width = rounded(x + width - last.x);
    else grounds.push({ x, width, kind });
  }
  return grounds;
}

/** Marks that would lie on each other are one, in the middle of theirs. */
function marksOf(slots: readonly Slot[], kind: MarkKind, y: number): Mark[] {
  const found = new Map<number, number[]>();
  for (const { x, width, bucket } of slots) {
    if (!has(bucket, kind)) continue;
    const middle = x + width / 2;
    const cell = Math.floor((middle * MOST.marks) / WIDTH);
    found.set(cell, [...(found.get(cell) ?? []), middle]);
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
    case "blocked":
      return bucket.marks.includes("blocked");
  }
}

/** Days of the calendar that read well: firsts of months, Sundays, or each day. */
function dayTicks(days: readonly ExposureDay[], plot: { start: number; end: number }) {
  const first = Date.parse(`${days[0]?.day ?? ""}T00:00:00Z`);
  const scale = scaleUtc([first, first + days.length * DAY_MS], [plot.start, plot.end]);
  const ticks = scale.ticks(MOST.days).filter((tick) => tick.getTime() % DAY_MS === 0 && scale(tick) < plot.end - 20);
  return (ticks.length === 0 ? [new Date(first)] : ticks).map((tick) => ({
    x: rounded(scale(tick)),
    day: tick.toISOString().slice(0, 10),
  }));
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
