import { z } from "zod";
import {
  canaryStates,
  NAMED_OUTSIDE,
  outsideOutcomes,
  outsideTroubles,
  outsideViews,
  personalKinds,
  personalPlaces,
  unreadableReasons,
} from "./terms";

/** `name` null: Matomo has deleted it */
const namedSite = z.object({ id: z.number(), name: z.string().nullable() });

/** What looks like personal data in the reports of a site. The value itself is kept nowhere. */
export const personalDataSchema = z.object({
  kind: z.enum(personalKinds),
  where: z.enum(personalPlaces),
  /** an example that cannot be read back: `c…@e….org`, `token=…` */
  masked: z.string(),
  /** how many different addresses or titles hold one */
  count: z.number(),
});
export type PersonalData = z.infer<typeof personalDataSchema>;

/** One probe. Moments are ISO 8601. */
export const probeResultSchema = z.object({
  at: z.string(),
  /** the Super User who asked for it; null = the clock did */
  askedBy: z.string().nullable(),
  outcome: z.enum(outsideOutcomes),
  /** why it could not be told; null unless the outcome is `trouble` */
  trouble: z.enum(outsideTroubles).nullable(),
  /** why nothing could be read, as far as Matomo's tables and the answer tell; null while there is no such question */
  likelyReason: z.enum(unreadableReasons).nullable(),
  /** how many sites strangers can read; null = unknown */
  readableCount: z.number().nullable(),
  /** how many are public by the table, at that moment */
  configuredCount: z.number(),
  /** readable from outside though private by the table; the first 50 */
  unexpected: z.object({ total: z.number(), sites: z.array(namedSite).max(NAMED_OUTSIDE) }),
  /** public by the table, yet not readable from outside; the first 50 */
  unreadable: z.object({
    total: z.number(),
    sites: z.array(namedSite.extend({ reason: z.enum(unreadableReasons) })).max(NAMED_OUTSIDE),
  }),
  /** null: no canary was configured */
  canary: z.enum(canaryStates).nullable(),
  durationMs: z.number(),
});
export type ProbeResult = z.infer<typeof probeResultSchema>;

/** What strangers see, for the page: the newest probe beside the newest that could tell. */
export const outsideSchema = z.object({
  /** MATOMO_URL is set: only then is there anything to ask */
  isConfigured: z.boolean(),
  newest: probeResultSchema.nullable(),
  /** the newest probe that saw; equal to `newest` while all is well */
  newestSeen: probeResultSchema.nullable(),
  /** when the probes began that could not tell; null while the newest probe saw */
  troubleSince: z.string().nullable(),
  /** a probe is going on right now */
  isProbing: z.boolean(),
  /** how many sites are public by the table right now */
  configuredCount: z.number(),
  /** when a site last became public or private, as far as the log knows; null: none did */
  changedAt: z.string().nullable(),
  /** that is so little ago that the check which starts with a change may not have answered yet */
  isChecking: z.boolean(),
  /** the site that must never be readable; null while CANARY_SITE_ID is not set. `state` is that of the newest probe */
  canary: namedSite
    .extend({
      state: z.enum(canaryStates),
      /** why it is unknown, as far as Matomo's answer tells */
      trouble: z.enum(outsideTroubles).nullable(),
    })
    .nullable(),
  /** ISO 8601 */
  asOf: z.string(),
});
export type Outside = z.infer<typeof outsideSchema>;

/** What strangers got when one site was asked about. */
export const siteProbeSchema = z.object({
  lookedAt: z.string(),
  dashboard: z.enum(outsideViews),
  reports: z.enum(outsideViews),
  visitsLog: z.enum(outsideViews),
  userIds: z.enum(outsideViews),
  annotations: z.enum(outsideViews),
  /** how many authors' logins are read there; null = unknown */
  annotationAuthors: z.number().nullable(),
  /** null: the addresses and titles of its pages could not be read; empty: nothing in the first 100 of each */
  personal: z.array(personalDataSchema).nullable(),
  /** why something is unknown */
  trouble: z.enum(outsideTroubles).nullable(),
});
export type SiteProbe = z.infer<typeof siteProbeSchema>;

export const outsideOfSiteSchema = z.object({
  isConfigured: z.boolean(),
  id: z.number(),
  /** null: it was never looked at */
  probe: siteProbeSchema.nullable(),
  /** anyone can read it, whatever makes it so */
  isPublic: z.boolean(),
  /** the probe is older than the last change of the site: what strangers see now is not known yet */
  isStale: z.boolean(),
  /** the site changed, and the check that starts with a change may not have answered yet */
  isChecking: z.boolean(),
  /** the newest probe that did not find it readable, since it became private; null: it is public, or that is not known */
  confirmedAt: z.string().nullable(),
  /** readable from outside though private by the table: an open finding */
  isUnexpected: z.boolean(),
  /** public by the table, yet the newest probe that saw did not find it among its first 50; null = it did, or unknown */
  unreadableReason: z.enum(unreadableReasons).nullable(),
  isCanary: z.boolean(),
  /** ISO 8601 */
  asOf: z.string(),
});
export type OutsideOfSite = z.infer<typeof outsideOfSiteSchema>;

/** What strangers get on the sites that are public already: what to expect of the next one. */
export const outsidePreviewSchema = z.object({
  isConfigured: z.boolean(),
  /** public sites that were looked at; the other numbers count among them */
  lookedAtCount: z.number(),
  dashboardShownCount: z.number(),
  visitsLogOpenCount: z.number(),
  userIdsOpenCount: z.number(),
  /** something in the addresses or titles of pages looks like personal data */
  personalCount: z.number(),
  /** the addresses or titles could not be read: they may hold some */
  personalUnknownCount: z.number(),
  /** the newest of these probes, ISO 8601; null without any */
  newestAt: z.string().nullable(),
  /** ISO 8601 */
  asOf: z.string(),
});
export type OutsidePreview = z.infer<typeof outsidePreviewSchema>;

export const requestProbeSchema = z.object({});
/** The probe begins after the answer; the page reads what it saw from /api/outside. */
export type RequestProbeOutcome = { askedBy: string };
