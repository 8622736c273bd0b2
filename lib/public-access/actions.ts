"use server";

import { steppedUpAction, superUserAction } from "@/lib/action";
import { dropPauseDeed, extendDeed, grantDeed, lockDeed, pauseDeed, resumeDeed, revokeDeed, unlockDeed } from "./deeds";

/** Makes sites public. */
export const grantPublicAccessAction = steppedUpAction(grantDeed);

/** Makes sites private. */
export const revokePublicAccessAction = superUserAction(revokeDeed);

/** Gives public sites another end date, or none. */
export const extendPublicAccessAction = steppedUpAction(extendDeed);

/** Makes everything private and lets nothing be public any more. */
export const lockAction = superUserAction(lockDeed);

/** Lets sites be public again. */
export const unlockAction = steppedUpAction(unlockDeed);

/** Makes everything private and puts it aside. */
export const pauseAction = superUserAction(pauseDeed);

/** Makes public again what a pause put aside. */
export const resumeAction = steppedUpAction(resumeDeed);

/** Forgets what a pause put aside. */
export const dropPauseAction = superUserAction(dropPauseDeed);
