import type { Command } from "@/lib/auth/command";
import type { RecentAuth } from "@/lib/auth/step-up";
import { acknowledgeFinding } from "./acknowledge";
import { cleanOrphans, type Mend, mendRows, reduceToView, removeUnclearRows } from "./mend";
import { type AcknowledgeOutcome, acknowledgeFindingSchema, type MendOutcome, mendRowsSchema } from "./schema";

/** Saying that a finding is meant to be so, with the password proven within 15 minutes. */
export const acknowledgeFindingCommand: Command<typeof acknowledgeFindingSchema, RecentAuth, AcknowledgeOutcome> = {
  name: "acknowledge-finding",
  schema: acknowledgeFindingSchema,
  run: (tx, context, input) => acknowledgeFinding(tx, { ...context, input }),
};

const mendCommand = <Id extends number>(
  name: string,
  mend: Mend<Id>,
): Command<typeof mendRowsSchema, RecentAuth, MendOutcome> => ({
  name,
  schema: mendRowsSchema,
  run: (tx, context, { siteIds }) => mendRows(tx, mend, { ...context, siteIds }),
});

export const reduceToViewCommand = mendCommand("reduce-to-view", reduceToView);
export const removeUnclearRowsCommand = mendCommand("remove-unclear-rows", removeUnclearRows);
export const cleanOrphansCommand = mendCommand("clean-orphans", cleanOrphans);
