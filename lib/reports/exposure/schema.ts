import { z } from "zod";

/** How far back: days, or all that is known. */
export const exposureRanges = ["90", "365", "all"] as const;
export type ExposureRange = (typeof exposureRanges)[number];

export const exposureQuerySchema = z.object({ range: z.enum(exposureRanges).default("90") });

/** How much of a day the watch was looking; `unknown` where its checks are not kept any more. */
const watchedLabel = ["full", "partly", "none", "unknown"] as const;

export const exposureDaySchema = z.object({
  /** YYYY-MM-DD in the instance's time zone */
  day: z.string(),
  /** public sites at the end of the day; on the last day: now */
  public: z.number(),
  /** sites that the portal made public: published or resumed */
  madePublic: z.number(),
  /** sites that the portal made private: by a Super User, an end date, the lock, a pause, or unconfirmed */
  madePrivate: z.number(),
  /** sites that were found public or private without the portal having done it; counted when the watch saw it */
  outside: z.number(),
  /** those of `outside` that became public */
  outsidePublic: z.number(),
  /** what touched every public site at once on that day */
  marks: z.array(z.enum(["every-site", "blocked", "unblocked"])),
  watched: z.enum(watchedLabel),
});
export type ExposureDay = z.infer<typeof exposureDaySchema>;

export const exposureSchema = z.object({
  /** oldest first, without gaps, ends today; empty while nothing is known */
  days: z.array(exposureDaySchema),
  /** public sites at this moment, whatever is known of the past */
  publicNow: z.number(),
  /** ISO 8601: nothing is known of the time before; null before the first watch */
  knownSince: z.string().nullable(),
  /** `log-gap`: the audit log does not account for what came before `knownSince`, so it is not shown */
  knownFrom: z.enum(["baseline", "log-gap"]),
  /** public sites at this moment that no event tells of yet (negative: sites that are private again) */
  unseen: z.number(),
  timeZone: z.string(),
  /** when this was read, ISO 8601 */
  asOf: z.string(),
});
export type Exposure = z.infer<typeof exposureSchema>;
