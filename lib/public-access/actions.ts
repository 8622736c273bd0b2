"use server";

import { steppedUpAction, superUserAction } from "@/lib/action";
import { grantDeed, revokeDeed } from "./deeds";

/** Makes sites public. */
export const grantPublicAccessAction = steppedUpAction(grantDeed);

/** Makes sites private. */
export const revokePublicAccessAction = superUserAction(revokeDeed);
