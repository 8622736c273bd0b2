"use server";

import { actionWithRecentAuth } from "@/lib/auth/action";
import { endSessionsCommand } from "./commands";

/** Ends sessions of one's own, or in an emergency everybody's but the one in use. */
export const endSessionsAction = actionWithRecentAuth(endSessionsCommand);
