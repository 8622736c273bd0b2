"use server";

import { actionWithRecentAuth } from "@/lib/auth/action";
import { dismissMailCommand, sendAgainCommand } from "./commands";

/** Sends a mail that did not arrive once more. */
export const sendAgainAction = actionWithRecentAuth(sendAgainCommand);

/** Records that a mail that did not arrive needs no attention any more. */
export const dismissMailAction = actionWithRecentAuth(dismissMailCommand);
