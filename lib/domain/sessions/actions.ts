"use server";

import { superUserAction } from "@/lib/auth/action";
import { endSessionsDeed } from "./deeds";

/** Ends sessions of one's own, or in an emergency everybody's but the one in use. */
export const endSessionsAction = superUserAction(endSessionsDeed);
