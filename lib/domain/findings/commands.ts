import type { Command } from "@/lib/auth/command";
import type { RecentAuth } from "@/lib/auth/step-up";
import { acknowledgeFinding } from "./acknowledge";
import { cleanOrphans } from "./clean-orphans";
import { reduceToView } from "./reduce-to-view";
import { removeUnclearRows } from "./remove-unclear-rows";
import { type AcknowledgeOutcome, acknowledgeFindingSchema, type MendOutcome, mendRowsSchema } from "./schema";

type MendAction = Command<typeof mendRowsSchema, RecentAuth, MendOutcome>;

/** Saying that a finding is meant to be so, with the password proven within 15 minutes. */
export const acknowledgeFindingCommand: Command<typeof acknowledgeFindingSchema, RecentAuth, AcknowledgeOutcome> = {
  name: "acknowledge-finding",
  schema: acknowledgeFindingSchema,
  run: (tx, context, input) => acknowledgeFinding(tx, { ...context, input }),
};

/** One row `view` in place of all others. */
export const reduceToViewCommand: MendAction = {
  name: "reduce-to-view",
  schema: mendRowsSchema,
  run: (tx, context, input) => reduceToView(tx, { ...context, siteIds: input.siteIds }),
};

/** Rows that give no access taken away. */
export const removeUnclearRowsCommand: MendAction = {
  name: "remove-unclear-rows",
  schema: mendRowsSchema,
  run: (tx, context, input) => removeUnclearRows(tx, { ...context, siteIds: input.siteIds }),
};

/** Rows of deleted sites taken away. */
export const cleanOrphansCommand: MendAction = {
  name: "clean-orphans",
  schema: mendRowsSchema,
  run: (tx, context, input) => cleanOrphans(tx, { ...context, siteIds: input.siteIds }),
};
