import { effectOf, makesPrivate, makesPublic, type SiteEffect, typesThat } from "@/lib/ledger/audit/effect-terms";
import type { ExposureDay } from "./schema";

/** The event types that change the picture. */
export const EXPOSURE_TYPES = typesThat(
  (effect) => makesPublic(effect) || makesPrivate(effect) || effect.does === "lift",
);

/** An event, and about how many sites it is. */
type Change = { at: Date; type: string; sites: number };

/** A day of the picture and its first moment. */
export type Day = { day: string; begins: Date };

type Changes = Pick<ExposureDay, "madePublic" | "madePrivate" | "outside" | "outsidePublic" | "marks">;

/** Adds events up by the day, as they come. */
export class ChangesByDay {
  readonly #days: readonly Day[];
  readonly #changes: Changes[];

  /** @param days in order */
  constructor(days: readonly Day[]) {
    this.#days = days;
    this.#changes = days.map(() => ({ madePublic: 0, madePrivate: 0, outside: 0, outsidePublic: 0, marks: [] }));
  }

  /** An event of a time before the first day or after the last one (the clock was wrong) belongs to the nearest. */
  add({ at, type, sites }: Change): void {
    const changes = this.#changes[this.#indexOf(at)];
    const effect = EXPOSURE_TYPES.includes(type) ? effectOf(type) : null;
    if (!changes || !effect) return;
    const mark = markOf(effect);
    if (mark && !changes.marks.includes(mark)) changes.marks.push(mark);
    if (effect.how === "outside") {
      changes.outside += sites;
      if (makesPublic(effect)) changes.outsidePublic += sites;
    } else if (makesPublic(effect)) changes.madePublic += sites;
    else if (makesPrivate(effect)) changes.madePrivate += sites;
  }

  get all(): readonly Changes[] {
    return this.#changes;
  }

  #indexOf(at: Date): number {
    let [low, high] = [0, this.#days.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#days[middle]?.begins ?? at) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/**
 * Public sites at the end of each day, walking back from what is true now. What the events do not account for at this
 * moment (`publicNow` less `accounted`) has happened since the last check of the watch, so it is today's. Where the
 * events would leave fewer than no public site, the log does not tell the whole story: nothing is said of that day and
 * of those before.
 *
 * @param accounted how many sites are public by the events: the publications
 * @param watched how much of each day was watched, in order
 */
export function seriesOf(facts: {
  publicNow: number;
  accounted: number;
  days: readonly Day[];
  changes: readonly Changes[];
  watched: readonly ExposureDay["watched"][];
}): { days: ExposureDay[]; gapUntil: Date | null } {
  const { publicNow, accounted, days, changes, watched } = facts;
  const series: ExposureDay[] = [];
  let count = accounted;
  for (let index = days.length - 1; index >= 0; index--) {
    const [day, change] = [days[index], changes[index]];
    if (!day || !change) break;
    if (count < 0) return { days: series.reverse(), gapUntil: days[index + 1]?.begins ?? null };
    const isLast = index === days.length - 1;
    series.push({
      day: day.day,
      public: isLast ? publicNow : count,
      ...change,
      watched: watched[index] ?? "unknown",
    });
    count -= netOf(change);
  }
  return { days: series.reverse(), gapUntil: null };
}

/**
 * Marks the days on which every site was public at some time. At the end of those on which it still was, as many sites
 * were public as there are now, at least: how many there were then is kept nowhere.
 */
export function withEverySite(
  days: readonly ExposureDay[],
  times: readonly { since: Date; until: Date | null }[],
  { beginsOf, sites, to }: { beginsOf: (day: string) => Date; sites: number; to: Date },
): ExposureDay[] {
  if (times.length === 0) return [...days];
  return days.map((day, index) => {
    const begins = beginsOf(day.day);
    const next = days[index + 1];
    const ends = next ? beginsOf(next.day) : to;
    const touching = times.filter(({ since, until }) => since < ends && (until === null || until > begins));
    if (touching.length === 0) return day;
    const lasts = next !== undefined && touching.some(({ until }) => until === null || until >= ends);
    return { ...day, public: lasts ? Math.max(day.public, sites) : day.public, marks: ["every-site", ...day.marks] };
  });
}

/** Of what touches every public site at once. */
function markOf({ does, how }: SiteEffect): ExposureDay["marks"][number] | null {
  if (does === "lift" || how === "resumed") return "unblocked";
  return how === "locked" || how === "paused" ? "blocked" : null;
}

function netOf({ madePublic, madePrivate, outside, outsidePublic }: Changes): number {
  return madePublic - madePrivate + outsidePublic - (outside - outsidePublic);
}

/** The calendar days from `first` to `last` (YYYY-MM-DD), both of them. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (const at = new Date(`${first}T00:00:00Z`); ; at.setUTCDate(at.getUTCDate() + 1)) {
    const day = at.toISOString().slice(0, 10);
    if (day > last) return days;
    days.push(day);
  }
}

/** In words how much of a day was watched. @param part 0 to 1; null when its checks are not kept any more */
export function watchedWord(part: number | null): ExposureDay["watched"] {
  if (part === null) return "unknown";
  if (part >= 1) return "full";
  return part <= 0 ? "none" : "partly";
}
