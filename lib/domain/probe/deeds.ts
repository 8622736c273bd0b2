import type { Deed } from "@/lib/auth/deed";
import type { RecentProof } from "@/lib/auth/step-up";
import { recordAudit } from "@/lib/ledger/audit/record";
import { type LookOutsideOutcome, lookOutsideSchema } from "./schema";

/** A look from outside, now. What it takes is written down; the look itself comes after the answer (actions.ts). */
export const lookOutsideDeed: Deed<typeof lookOutsideSchema, RecentProof, LookOutsideOutcome> = {
  name: "look-outside",
  schema: lookOutsideSchema,
  run: async (tx, { superUser, at }) => {
    await recordAudit(tx, { by: superUser, at, facts: { type: "outside.asked" } });
    return { askedBy: superUser.login };
  },
};
