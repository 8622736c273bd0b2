import type { RecentProof } from "@/lib/auth/step-up";
import type { Deed, SteppedUpDeed } from "@/lib/deed";
import { grantPublicAccess } from "./grant";
import { revokePublicAccess } from "./revoke";
import { type GrantOutcome, grantPublicAccessSchema, type RevokeOutcome, revokePublicAccessSchema } from "./schema";

/** Making sites public, with a step-up for exactly these sites. */
export const grantDeed: SteppedUpDeed<typeof grantPublicAccessSchema, GrantOutcome> = {
  name: "grant",
  action: "grant",
  schema: grantPublicAccessSchema,
  siteIds: (input) => input.siteIds,
  run: (tx, done, input) => grantPublicAccess(tx, { ...done, input }),
};

/** Making sites private, with the password proven within 15 minutes. */
export const revokeDeed: Deed<typeof revokePublicAccessSchema, RecentProof, RevokeOutcome> = {
  name: "revoke",
  schema: revokePublicAccessSchema,
  run: (tx, done, input) => revokePublicAccess(tx, { ...done, siteIds: input.siteIds }),
};
