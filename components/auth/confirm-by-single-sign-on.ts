import type { StepUpAction } from "@/lib/auth/schema";
import { CONFIRMED_CHANNEL, readConfirmed } from "./confirmed-message";
import { type AuthTranslator, stepUpLabel, unchanged } from "./next-auth-labels";

/** Whether the action may go ahead; if not, what is said where. `code` only for a viewer who has a field for it. */
export type Confirmation =
  | { ok: true }
  | { ok: false; at: "password" | "code" | "form"; sessionEnded: boolean; message: string };

const POLL_MS = 250;
/** From when the window is gone until its word must have arrived. */
const GRACE_MS = 3_000;
/** As long as the server waits for somebody at the provider. */
const GIVE_UP_MS = 10 * 60_000;

type Outcome = { error: string | null } | "left";

/** A refusal on the way, by its code. */
class Refused extends Error {}

/**
 * Confirms one action for exactly these sites by a fresh sign-in at the provider, in a window of its own, so that what
 * was typed here stays. Call it inside the click, or the browser blocks the window. Never throws.
 */
export async function confirmBySingleSignOn(
  action: { action: StepUpAction; siteIds: readonly number[] },
  t: AuthTranslator,
): Promise<Confirmation> {
  const popup = window.open("about:blank", "_blank", "popup,width=520,height=720");
  if (!popup) return refusal(unchanged(t, "popup_blocked"));
  try {
    const intent = await announce(action);
    const address = await providerAddress(intent);
    const heard = hearFrom(popup, intent);
    popup.location.href = address;
    const outcome = await heard;
    if (outcome === "left") return refusal(unchanged(t, "popup_left"));
    return outcome.error === null ? { ok: true } : refusalOf(outcome.error, t);
  } catch (error) {
    return error instanceof Refused ? refusalOf(error.message, t) : refusal(unchanged(t, "no_answer"));
  } finally {
    popup.close();
  }
}

/** Says which action is to be confirmed; the server remembers it in a cookie. @returns its id */
async function announce({ action, siteIds }: { action: StepUpAction; siteIds: readonly number[] }): Promise<string> {
  const response = await fetch("/api/step-up", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ action, siteIds: [...new Set(siteIds)].join(",") }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Refused(textIn(answer, "code"));
  return textIn(answer, "intent");
}

/** Where the provider asks. next-auth's own signIn() would leave this page. */
async function providerAddress(intent: string): Promise<string> {
  const { getCsrfToken } = await import("next-auth/react");
  const csrfToken = await getCsrfToken();
  if (!csrfToken) throw new Error("no answer");
  const callbackUrl = `/confirmed?${new URLSearchParams({ intent })}`;
  const response = await fetch("/api/auth/signin/single-sign-on-step-up", {
    method: "POST",
    body: new URLSearchParams({ csrfToken, callbackUrl, json: "true" }),
  });
  const address = new URL(textIn(await response.json(), "url"));
  if (address.origin === window.location.origin) throw new Refused(address.searchParams.get("error") ?? "OAuthSignin");
  // What a provider calls its address is another's word: nothing but a page is opened.
  if (address.protocol !== "https:" && address.protocol !== "http:") throw new Error("not understood");
  return address.href;
}

/** The text that an answer has under this name. @throws when it has none */
function textIn(answer: unknown, name: string): string {
  const text: unknown = typeof answer === "object" && answer !== null ? Reflect.get(answer, name) : undefined;
  if (typeof text !== "string") throw new Error("not understood");
  return text;
}

/** What the window says at its end; "left" when it is gone without a word. */
function hearFrom(popup: Window, intent: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(CONFIRMED_CHANNEL);
    let cameBack = false;
    let goneFor = 0;
    let waitedFor = 0;
    const atFocus = () => {
      cameBack = true;
    };
    const atBlur = () => {
      cameBack = false;
    };
    const poll = setInterval(() => {
      // Headers (Cross-Origin-Opener-Policy) cut the provider's window off from this one, which then takes it for
      // closed while somebody types there; so it is closed only for somebody who has come back here.
      goneFor = popup.closed && cameBack ? goneFor + POLL_MS : 0;
      waitedFor += POLL_MS;
      if (goneFor >= GRACE_MS || waitedFor >= GIVE_UP_MS) finish("left");
    }, POLL_MS);
    function finish(outcome: Outcome) {
      clearInterval(poll);
      window.removeEventListener("focus", atFocus);
      window.removeEventListener("blur", atBlur);
      channel.close();
      resolve(outcome);
    }
    window.addEventListener("focus", atFocus);
    window.addEventListener("blur", atBlur);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const said = readConfirmed(data);
      if (said?.intent === intent) finish(said);
    };
  });
}

function refusalOf(code: string, t: AuthTranslator): Confirmation {
  return { ok: false, at: "form", sessionEnded: code === "session_ended", message: stepUpLabel(t, code) };
}

function refusal(message: string): Confirmation {
  return { ok: false, at: "form", sessionEnded: false, message };
}
