import type { MatomoUserRecord } from "@/lib/matomo/users";
import { fits } from "@/lib/messaging/alerts/fitting";

/** Whether this user may sign in: a Super User whose login the portal's columns hold, so that it can say who did what. */
export function admits(user: MatomoUserRecord): boolean {
  return user.isSuperUser && fits(user.login);
}
