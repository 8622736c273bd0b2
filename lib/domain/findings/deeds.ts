import type { Deed } from "@/lib/auth/deed";
import type { RecentProof } from "@/lib/auth/step-up";
import { acknowledgeFinding } from "./acknowledge";
import { cleanOrphans } from "./clean-orphans";
import { reduceToView } from "./reduce-to-view";
import { removeUnclearRows } from "./remove-unclear-rows";
import { type AcknowledgeOutcome, acknowledgeFindingSchema, type MendOutcome, mendRowsSchema } from "./schema";

type MendDeed = Deed<typeof mendRowsSchema, RecentProof, MendOutcome>;

/** Saying that a finding is meant to be so, with the password proven within 15 minutes. */
export const acknowledgeFindingDeed: Deed<typeof acknowledgeFindingSchema, RecentProof, AcknowledgeOutcome> = {
  name: "acknowledge-finding",
  schema: acknowledgeFindingSchema,
  run: (tx, done, input) => acknowledgeFinding(tx, { ...done, input }),
};

/** One row `view` in place of all others. */
export const reduceToViewDeed: MendDeed = {
  name: "reduce-to-view",
  schema: mendRowsSchema,
  run: (tx, done, input) => reduceToView(tx, { ...done, siteIds: input.siteIds }),
};

/** Rows that give no access taken away. */
export const removeUnclearRowsDeed: MendDeed = {
  name: "remove-unclear-rows",
  schema: mendRowsSchema,
  run: (tx, done, input) => removeUnclearRows(tx, { ...done, siteIds: input.siteIds }),
};

/** Rows of deleted sites taken away. */
export const cleanOrphansDeed: MendDeed = {
  name: "clean-orphans",
  schema: mendRowsSchema,
  run: (tx, done, input) => cleanOrphans(tx, { ...done, siteIds: input.siteIds }),
};
