"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { type AuthTranslator, signInLabel } from "@/components/auth/next-auth-labels";
import { useOnceAtATime } from "@/components/ui/use-once-at-a-time";
import { FIRST_PAGE, ownPath } from "@/lib/platform/web/own-address-terms";
import { SignInCodeStep } from "./sign-in-code-step";
import { SignInPasswordStep } from "./sign-in-password-step";
import type { SignInErrors, SignInTyped } from "./sign-in-step";

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

/** What came of it; with a sentence for whatever was not accepted. */
type SignInOutcome =
  | { is: "in" }
  | { is: "code-asked" }
  | { is: "credentials-wrong" | "code-wrong" | "refused"; message: string };

const PLACES: Readonly<Record<string, "credentials-wrong" | "code-wrong">> = {
  CredentialsSignin: "credentials-wrong",
  second_factor_wrong: "code-wrong",
};

/**
 * Tries login, password and (empty when none was asked for yet) the code. Never throws and never leaves the page, so
 * that what was typed stays.
 */
async function trySignIn(
  typed: { identifier: string; password: string; code: string },
  t: AuthTranslator,
): Promise<SignInOutcome> {
  try {
    const { getProviders, signIn } = await import("next-auth/react");
    if (!(await getProviders())) return { is: "refused", message: t("problem.no_answer") };
    const answer = await signIn("matomo", { ...typed, redirect: false });
    if (answer?.ok && !answer.error) return { is: "in" };
    const error = answer?.error ?? "unexpected";
    if (error === "second_factor_required") return { is: "code-asked" };
    return { is: PLACES[error] ?? "refused", message: signInLabel(t, error) };
  } catch {
    return { is: "refused", message: t("problem.no_answer") };
  }
}

/**
 * What has to be typed and was not, the first first; null when nothing is missing. How long each may be, and whether
 * it is right, is for the server to say.
 */
export function missingToSignIn(step: "password" | "code", typed: SignInTyped): SignInErrors | null {
  if (step === "code") return typed.code.trim() === "" ? { code: "typeCode" } : null;
  const errors: SignInErrors = {
    ...(typed.identifier.trim() === "" && { identifier: "typeLogin" }),
    ...(typed.password === "" && { password: "typePassword" }),
  };
  return Object.keys(errors).length > 0 ? errors : null;
}
