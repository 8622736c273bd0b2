import { z } from "zod";

/** How many people are named; the others are counted. */
export const NAMED_PEOPLE = 10;
/** How many tokens of one person are named. */
export const NAMED_TOKENS = 3;

/**
 * `active`: recorded in the time between the two checks. `possible`: recorded shortly before, or only later, which
 * writes over what was before. `absent`: neither. `unknown`: what would tell cannot be read.
 */
export const presences = ["active", "possible", "unknown", "absent"] as const;
export type Presence = (typeof presences)[number];

/** A recorded use of Matomo; `at` ISO 8601, as Matomo's clock had it. */
const use = z.object({ was: z.enum(["active", "possible"]), at: z.string() });

const person = z.object({
  login: z.string(),
  right: z.enum(["super-user", "admin"]),
  /** of how many of the changed sites they could have changed the access */
  sites: z.number().int(),
  was: z.enum(presences),
  /** Matomo's pages; null when there is nothing to tell of them */
  pages: use.nullable(),
  tokens: z.array(use.extend({ description: z.string() })).max(NAMED_TOKENS),
  /** tokens besides those named */
  moreTokens: z.number().int(),
});
export type Person = z.infer<typeof person>;

const found = z.object({
  /** whether Matomo's record of who used its pages could be read, and that of its tokens */
  pages: z.boolean(),
  tokens: z.boolean(),
  /** Matomo's plugin ActivityLog is there: it may know more */
  activityLog: z.boolean(),
  /** everybody who had the right, by what is known of them */
  counts: z.record(z.enum(presences), z.number().int()),
  people: z.array(person).max(NAMED_PEOPLE),
});
export type Found = z.infer<typeof found>;

/**
 * Of those who had the right to make a change that was found outside, who used Matomo between the check before it and
 * the check that found it. `found` is null when it could not be read who had the right.
 */
export const tracesSchema = z.object({ from: z.string(), to: z.string(), found: found.nullable() });
/** `from` and `to` are ISO 8601. */
export type Traces = z.infer<typeof tracesSchema>;

const mailed = found.extend({
  people: z
    .array(
      person.extend({
        pages: use.omit({ at: true }).nullable(),
        tokens: z.array(use.omit({ at: true }).extend({ description: z.string() })).max(NAMED_TOKENS),
      }),
    )
    .max(NAMED_PEOPLE),
});

/** The same as a mail tells it: without the moment of each use. */
export const mailedTracesOf = <Moment extends z.ZodType>(moment: Moment) =>
  z.object({ from: moment, to: moment, found: mailed.nullable() });
