import type { Deed } from "@/lib/auth/deed";
import type { RecentProof } from "@/lib/auth/step-up";
import { keepPublic } from "./keep";
import { type KeepOutcome, keepPublicSchema } from "./schema";

/** Saying that sites are still meant to be public, with the password proven within 15 minutes. */
export const keepPublicDeed: Deed<typeof keepPublicSchema, RecentProof, KeepOutcome> = {
  name: "keep-public",
  schema: keepPublicSchema,
  run: (tx, done, input) => keepPublic(tx, { ...done, ...input }),
};
