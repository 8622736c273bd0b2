"use server";

import { actionWithRecentAuth } from "@/lib/auth/action";
import { startDrillCommand } from "./commands";

/** Sends a marked test alert to everybody who gets every alert. */
export const startDrillAction = actionWithRecentAuth(startDrillCommand);
