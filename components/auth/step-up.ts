import { getProviders, signIn } from "next-auth/react";
import type { StepUpAction } from "@/lib/auth/schema";
import { NO_ANSWER, stepUpWords } from "./next-auth-words";

type Deed = { password: string; action: StepUpAction; siteIds: readonly number[] };
export type Confirmation = { ok: true } | { ok: false; sessionEnded: boolean; message: string };

/**
 * Proves the password for one deed and exactly these sites. Call the action right after it; the proof lasts 2 minutes
 * and serves once. Never throws: a network failure is a refusal with a sentence too.
 */
export async function confirmPassword({ password, action, siteIds }: Deed): Promise<Confirmation> {
  try {
    // Without providers signIn() would leave the page, and what was typed would be lost.
    if (!(await getProviders())) return { ok: false, sessionEnded: false, message: NO_ANSWER };
    const ids = [...new Set(siteIds)].sort((a, b) => a - b).join(",");
    const answer = await signIn("step-up", { password, action, siteIds: ids, redirect: false });
    if (answer?.ok && !answer.error) return { ok: true };
    const error = answer?.error ?? "unexpected";
    return { ok: false, sessionEnded: error === "session_ended", message: stepUpWords(error) };
  } catch {
    return { ok: false, sessionEnded: false, message: `${NO_ANSWER} Nothing was changed.` };
  }
}
