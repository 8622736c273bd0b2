import type { Command, StepUpCommand } from "@/lib/auth/command";
import type { RecentAuth } from "@/lib/auth/step-up";
import { dropPause } from "./drop-pause";
import { extendPublicAccess } from "./extend";
import { grantPublicAccess } from "./grant";
import { lockPublicAccess } from "./lock";
import { pausePublicAccess } from "./pause";
import { resumePublicAccess } from "./resume";
import { revokePublicAccess } from "./revoke";
import {
  type DropPauseOutcome,
  type ExtendOutcome,
  endPauseSchema,
  extendPublicAccessSchema,
  type GrantOutcome,
  grantPublicAccessSchema,
  type LockOutcome,
  lockSchema,
  type PauseOutcome,
  pauseSchema,
  type ResumeOutcome,
  type RevokeOutcome,
  revokePublicAccessSchema,
  unlockSchema,
} from "./schema";
import { unlockPublicAccess } from "./unlock";

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

/** Nothing may be public from now on, with the password proven within 15 minutes. */
export const lockCommand: Command<typeof lockSchema, RecentAuth, LockOutcome> = {
  name: "lock",
  schema: lockSchema,
  run: (tx, context, input) => lockPublicAccess(tx, { ...context, reason: input.reason }),
};

/** Sites may be public again: weaker, so it takes a step-up. */
export const unlockCommand: StepUpCommand<typeof unlockSchema, LockOutcome> = {
  name: "unlock",
  action: "unlock",
  schema: unlockSchema,
  siteIds: () => [],
  run: unlockPublicAccess,
};

/** Everything private for a while, with the password proven within 15 minutes. */
export const pauseCommand: Command<typeof pauseSchema, RecentAuth, PauseOutcome> = {
  name: "pause",
  schema: pauseSchema,
  run: (tx, context, input) => pausePublicAccess(tx, { ...context, reason: input.reason }),
};

/**
 * What a pause put aside made public again, with a step-up for exactly that set: the id of the pause names it, because
 * every pause that adds to the set gets a new one, and nothing else changes it.
 */
export const resumeCommand: StepUpCommand<typeof endPauseSchema, ResumeOutcome> = {
  name: "resume",
  action: "resume",
  schema: endPauseSchema,
  siteIds: (input) => [input.pauseId],
  run: (tx, context, input) => resumePublicAccess(tx, { ...context, pauseId: input.pauseId }),
};

/** What a pause put aside forgotten, with the password proven within 15 minutes. */
export const dropPauseCommand: Command<typeof endPauseSchema, RecentAuth, DropPauseOutcome> = {
  name: "drop-pause",
  schema: endPauseSchema,
  run: (tx, context, input) => dropPause(tx, { ...context, pauseId: input.pauseId }),
};
