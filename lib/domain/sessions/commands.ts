import type { Command } from "@/lib/auth/command";
import type { RecentAuth } from "@/lib/auth/step-up";
import { endSessions } from "./end-sessions";
import { type EndedSessions, endSessionsSchema } from "./schema";

/** Ending sessions, with the password proven within 15 minutes. */
export const endSessionsCommand: Command<typeof endSessionsSchema, RecentAuth, EndedSessions> = {
  name: "end-sessions",
  schema: endSessionsSchema,
  run: (tx, context, input) => endSessions(tx, { ...context, input }),
};
