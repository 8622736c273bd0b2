"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import type { Viewer } from "@/lib/auth/schema";
import { signInPath } from "./sign-in-path";
import { StepUpFields } from "./step-up-fields";
import { useCurrentPath } from "./use-current-path";
import type { ProofProblem } from "./use-proven-action";

type ProofPromptProps = {
  viewer: Viewer;
  /** whether password and code are asked for */
  asks: boolean;
  problem: ProofProblem | null;
  hint?: string;
  /** whether the password takes the focus when it appears; not where it stands there from the start */
  focusOnAsk?: boolean;
};

/** What stands in the way of an action: the password and code, or a refusal. What is to be done next has the focus. */
export function ProofPrompt({ viewer, asks, problem, hint, focusOnAsk = true }: ProofPromptProps) {
  const password = useRef<HTMLInputElement>(null);
  const code = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLDivElement>(null);

  // Each new problem takes the focus, not each render.
  useEffect(() => {
    if (problem) ({ password, code, form })[problem.at].current?.focus();
  }, [problem]);
  useEffect(() => {
    if (asks && focusOnAsk) password.current?.focus();
  }, [asks, focusOnAsk]);

  return (
    <>
      {problem?.at === "form" && (
        <Alert tone="danger" role="alert" ref={form} tabIndex={-1}>
          <p>{problem.message}</p>
          {problem.sessionEnded && <SignInAgain />}
        </Alert>
      )}
      {asks && (
        <StepUpFields
          viewer={viewer}
          hint={hint}
          errors={problem ? { [problem.at]: problem.message } : undefined}
          inputs={{ password: { ref: password }, code: { ref: code } }}
        />
      )}
    </>
  );
}

/** For a form: in a tab of its own, so that what was typed here stays. */
function SignInAgain() {
  const t = useTranslations("auth");
  const here = useCurrentPath();
  return (
    <p className="mt-1">
      {t.rich("signInAgain", {
        link: (words) => (
          <a href={signInPath(here)} target="_blank" rel="noreferrer" className="underline">
            {words}
          </a>
        ),
      })}
    </p>
  );
}
