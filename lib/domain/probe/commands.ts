import type { Command } from "@/lib/auth/command";
import type { RecentAuth } from "@/lib/auth/step-up";
import { recordAudit } from "@/lib/ledger/audit/record";
import { type LookOutsideOutcome, lookOutsideSchema } from "./schema";

/** A look from outside, now. What it takes is written down; the look itself comes after the answer (actions.ts). */
export const lookOutsideCommand: Command<typeof lookOutsideSchema, RecentAuth, LookOutsideOutcome> = {
  name: "look-outside",
  schema: lookOutsideSchema,
  run: async (tx, { superUser, now }) => {
    await recordAudit(tx, { by: superUser, at: now, facts: { type: "outside.asked" } });
    return { askedBy: superUser.login };
  },
};
