import { z } from "zod";
import { siteIdsSchema } from "@/lib/public-access/schema";

/** About rows of anonymous for one site (facts 15.3 to 15.7 and 18.4 to 18.6). */
export const siteFindingKinds = [
  /** became public outside the portal */
  "public-outside",
  /** a level worse than view: public and writable */
  "writable",
  /** public by a row with another spelling of the login */
  "other-spelling",
  /** more than one row that makes the site public */
  "duplicate-rows",
  /** a row whose access is NULL: Matomo answers everybody not signed in with an error */
  "null-access",
  /** a row with a value that the portal does not know */
  "unclear-access",
  /** rows of a site that is gone; its id may be given to a new site */
  "orphan-rows",
] as const;
export type SiteFindingKind = (typeof siteFindingKinds)[number];

/** About the user `anonymous` itself (facts 2.1, 15.1, 15.2 and 18.4). */
export const anonymousFindingKinds = [
  "anonymous-missing",
  "anonymous-renamed",
  /** has a password, a second factor or an invitation */
  "anonymous-can-sign-in",
  /** `superuser_access = 1`: every visitor is a Super User */
  "anonymous-super-user",
] as const;

export const findingKinds = [...siteFindingKinds, ...anonymousFindingKinds] as const;
export type FindingKind = (typeof findingKinds)[number];

/** critical: Matomo is open or broken for everybody. danger: a site is open. caution: puzzling, or dangerous later. */
export const FINDING_SEVERITY: Record<FindingKind, "critical" | "danger" | "caution"> = {
  "public-outside": "danger",
  writable: "critical",
  "other-spelling": "danger",
  "duplicate-rows": "caution",
  "null-access": "critical",
  "unclear-access": "caution",
  "orphan-rows": "caution",
  "anonymous-missing": "danger",
  "anonymous-renamed": "danger",
  "anonymous-can-sign-in": "critical",
  "anonymous-super-user": "critical",
};

/** One finding as the page shows it. Moments are ISO 8601. */
export const findingSchema = z.object({
  kind: z.enum(findingKinds),
  /** null when it is about the user `anonymous` itself */
  site: z.object({ id: z.number(), name: z.string() }).nullable(),
  /** what exactly was seen: "admin", "3 rows" */
  detail: z.string(),
  since: z.string(),
  acknowledged: z
    .object({ by: z.string(), at: z.string(), reason: z.string(), until: z.string().nullable() })
    .nullable(),
  /** not acknowledged, or only until a moment that has passed */
  needsAttention: z.boolean(),
});
export type Finding = z.infer<typeof findingSchema>;

/** At most this many findings are listed; the totals count all of them. */
export const MAX_LISTED_FINDINGS = 100;

/** Open findings: those that need attention first, worst first. */
export const findingsPageSchema = z.object({
  findings: z.array(findingSchema),
  total: z.number(),
  needAttention: z.number(),
});
export type FindingsPage = z.infer<typeof findingsPageSchema>;

const acknowledgeReason = z
  .string("sayWhyMeant")
  .trim()
  .min(1, "sayWhyMeant")
  .max(500, "tooLong");

export const acknowledgeFindingSchema = z
  .object({
    kind: z.enum(findingKinds, "unknownFinding"),
    /** empty for a finding about the user `anonymous` itself */
    siteIds: z.union([z.array(z.never()).length(0), siteIdsSchema]),
    reason: acknowledgeReason,
    /** last day on which it is meant, `YYYY-MM-DD` in the instance's time zone; null = until it changes */
    endsOn: z.iso.date("chooseDate").nullable(),
  })
  .refine(({ kind, siteIds }) => siteFindingKinds.some((one) => one === kind) === siteIds.length > 0, {
    path: ["siteIds"],
    message: "chooseSites",
  });
export type AcknowledgeFindingInput = z.infer<typeof acknowledgeFindingSchema>;
export type AcknowledgeOutcome = { acknowledgedCount: number; mailCount: number };
