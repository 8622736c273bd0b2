"use server";

import { actionWithRecentAuth } from "@/lib/auth/action";
import { keepPublicCommand } from "./commands";

/** Records that sites are still meant to be public. */
export const keepPublicAction = actionWithRecentAuth(keepPublicCommand);
