import type { Deed, SteppedUpDeed } from "@/lib/auth/deed";
import type { RecentProof } from "@/lib/auth/step-up";
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

/** Another end date for public sites, with a step-up for exactly these sites. */
export const extendDeed: SteppedUpDeed<typeof extendPublicAccessSchema, ExtendOutcome> = {
  name: "extend",
  action: "extend",
  schema: extendPublicAccessSchema,
  siteIds: (input) => input.siteIds,
  run: (tx, done, input) => extendPublicAccess(tx, { ...done, input }),
};

/** Nothing may be public from now on, with the password proven within 15 minutes. */
export const lockDeed: Deed<typeof lockSchema, RecentProof, LockOutcome> = {
  name: "lock",
  schema: lockSchema,
  run: (tx, done, input) => lockPublicAccess(tx, { ...done, reason: input.reason }),
};

/** Sites may be public again: weaker, so it takes a step-up. */
export const unlockDeed: SteppedUpDeed<typeof unlockSchema, LockOutcome> = {
  name: "unlock",
  action: "unlock",
  schema: unlockSchema,
  siteIds: () => [],
  run: unlockPublicAccess,
};

/** Everything private for a while, with the password proven within 15 minutes. */
export const pauseDeed: Deed<typeof pauseSchema, RecentProof, PauseOutcome> = {
  name: "pause",
  schema: pauseSchema,
  run: (tx, done, input) => pausePublicAccess(tx, { ...done, reason: input.reason }),
};

/**
 * What a pause put aside made public again, with a step-up for exactly that set: the id of the pause names it, because
 * every pause that adds to the set gets a new one, and nothing else changes it.
 */
export const resumeDeed: SteppedUpDeed<typeof endPauseSchema, ResumeOutcome> = {
  name: "resume",
  action: "resume",
  schema: endPauseSchema,
  siteIds: (input) => [input.pauseId],
  run: (tx, done, input) => resumePublicAccess(tx, { ...done, pauseId: input.pauseId }),
};

/** What a pause put aside forgotten, with the password proven within 15 minutes. */
export const dropPauseDeed: Deed<typeof endPauseSchema, RecentProof, DropPauseOutcome> = {
  name: "drop-pause",
  schema: endPauseSchema,
  run: (tx, done, input) => dropPause(tx, { ...done, pauseId: input.pauseId }),
};
