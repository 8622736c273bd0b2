import { SESSION_IDLE_MS } from "@/lib/auth/schema";
import { plus } from "@/lib/platform/clock";

/** The sessions that still open something at a moment: not ended, not expired, not idle for 30 minutes. */
export function openAt(at: Date) {
  return { endedAt: null, expiresAt: { gt: at }, lastSeenAt: { gt: plus(at, -SESSION_IDLE_MS) } };
}
