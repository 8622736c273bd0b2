import { z } from "zod";
import { siteIdsSchema } from "@/lib/domain/publications/schema";
import { auditEntrySchema } from "@/lib/ledger/audit/schema";
import { siteIdSchema } from "@/lib/platform/site-id";
import { digits } from "@/lib/platform/web/schema";
import { consequencesSchema, siteRowSchema } from "./schema";

// What the Public access page reads besides its rows: choices for its filters, everything that matches, one site in
// full, what changed since somebody last looked, and what publishing the chosen sites would mean.

/** Most groups and types that are offered as a filter. */
export const MAX_FACETS = 200;

const facetSchema = z.object({ value: z.string(), shown: z.string(), sites: z.number() });

/** The groups and types there are, by name, with how many sites each has. `""` are the sites without a group. */
export const siteFacetsSchema = z.object({
  groups: z.array(facetSchema),
  /** there are more groups than are listed */
  moreGroups: z.boolean(),
  types: z.array(facetSchema),
  moreTypes: z.boolean(),
});
export type SiteFacets = z.infer<typeof siteFacetsSchema>;

const namedSiteSchema = z.object({ id: z.number(), name: z.string() });

/** Every site that matches a query, for "select all that match". */
export const matchingSitesSchema = z.object({
  total: z.number(),
  /** more than one change may touch: then nothing is listed, rather than a part that looks like all */
  isTooMany: z.boolean(),
  /** all of them, ascending */
  siteIds: z.array(z.number()),
  /** those of them that are public, ascending */
  publicSiteIds: z.array(z.number()),
  /** the first 50 by name */
  named: z.array(namedSiteSchema),
});
export type MatchingSites = z.infer<typeof matchingSitesSchema>;

export const siteIdQuerySchema = z.object({ id: digits.pipe(siteIdSchema) });

/** Who answers for a public site: who granted it, who kept it last, or nobody that the portal knows of. */
const answersForSchema = z.discriminatedUnion("how", [
  z.object({ how: z.literal("granted"), login: z.string(), at: z.string() }),
  z.object({ how: z.literal("kept"), login: z.string(), at: z.string() }),
  z.object({ how: z.literal("nobody") }),
]);

export const siteDetailsSchema = z.object({
  /** null: Matomo has no such site (any more); its history is there nevertheless */
  site: siteRowSchema.nullable(),
  /** as Matomo writes it: `Europe/Berlin`, `UTC+5.5`; null without a site */
  timeZone: z.string().nullable(),
  /** alias addresses beside the main one; `first` are the first 10 */
  aliasUrls: z.object({ count: z.number(), first: z.array(z.string()) }),
  /** what this site's own settings and those of all sites come to */
  visitsLog: z.enum(["shown", "hidden", "hidden-readable", "hidden-unknown", "unknown"]),
  /** null for a private site */
  answersFor: answersForSchema.nullable(),
  history: z.object({
    /** newest first, at most 50 */
    entries: z.array(auditEntrySchema),
    /** how many of the events looked at touch this site */
    total: z.number(),
    /** refusals that name only the first 50 of their sites, and may be about this one, too */
    unsure: z.number(),
    /** false: older events about sites were not looked at, so there may be more */
    isComplete: z.boolean(),
    /** how many of the newest events about sites are looked at */
    lookedAt: z.number(),
  }),
  /** ISO 8601 */
  asOf: z.string(),
});
export type SiteDetails = z.infer<typeof siteDetailsSchema>;

/** The moment somebody last looked. It comes from their browser and decides nothing but what is counted. */
export const changesQuerySchema = z.object({
  since: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
});

export const siteChangesSchema = z.object({
  /** sites that became public, or private, at least once since then, by whomever */
  madePublic: z.number(),
  madePrivate: z.number(),
  /** the newest such moments, ISO 8601 */
  lastMadePublicAt: z.string().nullable(),
  lastMadePrivateAt: z.string().nullable(),
  /** false: there were more events than are counted, so there are at least as many as said */
  isComplete: z.boolean(),
  since: z.string(),
  asOf: z.string(),
});
export type SiteChanges = z.infer<typeof siteChangesSchema>;

/** Dates that Matomo offers for its landing page (docs/matomo.md#landing). */
export const landingDates = [
  ...(["today", "yesterday", "previous7", "previous30", "last7", "last30"] as const),
  ...(["week", "month", "year"] as const),
] as const;

/** What somebody who is not signed in sees first. It hides nothing (docs/matomo.md#landing). */
export type Landing = {
  report: /** `default`: nothing is set, and Matomo leads to a public site, or to the login page while there is none */
    | { kind: "default" | "login-page" | "all-websites" }
    /** `name` null: there is no such site any more; `isPublic` false: Matomo leads elsewhere */
    | { kind: "site"; id: number; name: string | null; isPublic: boolean }
    /** something that this app does not know */
    | { kind: "unknown"; value: string };
  date: (typeof landingDates)[number] | "default" | "unknown";
  /** where a Super User changes it in Matomo; null while MATOMO_URL is not set */
  matomoLink: string | null;
};

export const chosenSitesSchema = z.object({ siteIds: siteIdsSchema });

/** What publishing the chosen sites would show, beside what holds for the whole instance. */
export const publishConsequencesSchema = consequencesSchema.extend({
  /** how many of the chosen sites Matomo has; the others are gone */
  siteCount: z.number(),
  alreadyPublicCount: z.number(),
  visitsLogSwitch: z.object({
    /** Matomo's setting for all sites; one in its configuration file is not seen. `unknown`: nobody has read this version */
    everywhere: z.enum(["on", "off", "unknown"]),
    /** on how many of the chosen sites it is off, by their own setting or that of all sites */
    offCount: z.number(),
  }),
  /**
   * of the sites that hide it: whether strangers read it all the same, in a request for several sites
   * (docs/matomo.md#what-anonymous-visitors-get)
   */
  hiddenLogs: z.enum(["readable", "closed", "unknown"]),
  /** the report of user ids asks for `view` only: strangers read it, as pseudonyms or as they are */
  userIdReport: z.enum(["shown", "pseudonymised", "shown-on-some", "unknown"]),
  /** on which of them user ids are shown as they are, at most 10; null unless on some */
  rawUserIds: z.object({ total: z.number(), sites: z.array(namedSiteSchema) }).nullable(),
  /** notes on graphs; since Matomo 5.5 with the logins of those who wrote them */
  annotations: z.enum(["with-authors", "without-authors", "unknown"]),
  /** of the sites, as entered in Matomo; since 5.11 */
  descriptions: z.enum(["shown", "none", "unknown"]),
  /** the earliest creation among them, roughly the first data; imports move it back. Null when Matomo says of none */
  firstDataAt: z.string().nullable(),
  /** sites of which Matomo does not say it: their data may be older */
  firstDataUnknownCount: z.number(),
  aliasUrlCount: z.number(),
  rollUps: z.object({
    /** of the chosen sites; each shows the numbers of the sites it adds up */
    chosenCount: z.number(),
    /** in all of Matomo; while there are any, the chosen sites may be part of one: the portal cannot tell */
    inMatomo: z.number(),
  }),
  /** whoever is not signed in sees Matomo's login page first, which hides nothing (docs/matomo.md#landing) */
  landsOnLogin: z.boolean(),
});
export type PublishConsequences = z.infer<typeof publishConsequencesSchema>;
