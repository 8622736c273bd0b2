import type { Command } from "@/lib/auth/command";
import type { RecentAuth } from "@/lib/auth/step-up";
import { recordAudit } from "@/lib/ledger/audit/record";
import { type RequestProbeOutcome, requestProbeSchema } from "./schema";

/** A probe, now. What it takes is written down; the probe itself comes after the answer (actions.ts). */
export const requestProbeCommand: Command<typeof requestProbeSchema, RecentAuth, RequestProbeOutcome> = {
  name: "look-outside",
  schema: requestProbeSchema,
  run: async (tx, { superUser, now }) => {
    await recordAudit(tx, { by: superUser, at: now, facts: { type: "outside.asked" } });
    return { askedBy: superUser.login };
  },
};
