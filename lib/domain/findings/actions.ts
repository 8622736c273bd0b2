"use server";

import { actionWithRecentAuth } from "@/lib/auth/action";
import {
  acknowledgeFindingCommand,
  cleanOrphansCommand,
  reduceToViewCommand,
  removeUnclearRowsCommand,
} from "./commands";

/** Notes that findings are meant to be so. */
export const acknowledgeFindingAction = actionWithRecentAuth(acknowledgeFindingCommand);

/** Leaves one row `view` on public sites. */
export const reduceToViewAction = actionWithRecentAuth(reduceToViewCommand);

/** Removes rows of anonymous that give no access. */
export const removeUnclearRowsAction = actionWithRecentAuth(removeUnclearRowsCommand);

/** Removes rows of anonymous that deleted sites left behind. */
export const cleanOrphansAction = actionWithRecentAuth(cleanOrphansCommand);
