import { z } from "zod";
import type { ProofMethod } from "@/lib/auth/schema";

/** Which sessions to end: one of one's own, all one's others, or those of every Super User but the one in use. */
export const endSessionsSchema = z.discriminatedUnion(
  "scope",
  [
    z.object({ scope: z.literal("one"), ref: z.string().regex(/^[0-9a-f]{64}$/, "chooseSession") }),
    z.object({ scope: z.literal("others") }),
    z.object({ scope: z.literal("everybody") }),
  ],
  "chooseSession",
);
export type EndSessionsInput = z.infer<typeof endSessionsSchema>;

/** How many sessions were ended. */
export type EndedSessions = { count: number };

/** An open session as its own person sees it. */
export type OwnSession = {
  /** sha256 of the session id: it names the session and opens nothing */
  ref: string;
  /** "Firefox 145 on Linux"; null when the browser did not say */
  browser: string | null;
  ip: string | null;
  /** ISO 8601 */
  createdAt: string;
  /** ISO 8601, to the minute */
  lastSeenAt: string;
  method: ProofMethod;
  /** the one this was asked from */
  isThis: boolean;
};

export type OwnSessions = {
  sessions: OwnSession[];
  /** when this was read, ISO 8601 */
  asOf: string;
};
