import { z } from "zod";
import { siteIdsSchema } from "@/lib/domain/publications/schema";
import type { UnconfirmedRule } from "@/lib/ledger/settings/terms";
import { typedNoteSchema } from "@/lib/platform/typed-text-schema";
import type { TypedText } from "@/lib/platform/typed-text-terms";

export const keepPublicSchema = z.object({
  siteIds: siteIdsSchema,
  /** why; may be empty */
  note: typedNoteSchema,
});
export type KeepOutcome = { keptCount: number; notPublicCount: number };

/** One public site as the review asks about it. */
export type ReviewRow = {
  id: number;
  name: string;
  url: string;
  channel: "portal" | "outside" | "before-portal";
  /** ISO 8601 */
  since: string;
  by: string | null;
  reason: TypedText | null;
  until: string | null;
  kept: { by: string; at: string; note: TypedText } | null;
  /** somebody confirmed it in the current period, or it became public in it */
  isConfirmed: boolean;
  /** nobody confirmed it: it becomes private then; ISO 8601 */
  lapsesAt: string | null;
  /** how many addresses and titles of its pages looked personal, seen from outside; null: not known */
  personalCount: number | null;
};

export type ReviewPage = {
  rows: ReviewRow[];
  /** public sites in all; how many of them nobody confirmed in this period */
  total: number;
  open: number;
  /** those that somebody confirmed in this period; the rest of those that are not open is new */
  confirmed: number;
  page: number;
  pageSize: number;
  /** `2026-11-23`, the Monday of the week, or `2026-11`, the month */
  periodLabel: string;
  rule: UnconfirmedRule;
  timeZone: string;
  asOf: string;
};
