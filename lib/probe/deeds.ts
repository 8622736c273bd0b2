import { recordAudit } from "@/lib/audit/record";
import type { RecentProof } from "@/lib/auth/step-up";
import type { Deed } from "@/lib/deed";
import { type LookOutsideOutcome, lookOutsideSchema } from "./schema";

/** A look from outside, now. What it takes is written down; the look itself comes after the answer (actions.ts). */
export const lookOutsideDeed: Deed<typeof lookOutsideSchema, RecentProof, LookOutsideOutcome> = {
  name: "look-outside",
  schema: lookOutsideSchema,
  run: async (tx, { superUser, at }) => {
    const actor = { type: "superUser", login: superUser.login } as const;
    await recordAudit(tx, { actor, origin: superUser.origin, at, facts: { type: "outside.asked" } });
    return { askedBy: superUser.login };
  },
};
