import { z } from "zod";
import { mailReaches, unreachableReasons } from "@/lib/domain/deliveries/terms";
import { type NamedSite, siteIdsSchema } from "@/lib/domain/publications/schema";
import {
  askedStates,
  channels,
  DEFAULT_PAGE_SIZE,
  MAX_GROUP_LENGTH,
  MAX_PAGE,
  MAX_SEARCH_LENGTH,
  MAX_SITES_PER_CHANGE,
  MAX_TYPE_LENGTH,
  matchKinds,
  siteAttentions,
  siteSorts,
  siteStates,
  sortDirections,
} from "@/lib/domain/publications/terms";
import { siteIdSchema } from "@/lib/platform/site-id";
import { storedTypedText, typedText } from "@/lib/platform/typed-text-schema";
import { digits } from "@/lib/platform/web/schema";

export const reasonSchema = typedText("sayWhy");

/** Last day on which the site is public, in the instance's time zone; null = no end, said explicitly. */
export const endsOnSchema = z.iso.date("chooseDate").nullable();

export const grantPublicAccessSchema = z
  .object({
    siteIds: siteIdsSchema,
    reason: reasonSchema,
    endsOn: endsOnSchema,
    /** for more than one site the person types how many */
    typedCount: z.int("typeCount").nullable(),
  })
  .refine((input) => input.siteIds.length === 1 || input.typedCount === input.siteIds.length, {
    path: ["typedCount"],
    message: "typeExactCount",
  });
export type GrantPublicAccessInput = z.infer<typeof grantPublicAccessSchema>;

export const revokePublicAccessSchema = z.object({ siteIds: siteIdsSchema });

/** A later end date, an earlier one, or none any more: always with a fresh step-up for exactly these sites. */
export const extendPublicAccessSchema = z.object({ siteIds: siteIdsSchema, endsOn: endsOnSchema });
export type ExtendPublicAccessInput = z.infer<typeof extendPublicAccessSchema>;

const reachSchema = z.object({
  /** public by a permission that can be taken away here */
  granted: z.number(),
  /** Matomo's user `anonymous` is a Super User: every site is public, whatever its permissions say */
  everySite: z.boolean(),
});
export type Reach = z.infer<typeof reachSchema>;

/** Names one block, and with it the sites that it remembers. */
const blockId = z.int().min(1);
export const blockSchema = z.object({});
export const explainBlockSchema = z.object({ blockId, reason: reasonSchema });
/** `restore`: which of the remembered sites become public again */
export const unblockSchema = z.object({
  blockId,
  restore: z.union([z.literal("all"), z.array(siteIdSchema).max(MAX_SITES_PER_CHANGE, "tooManySites")]),
});
export type UnblockInput = z.infer<typeof unblockSchema>;

/** Nothing may be public. `by` null: a command on the portal's server; `at` ISO 8601 */
export const blockStateSchema = z.object({
  id: z.number(),
  by: z.string().nullable(),
  at: z.string(),
  reason: storedTypedText.nullable(),
});
export type BlockState = z.infer<typeof blockStateSchema>;

/** Why a remembered site cannot be restored: its end date came, another site has its id or none, it is public already */
const staysPrivate = z.enum(["ended", "deleted", "public", "canary"]);
export type StaysPrivate = z.infer<typeof staysPrivate>;

/** What there is to know before the block is turned on or off. */
export const blockViewSchema = z.object({
  block: blockStateSchema.nullable(),
  reach: reachSchema,
  /** remembered, by name; `until` ISO 8601. Empty while there is no block */
  sites: z.array(
    z.object({ id: z.number(), name: z.string(), until: z.string().nullable(), stays: staysPrivate.nullable() }),
  ),
});
export type BlockView = z.infer<typeof blockViewSchema>;

const publicationSchema = z.object({
  channel: z.enum(channels),
  /** ISO 8601, UTC: first moment the portal knows of */
  since: z.string(),
  grantedBy: z.string().nullable(),
  reason: storedTypedText.nullable(),
  until: z.string().nullable(),
  /** who said last that it is still meant to be public */
  kept: z.object({ by: z.string(), at: z.string(), note: storedTypedText }).nullable(),
  /** nobody confirmed it: it becomes private then */
  lapsesAt: z.string().nullable(),
  /** of a site that came back after it was made private outside: who published it before and why, and its end holds */
  earlier: z
    .object({ by: z.string().nullable(), reason: storedTypedText.nullable(), endHolds: z.boolean() })
    .optional(),
});

export const siteRowSchema = z.object({
  id: z.number(),
  /** plain text, decoded once */
  name: z.string(),
  url: z.string(),
  group: z.string(),
  type: z.string(),
  /** ISO 8601; what Matomo calls the creation of the site: roughly, the first data */
  createdAt: z.string().nullable(),
  isPublic: z.boolean(),
  /** by what the search found it; null when nothing was searched for */
  matchedBy: z.enum(matchKinds).nullable(),
  /** known to be public, and no row says so at this moment: gone, or Matomo is changing it. Never shown as private. */
  isChecking: z.boolean().optional(),
  /** anonymous has an access value here that the portal does not know */
  isUnclear: z.boolean(),
  /** levels other than `view` that the login anonymous holds here: public and writable */
  worseLevels: z.array(z.enum(["write", "admin", "superuser"])),
  /** null while public only in the moments before the watch has seen it */
  publication: publicationSchema.nullable(),
  /**
   * how many things in its page addresses and titles looked personal to the last probe; null for a private
   * site, and while it is not known
   */
  personalCount: z.number().nullable(),
  /** where a public site is seen as a stranger sees it; null for a private one, and while MATOMO_URL is not set */
  strangerUrl: z.string().nullable(),
});
export type SiteRow = z.infer<typeof siteRowSchema>;

export const sitesQuerySchema = z.object({
  q: z.string().trim().max(MAX_SEARCH_LENGTH).default(""),
  state: z.enum(askedStates).default("auto"),
  /** exactly this group, as people read it; "" for the sites without one */
  group: z.string().max(MAX_GROUP_LENGTH).nullish().default(null),
  /** Matomo's type: website, mobileapp, ... */
  type: z.string().max(MAX_TYPE_LENGTH).nullish().default(null),
  channel: z.enum(channels).nullish().default(null),
  attention: z.enum(siteAttentions).nullish().default(null),
  /** null: public ones first, then by name; what has no value in a column is always last */
  sort: z.enum(siteSorts).nullish().default(null),
  dir: z.enum(sortDirections).default("asc"),
  /** one site by its id: where the links in the mails land */
  site: digits.pipe(siteIdSchema).nullish().default(null),
  page: digits.pipe(z.int().min(1).max(MAX_PAGE)).default(1),
  pageSize: digits.pipe(z.int().min(10).max(200)).default(DEFAULT_PAGE_SIZE),
});
export type SitesQuery = z.infer<typeof sitesQuerySchema>;

/** How many sites match, over all pages, and by what the search found them. */
const matchesSchema = z.object({
  total: z.number(),
  ...{ name: z.number(), url: z.number(), id: z.number(), group: z.number() },
});
export type Matches = z.infer<typeof matchesSchema>;

export const sitesPageSchema = z.object({
  rows: z.array(siteRowSchema),
  /** what is listed: as asked for, or what `auto` came to */
  state: z.enum(siteStates),
  /** what matches the search and the filters, whatever state is listed */
  counts: z.object({ public: matchesSchema, private: matchesSchema }),
  /** rows that match the query, all pages */
  matching: z.number(),
  page: z.number(),
  pageSize: z.number(),
  totals: z.object({ sites: z.number(), public: z.number() }),
  /** what makes the public ones so */
  reach: reachSchema,
  /** Matomo's user `anonymous`; nothing can be published unless it is there, spelled exactly so, and no Super User */
  anonymousUser: z.enum(["present", "missing", "renamed", "super-user"]),
  /** last good run of the watch, ISO 8601; null = never */
  lastWatchAt: z.string().nullable(),
  /** how often the watch is to look, in minutes */
  watchInterval: z.number(),
  block: blockStateSchema.nullable(),
  /** mails that failed for good or wait longer than they should */
  undelivered: z.number(),
  /** when this was read, ISO 8601 */
  asOf: z.string(),
});
export type SitesPage = z.infer<typeof sitesPageSchema>;

/** Who would be notified of a change, and what it takes. */
export const consequencesSchema = z.object({
  timeZone: z.string(),
  /** today in the instance's time zone, YYYY-MM-DD */
  today: z.string(),
  /** how many mails an alert makes */
  recipientCount: z.number(),
  /** whether they are reached by mail */
  mailReach: z.object({ is: z.enum(mailReaches), lost: z.number(), total: z.number() }),
  /** Super Users who would not hear, each with why in words */
  unreachable: z.array(z.object({ login: z.string(), why: z.enum(unreachableReasons) })),
  /** whether publishing takes a second factor, and whether the person who looks proves one */
  secondFactor: z.object({ required: z.boolean(), yours: z.boolean() }),
});
export type Consequences = z.infer<typeof consequencesSchema>;

export type GrantOutcome = {
  grantedCount: number;
  /** at most 50 */
  granted: NamedSite[];
  /** left as they were, at most 50; `since` ISO 8601 */
  alreadyPublic: (NamedSite & { grantedBy: string | null; since: string | null })[];
  alreadyPublicCount: number;
  /** how many mails go out */
  mailCount: number;
  unreachable: string[];
};

/** Sites that anyone can still read though no permission says so: what the portal cannot take away. */
export type StillPublic = {
  count: number;
  /** because Matomo's user `anonymous` is a Super User; else as the external check saw it */
  everySite: boolean;
};

export type ExtendOutcome = {
  extendedCount: number;
  /** sites that are not public (any more) are left as they are */
  notPublicCount: number;
  /** ISO 8601; null = no end */
  until: string | null;
  mailCount: number;
};
export type BlockOutcome = { madePrivateCount: number; mailCount: number; stillPublic?: StillPublic };
/** `leftCount` of the remembered sites were not restored; of those asked for, `endedCount` because their end date came */
export type UnblockOutcome = { restoredCount: number; leftCount: number; endedCount: number; mailCount: number };

export type RevokeOutcome = {
  revokedCount: number;
  revoked: NamedSite[];
  /** without a permission before */
  alreadyPrivateCount: number;
  mailCount: number;
  unreachable: string[];
  stillPublic?: StillPublic;
};
