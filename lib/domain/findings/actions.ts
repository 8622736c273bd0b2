"use server";

import { superUserAction } from "@/lib/auth/action";
import { acknowledgeFindingDeed, cleanOrphansDeed, reduceToViewDeed, removeUnclearRowsDeed } from "./deeds";

/** Notes that findings are meant to be so. */
export const acknowledgeFindingAction = superUserAction(acknowledgeFindingDeed);

/** Leaves one row `view` on public sites. */
export const reduceToViewAction = superUserAction(reduceToViewDeed);

/** Removes rows of anonymous that give no access. */
export const removeUnclearRowsAction = superUserAction(removeUnclearRowsDeed);

/** Removes rows of anonymous that deleted sites left behind. */
export const cleanOrphansAction = superUserAction(cleanOrphansDeed);
