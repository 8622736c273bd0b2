import type { ExposureDay } from "@/lib/reports/exposure/schema";

/** Some days of the picture that follow each other, told as one. */
export type Bucket = Omit<ExposureDay, "day"> & {
  /** first and last day, YYYY-MM-DD */
  from: string;
  to: string;
};

/**
 * Puts days together so that there are at most `most` parts. Of several days the worst is shown: the most public sites,
 * and the least watched of them.
 */
export function bucketsOf(days: readonly ExposureDay[], most: number): Bucket[] {
  const size = bucketSize(days.length, most);
  const buckets: Bucket[] = [];
  // The newest part is a whole one, so that it does not change with the number of days before it.
  for (let end = days.length; end > 0; end -= size) buckets.push(togetherOf(days.slice(Math.max(0, end - size), end)));
  return buckets.reverse();
}

/** How many days one part stands for. */
export function bucketSize(days: number, most: number): number {
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
