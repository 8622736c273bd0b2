import type { Command, StepUpCommand } from "@/lib/auth/command";
import type { RecentAuth } from "@/lib/auth/step-up";
import type { TypedText } from "@/lib/platform/typed-text-terms";
import { blockPublicAccess, explainBlock } from "./block";
import { extendPublicAccess } from "./extend";
import { grantPublicAccess } from "./grant";
import { revokePublicAccess } from "./revoke";
import {
  type BlockOutcome,
  blockSchema,
  type ExtendOutcome,
  explainBlockSchema,
  extendPublicAccessSchema,
  type GrantOutcome,
  grantPublicAccessSchema,
  type RevokeOutcome,
  revokePublicAccessSchema,
  type UnblockOutcome,
  unblockSchema,
} from "./schema";
import { unblockPublicAccess } from "./unblock";

/** Making sites public, with a step-up for exactly these sites. */
export const grantCommand: StepUpCommand<typeof grantPublicAccessSchema, GrantOutcome> = {
  name: "grant",
  action: "grant",
  schema: grantPublicAccessSchema,
  siteIds: (input) => input.siteIds,
  run: (tx, context, input) => grantPublicAccess(tx, { ...context, input }),
};

/** Making sites private, with the password proven within 15 minutes. */
export const revokeCommand: Command<typeof revokePublicAccessSchema, RecentAuth, RevokeOutcome> = {
  name: "revoke",
  schema: revokePublicAccessSchema,
  run: (tx, context, input) => revokePublicAccess(tx, { ...context, siteIds: input.siteIds }),
};

/** Another end date for public sites, with a step-up for exactly these sites. */
export const extendCommand: StepUpCommand<typeof extendPublicAccessSchema, ExtendOutcome> = {
  name: "extend",
  action: "extend",
  schema: extendPublicAccessSchema,
  siteIds: (input) => input.siteIds,
  run: (tx, context, input) => extendPublicAccess(tx, { ...context, input }),
};

/** Everything private, and nothing may be public: with the password proven within 15 minutes. */
export const blockCommand: Command<typeof blockSchema, RecentAuth, BlockOutcome> = {
  name: "block",
  schema: blockSchema,
  run: (tx, { now, ...by }) => blockPublicAccess(tx, { by, now }),
};

/** Why public access is blocked, with the password proven within 15 minutes. */
export const explainBlockCommand: Command<typeof explainBlockSchema, RecentAuth, { reason: TypedText }> = {
  name: "explain-block",
  schema: explainBlockSchema,
  run: (tx, done, input) => explainBlock(tx, { ...done, input }),
};

/**
 * Sites may be public again, and those asked for are: with a step-up for exactly these. All of them are named by the
 * block, which remembers them and is never changed; 0 is no site.
 */
export const unblockCommand: StepUpCommand<typeof unblockSchema, UnblockOutcome> = {
  name: "unblock",
  action: "unblock",
  schema: unblockSchema,
  siteIds: ({ blockId, restore }) => (restore === "all" ? [0, blockId] : restore),
  run: (tx, done, input) => unblockPublicAccess(tx, { ...done, input }),
};
