"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useOnceAtATime } from "@/components/ui/use-once-at-a-time";
import { FIRST_PAGE, ownPath } from "@/lib/platform/web/own-address-terms";
import { missingToSignIn } from "./missing-to-sign-in";
import { SignInCodeStep } from "./sign-in-code-step";
import { SignInPasswordStep } from "./sign-in-password-step";
import type { SignInErrors, SignInTyped } from "./sign-in-step";
import { trySignIn } from "./try-sign-in";

/** `password` is where somebody comes back to; it shows what `start` shows. */
type Step = "start" | "code" | "password";
type SignInProps = { callbackUrl: string; initialProblem: string | null; singleSignOn: string | null };

const NOTHING: SignInTyped = { identifier: "", password: "", code: "" };

/**
 * Login and password first; then, where Matomo asks for a second factor, the code. The password waits for the code in
 * the page's memory alone.
 */
export function SignIn({ callbackUrl, initialProblem, singleSignOn }: SignInProps) {
  const t = useTranslations("auth");
  const [step, setStep] = useState<Step>("start");
  const [problem, setProblem] = useState(initialProblem);
  const [errors, setErrors] = useState<SignInErrors>({});
  const [waiting, setWaiting] = useState(NOTHING);
  const formRef = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (step !== "start") fieldOf(formRef.current, step)?.focus();
  }, [step]);

  /** The first of them takes the focus. */
  function showErrors(next: SignInErrors) {
    setErrors(next);
    fieldOf(formRef.current, Object.keys(next)[0])?.focus();
  }

  function backToPassword(because: string | null, identifier: string) {
    empty(formRef.current, "password");
    setWaiting({ ...NOTHING, identifier });
    setErrors({});
    setProblem(because);
    // A problem takes the focus itself.
    setStep(because ? "start" : "password");
  }

  const [attempt, busy] = useOnceAtATime(async (typed: SignInTyped) => {
    const missing = missingToSignIn(step === "code" ? "code" : "password", typed);
    if (missing) return showErrors(missing);
    setErrors({});
    setProblem(null);
    const outcome = await trySignIn({ ...typed, identifier: typed.identifier.trim(), code: typed.code.trim() }, t);
    // A full load, so that nothing of the page before the sign-in is kept.
    if (outcome.is === "in") {
      window.location.assign(ownPath(callbackUrl, window.location.origin) ?? FIRST_PAGE);
      return new Promise<never>(() => {});
    }
    if (outcome.is === "code-asked") {
      setWaiting({ ...typed, code: "" });
      return setStep("code");
    }
    if (outcome.is === "credentials-wrong") return backToPassword(outcome.message, typed.identifier);
    empty(formRef.current, step === "code" ? "code" : "password");
    if (outcome.is === "refused") setProblem(outcome.message);
    else showErrors({ code: outcome.message });
  });

  const form = {
    ref: formRef,
    onSubmit: (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      attempt({ ...waiting, ...typedInto(event.currentTarget) });
    },
    // What is wrong with a field was said of what it held before.
    onChange: ({ target }: FormEvent<HTMLFormElement>) => {
      if (target instanceof HTMLInputElement) setErrors((were) => ({ ...were, [target.name]: undefined }));
    },
  };
  const stepProps = { form, identifier: waiting.identifier, errors, busy, problem };
  return (
    <div className="flex flex-col gap-6 rounded-2xl border border-line bg-surface p-6 shadow-lift sm:p-8">
      <p role="status" className="sr-only">
        {step === "code" && t("problem.second_factor_required")}
      </p>
      {step === "code" ? (
        <SignInCodeStep {...stepProps} onBack={() => backToPassword(null, waiting.identifier)} />
      ) : (
        <SignInPasswordStep {...stepProps} callbackUrl={callbackUrl} singleSignOn={singleSignOn} />
      )}
    </div>
  );
}

/** What the fields of this step hold; the other step's are not there. */
function typedInto(form: HTMLFormElement): Partial<SignInTyped> {
  const held = Object.keys(NOTHING).flatMap((name) => {
    const field = fieldOf(form, name);
    return field ? [[name, field.value] as const] : [];
  });
  return Object.fromEntries(held);
}

function fieldOf(form: HTMLFormElement | null, name: string | undefined): HTMLInputElement | null {
  const field = form?.elements.namedItem(name ?? "");
  return field instanceof HTMLInputElement ? field : null;
}

function empty(form: HTMLFormElement | null, name: keyof SignInTyped): void {
  const field = fieldOf(form, name);
  if (field) field.value = "";
}
