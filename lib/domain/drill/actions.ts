"use server";

import { superUserAction } from "@/lib/auth/action";
import { startDrillDeed } from "./deeds";

/** Sends a marked test alert to everybody who gets every alert. */
export const startDrillAction = superUserAction(startDrillDeed);
