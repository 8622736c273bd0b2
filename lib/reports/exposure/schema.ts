import { z } from "zod";

/** How far back: days, or all that is known. */
export const exposureRanges = ["90", "365", "all"] as const;
export type ExposureRange = (typeof exposureRanges)[number];

export const exposureQuerySchema = z.object({ range: z.enum(exposureRanges).default("90") });

export type ExposureDay = {
  /** YYYY-MM-DD in the instance's time zone */
  day: string;
  /** public sites at the end of the day; on the last day: now */
  public: number;
  /** sites that the app made public: published or restored */
  madePublic: number;
  /** sites that the app made private: by a Super User, an end date, the block, or unconfirmed */
  madePrivate: number;
  /** sites that were found public or private without the app having done it; counted when the watch saw it */
  outside: number;
  /** those of `outside` that became public */
  outsidePublic: number;
  /** what touched every public site at once on that day */
  marks: ("every-site" | "blocked" | "unblocked")[];
  /** how much of the day the watch was looking; `unknown` where its checks are not kept any more */
  watched: "full" | "partly" | "none" | "unknown";
};

export type Exposure = {
  /** oldest first, without gaps, ends today; empty while nothing is known, which is before the first watch */
  days: ExposureDay[];
  /** public sites at this moment, whatever is known of the past */
  publicNow: number;
  /** `log-gap`: the audit log does not account for what came before the first day, so it is not shown */
  knownFrom: "baseline" | "log-gap";
  /** public sites at this moment that no event tells of yet (negative: sites that are private again) */
  unseen: number;
};
