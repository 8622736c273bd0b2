import { z } from "zod";
import { siteIdsSchema } from "@/lib/domain/publications/schema";
import { findingKinds, findingKindsOfSites, mayBeIntended } from "@/lib/ledger/facts/finding-terms";
import { seenSchema } from "@/lib/ledger/facts/seen-schema";
import { storedTypedText, typedText } from "@/lib/platform/typed-text-schema";

/** One finding as the page shows it. Moments are ISO 8601. */
export const findingSchema = z.object({
  kind: z.enum(findingKinds),
  /** null when it is about the user `anonymous` itself */
  site: z
    .object({
      id: z.number(),
      /** null when Matomo has deleted it */
      name: z.string().nullable(),
    })
    .nullable(),
  /** what exactly was seen; null when the kind says it all */
  seen: seenSchema.nullable(),
  since: z.string(),
  acknowledged: z
    .object({ by: z.string(), at: z.string(), reason: storedTypedText, until: z.string().nullable() })
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

export const acknowledgeFindingSchema = z
  .object({
    kind: z.enum(findingKinds, "unknownFinding").refine(mayBeIntended, "neverIntended"),
    /** empty for a finding about the user `anonymous` itself */
    siteIds: z.union([z.array(z.never()).length(0), siteIdsSchema]),
    reason: typedText("sayWhyMeant"),
    /** last day on which it is meant, `YYYY-MM-DD` in the instance's time zone; null = until it changes */
    endsOn: z.iso.date("chooseDate").nullable(),
  })
  .refine(({ kind, siteIds }) => findingKindsOfSites.some((one) => one === kind) === siteIds.length > 0, {
    path: ["siteIds"],
    message: "chooseSites",
  });
export type AcknowledgeFindingInput = z.infer<typeof acknowledgeFindingSchema>;
export type AcknowledgeOutcome = { acknowledgedCount: number; mailCount: number };

/** Rows of anonymous put in order; nothing becomes public by it. */
export const mendRowsSchema = z.object({ siteIds: siteIdsSchema });
export type MendOutcome = { mendedCount: number; mailCount: number };
