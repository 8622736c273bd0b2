import type { Command } from "@/lib/auth/command";
import type { RecentAuth } from "@/lib/auth/step-up";
import { keepPublic } from "./keep";
import { type KeepOutcome, keepPublicSchema } from "./schema";

/** Saying that sites are still meant to be public, with the password proven within 15 minutes. */
export const keepPublicCommand: Command<typeof keepPublicSchema, RecentAuth, KeepOutcome> = {
  name: "keep-public",
  schema: keepPublicSchema,
  run: (tx, context, input) => keepPublic(tx, { ...context, ...input }),
};
