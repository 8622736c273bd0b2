"use server";

import { superUserAction } from "@/lib/auth/action";
import { dismissMailDeed, sendAgainDeed } from "./deeds";

/** Sends a mail that did not arrive once more. */
export const sendAgainAction = superUserAction(sendAgainDeed);

/** Records that a mail that did not arrive needs no attention any more. */
export const dismissMailAction = superUserAction(dismissMailDeed);
