"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useOnceAtATime } from "@/components/ui/use-once-at-a-time";
import type { StepUpAction, Viewer } from "@/lib/auth/schema";
import type { Refusal, Result } from "@/lib/platform/result";
import { asksForProof } from "./asks-for-proof";
import type { Confirmation } from "./confirm-by-single-sign-on";
import { type ActionToConfirm, confirmAction } from "./step-up";

/** `message` is a sentence or, at a field, the name of a message in `fields`. */
export type ProofProblem = { at: "password" | "code" | "form"; message: string; sessionEnded: boolean };

type ProvenAction<T> = {
  viewer: Viewer;
  /** what the proof is for; `tighten` with no sites renews the recent one */
  action: StepUpAction;
  siteIds: readonly number[];
  /** false: only when the server wants a proof */
  alwaysAsk: boolean;
  run: () => Promise<Result<T>>;
  onDone: (data: T) => void | Promise<void>;
  /** shows a refusal at the field it is about; gives whether it found one. The rest is shown above the form. */
  placeAtField?: (refusal: Refusal) => boolean;
  /** after a refusal that is not about the proof, or no answer at all */
  onRefused?: () => void | Promise<void>;
  /** what is said when the server does not answer, so that nobody knows whether it was done */
  noAnswer: string;
};

/**
 * One submit of a small form: prove who you are if it takes that, then do it. The form shows StepUpFields while `asks`
 * (ProofPrompt does that, with problem and focus); what was typed into them is emptied after each attempt.
 */
export function useProvenAction<T>(options: ProvenAction<T>) {
  const { viewer, action, siteIds, alwaysAsk, run, onDone, placeAtField, onRefused, noAnswer } = options;
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<ProofProblem | null>(null);
  const confirmAction = useConfirmAction();
  const asks = asked || alwaysAsk;

  async function attempt(form: HTMLFormElement | null) {
    setProblem(null);
    if (asks) {
      const typed = { password: textOf(form, "password"), code: textOf(form, "code") };
      const missing = missingFrom(viewer, typed);
      if (missing) return setProblem(missing);
      const confirmed = await confirmAction(viewer, { ...typed, action, siteIds });
      for (const name of ["password", "code"]) empty(form, name);
      if (!confirmed.ok) {
        const { at, message, sessionEnded } = confirmed;
        return setProblem({ at, message, sessionEnded });
      }
    }
    const result = await run().catch(() => null);
    if (result?.ok) {
      setAsked(false);
      await onDone(result.data);
    } else if (result && asksForProof(result.code)) {
      setAsked(true);
      const at = viewer.provesBy === "single-sign-on" ? "form" : "password";
      // The first time it is a question, not a failure.
      if (asks) setProblem({ at, message: result.message, sessionEnded: false });
    } else if (result && placeAtField?.(result)) {
      return;
    } else {
      const message = result?.message ?? noAnswer;
      setProblem({ at: "form", message, sessionEnded: result?.code === "session_ended" });
      await onRefused?.();
    }
  }

  const [submit, busy] = useOnceAtATime(attempt);
  return { submit, busy, asks, problem, forget: () => setProblem(null) };
}

/** What the viewer has to type and did not, or null. */
function missingFrom(viewer: Viewer, typed: { password: string; code: string }): ProofProblem | null {
  if (viewer.provesBy === "single-sign-on") return null;
  if (typed.password === "") return { at: "password", message: "typePassword", sessionEnded: false };
  if (viewer.provesBy === "password-and-code" && typed.code.trim() === "") {
    return { at: "code", message: "typeCode", sessionEnded: false };
  }
  return null;
}

function textOf(form: HTMLFormElement | null, name: string): string {
  const field = form?.elements.namedItem(name);
  return field instanceof HTMLInputElement ? field.value : "";
}

function empty(form: HTMLFormElement | null, name: string): void {
  const field = form?.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = "";
}

/** confirmAction in the language of the page. */
function useConfirmAction(): (viewer: Viewer, action: ActionToConfirm) => Promise<Confirmation> {
  const t = useTranslations("auth");
  return (viewer, action) => confirmAction(viewer, action, t);
}
