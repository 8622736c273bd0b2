/** A watch that missed this many checks is late (E45). */
export const MISSED_CHECKS = 3;

/** A time without a good look. ISO 8601; `to` is null when it is not over. */
export type BlindTime = { from: string; to: string | null; minutes: number };

/** When the watch was really watching. */
export type Coverage = {
  /** the time looked at, ISO 8601; begins when the portal began to watch if that was later */
  from: string;
  to: string;
  /** minutes; a check covers this long, and a change outside is heard within it */
  interval: number;
  /** 0 to 1; null before the first look */
  watched: number | null;
  /** how much of each of so many equal parts of the time was watched, 0 to 1, oldest first; empty before the first look */
  slices: number[];
  /** good ones */
  checks: number;
  failedChecks: number;
  /** newest first, the ten longest */
  blind: BlindTime[];
  /** how many there were in all */
  blindCount: number;
  longest: BlindTime | null;
  lastCheckAt: string | null;
};
