import type { StepUpAction, Viewer } from "@/lib/auth/schema";
import { type Confirmation, confirmBySingleSignOn } from "./confirm-by-single-sign-on";
import { type AuthTranslator, stepUpLabel, unchanged } from "./next-auth-labels";

type ActionToConfirm = { password: string; code: string; action: StepUpAction; siteIds: readonly number[] };

/**
 * Proves who is signed in for one action and exactly these sites: password and code, or single sign-on in a window of
 * its own. Call the action right after it; the proof lasts 2 minutes and serves once. Never throws: a network failure
 * is a refusal with a sentence too.
 * @param say words of the room `auth`; useConfirmAction has them
 */
export async function confirmAction(viewer: Viewer, asked: ActionToConfirm, t: AuthTranslator): Promise<Confirmation> {
  const { password, code, action, siteIds } = asked;
  if (viewer.provesBy === "single-sign-on") return confirmBySingleSignOn({ action, siteIds }, t);
  try {
    const { getProviders, signIn } = await import("next-auth/react");
    // Without providers signIn() would leave the page, and what was typed would be lost.
    if (!(await getProviders())) return noAnswer(t);
    const ids = [...new Set(siteIds)].sort((a, b) => a - b).join(",");
    const answer = await signIn("step-up", { password, code, action, siteIds: ids, redirect: false });
    if (answer?.ok && !answer.error) return { ok: true };
    const error = answer?.error ?? "unexpected";
    return {
      ok: false,
      at: placeOf(error, viewer),
      sessionEnded: error === "session_ended",
      message: stepUpLabel(t, error),
    };
  } catch {
    return noAnswer(t);
  }
}

function noAnswer(t: AuthTranslator): Confirmation {
  return { ok: false, at: "form", sessionEnded: false, message: unchanged(t, "no_answer") };
}

function placeOf(error: string, viewer: Viewer): "password" | "code" | "form" {
  if (error === "CredentialsSignin") return "password";
  const isAboutTheCode = error === "second_factor_required" || error === "second_factor_wrong";
  return isAboutTheCode && viewer.provesBy === "password-and-code" ? "code" : "form";
}
