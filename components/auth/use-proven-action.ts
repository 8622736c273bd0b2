"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useOnceAtATime } from "@/components/ui/use-once-at-a-time";
import type { StepUpAction, Viewer } from "@/lib/auth/schema";
import type { Refusal, Result } from "@/lib/platform/result";
import { asksForProof } from "./asks-for-proof";
import { confirmAction } from "./step-up";

/** `message` is a sentence or, at a field, the name of a message in `fields`. */
export type ProofProblem = { at: "password" | "code" | "form"; message: string; sessionEnded: boolean };

type ProvenAction<T> = {
  viewer: Viewer;
  /** what the proof is for; without it, the recent one is renewed, only when the server wants that */
  action?: StepUpAction;
  siteIds?: readonly number[];
  alwaysAsk?: boolean;
  run: () => Promise<Result<T>>;
  onDone: (data: T) => void | Promise<void>;
  /** shows a refusal at the field it is about; gives whether it found one. The rest is shown above the form. */
  placeAtField?: (refusal: Refusal) => boolean;
  /** after a refusal that is not about the proof, or no answer at all */
  onRefused?: () => void | Promise<void>;
};

/**
 * One submit of a small form: prove who you are if it takes that, then do it. The form shows StepUpFields while `asks`
 * (ProofPrompt does that, with problem and focus); what was typed into them is emptied after each attempt.
 */
export function useProvenAction<T>(options: ProvenAction<T>) {
  const { viewer, action = "tighten", siteIds = [], run, onDone, placeAtField, onRefused } = options;
  const { alwaysAsk = action !== "tighten" } = options;
  const t = useTranslations("auth");
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<ProofProblem | null>(null);
  const asks = asked || alwaysAsk;

  async function attempt(form: HTMLFormElement | null) {
    setProblem(null);
    if (asks) {
      const typed = { password: textOf(form, "password"), code: textOf(form, "code") };
      const missing = missingFrom(viewer, typed);
      if (missing) return setProblem(missing);
      const confirmed = await confirmAction(viewer, { ...typed, action, siteIds }, t);
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
      const message = result?.message ?? t("noAnswer");
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
