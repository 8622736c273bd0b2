/** A word, not a proof: whoever forges it makes the waiting page ask the server, which knows better. */
export type ConfirmedMessage = {
  /** which of the waiting pages is meant */
  intent: string;
  /** next-auth's word or one of our codes; null when it was confirmed */
  error: string | null;
};

/** What came over the channel, or null when it is no such message. */
export function readConfirmed(data: unknown): ConfirmedMessage | null {
  if (typeof data !== "object" || data === null || !("intent" in data) || !("error" in data)) return null;
  const { intent, error } = data;
  if (typeof intent !== "string" || (typeof error !== "string" && error !== null)) return null;
  return { intent, error };
}

/** Over this channel the window of the provider tells the portal's window how it ended. Same origin only. */
export const CONFIRMED_CHANNEL = "public-access.confirmed";
