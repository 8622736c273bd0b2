/** What a statement file says it is, in its first line. */
export const STATEMENT_FORMAT = "public-access-for-matomo/statement";
export const STATEMENT_VERSION = 1;

/** How a period of public access began. */
export const beginnings = ["granted", "resumed", "outside", "before-portal"] as const;
export type Beginning = (typeof beginnings)[number];

/** How it ended: the causes of `public-access.revoked`, a pause, the lock, or without the portal. */
export const endings = ["super-user", "expired", "locked", "unconfirmed", "paused", "outside"] as const;
export type EndingHow = (typeof endings)[number];

/** `unknown`: no event tells how the site became public. */
export const publicPeriodChannels = ["portal", "outside", "before-portal", "unknown"] as const;
export type PublicPeriodChannel = (typeof publicPeriodChannels)[number];

/** Where the name of a site is from: the event of the time, or Matomo at the making of the statement. */
export const nameSources = ["event", "matomo-now", "unknown"] as const;

/** What a statement cannot say, each with a sentence in limits.ts and words in messages/, `statements.limit`. */
export const limitCodes = [
  "every-site-public",
  "month-running",
  "portal-began-within",
  "before-portal",
  "made-public-outside",
  "beginning-unknown",
  "log-lost-entries",
  "between-looks",
  "blind-time",
  "coverage-forgotten",
  "names-of-now",
  "arrival-unknown",
  "people-left-out",
] as const;
export type LimitCode = (typeof limitCodes)[number];

/** Rows that the page shows of each list; the file has all of them. */
export const SHOWN_ROWS = 200;
