import { z } from "zod";

/** A word, not a proof: whoever forges it makes the waiting page ask the server, which knows better. */
export const confirmedSchema = z.object({
  /** which of the waiting pages is meant */
  intent: z.string(),
  /** next-auth's word or one of our codes; null when it was confirmed */
  error: z.string().nullable(),
});
export type ConfirmedMessage = z.infer<typeof confirmedSchema>;
