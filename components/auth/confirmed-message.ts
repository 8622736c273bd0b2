import { z } from "zod";

/** Over this channel the window of the provider tells the portal's window how it ended. Same origin only. */
export const CONFIRMED_CHANNEL = "public-access.confirmed";

/** A word, not a proof: whoever forges it makes the waiting page ask the server, which knows better. */
export const confirmedSchema = z.object({
  /** which of the waiting pages is meant */
  intent: z.string(),
  /** next-auth's word or one of our codes; null when it was confirmed */
  error: z.string().nullable(),
});
export type ConfirmedMessage = z.infer<typeof confirmedSchema>;
