"use server";

import { superUserAction } from "@/lib/auth/action";
import { keepPublicDeed } from "./deeds";

/** Records that sites are still meant to be public. */
export const keepPublicAction = superUserAction(keepPublicDeed);
