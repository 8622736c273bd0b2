import { Resend } from "resend";
import { SECOND_MS } from "@/lib/platform/clock";

const TIMEOUT_MS = 10 * SECOND_MS;

export type LastEvent =
  | { outcome: "told"; lastEvent: string }
  /** Resend does not know the mail */
  | { outcome: "nothing" }
  /** asked too often, with a key that may only send, or not to be reached: whoever asks stops asking for now */
  | { outcome: "stop"; error: string };

/** Asks Resend what happened to a mail last, by its id. Never throws for what the network or Resend does. */
export async function resendLastEvent(
  options: { apiKey: string; baseUrl?: string | undefined; timeoutMs?: number },
  providerId: string,
): Promise<LastEvent> {
  const { apiKey, baseUrl, timeoutMs = TIMEOUT_MS } = options;
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : {});
  const signal = AbortSignal.timeout(timeoutMs);
  const { data, error, headers } = await resend.emails.get(encodeURIComponent(providerId), { signal });
  if (data) return { outcome: "told", lastEvent: String(data.last_event) };
  if (headers === null) {
    const reason = signal.aborted ? `did not answer within ${timeoutMs / SECOND_MS} s` : "could not be reached";
    return { outcome: "stop", error: `Resend ${reason}.` };
  }
  if (error.statusCode === 404 || error.statusCode === 422) return { outcome: "nothing" };
  return { outcome: "stop", error: `Resend answered ${error.statusCode ?? "with an error"} (${error.name}).` };
}
