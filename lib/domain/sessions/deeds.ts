import type { Deed } from "@/lib/auth/deed";
import type { RecentProof } from "@/lib/auth/step-up";
import { endSessions } from "./end-sessions";
import { type EndedSessions, endSessionsSchema } from "./schema";

/** Ending sessions, with the password proven within 15 minutes. */
export const endSessionsDeed: Deed<typeof endSessionsSchema, RecentProof, EndedSessions> = {
  name: "end-sessions",
  schema: endSessionsSchema,
  run: (tx, done, input) => endSessions(tx, { ...done, input }),
};
