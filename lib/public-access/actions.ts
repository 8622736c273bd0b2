"use server";

import { steppedUpAction, superUserAction } from "@/lib/action";
import { grantPublicAccess } from "./grant";
import { revokePublicAccess } from "./revoke";
import { grantPublicAccessSchema, revokePublicAccessSchema } from "./schema";

/** Makes sites public, with a step-up for exactly these sites. */
export const grantPublicAccessAction = steppedUpAction({
  name: "grant",
  action: "grant",
  schema: grantPublicAccessSchema,
  siteIds: (input) => input.siteIds,
  run: (tx, deed, input) => grantPublicAccess(tx, { ...deed, input }),
});

/** Makes sites private, with the password proven within 15 minutes. */
export const revokePublicAccessAction = superUserAction({
  name: "revoke",
  schema: revokePublicAccessSchema,
  run: (tx, deed, input) => revokePublicAccess(tx, { ...deed, siteIds: input.siteIds }),
});
