"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { useOnceAtATime } from "@/components/ui/use-once-at-a-time";
import { signInSchema } from "@/lib/auth/schema";
import { SignInCodeStep } from "./sign-in-code-step";
import { SignInPasswordStep } from "./sign-in-password-step";
import { trySignIn } from "./try-sign-in";

/** `password` is where somebody comes back to; it shows what `start` shows. */
type Step = "start" | "code" | "password";
type SignInProps = { callbackUrl: string; initialProblem: string | null; singleSignOn: string | null };

/**
 * Login and password first; then, where Matomo asks for a second factor, the code. The password waits for the code in
 * the form's memory alone.
 */
export function SignIn({ callbackUrl, initialProblem, singleSignOn }: SignInProps) {
  const say = useTranslations("auth");
  const [step, setStep] = useState<Step>("start");
  const [problem, setProblem] = useState(initialProblem);
  // No default values: what was typed or filled in before the script was ready is taken over.
  const form = useForm({ resolver: zodResolver(signInSchema) });
  const { setFocus } = form;

  useEffect(() => {
    if (step !== "start") setFocus(step);
  }, [step, setFocus]);

  function backToPassword(because: string | null) {
    form.reset({ identifier: form.getValues("identifier"), password: "", code: "" });
    setProblem(because);
    // A problem takes the focus itself.
    setStep(because ? "start" : "password");
  }

  const [submit, busy] = useOnceAtATime(
    form.handleSubmit(async (typed) => {
      if (step === "code" && typed.code === "") {
        return form.setError("code", { message: "typeCode" }, { shouldFocus: true });
      }
      setProblem(null);
      const outcome = await trySignIn(typed, say);
      // A full load, so that nothing of the page before the sign-in is kept.
      if (outcome.is === "in") {
        window.location.assign(callbackUrl);
        return new Promise<never>(() => {});
      }
      if (outcome.is === "code-asked") return setStep("code");
      if (outcome.is === "credentials-wrong") return backToPassword(outcome.message);
      form.setValue(step === "code" ? "code" : "password", "");
      if (outcome.is === "refused") setProblem(outcome.message);
      else form.setError("code", { message: outcome.message }, { shouldFocus: true });
    }),
  );

  const stepProps = { form, submit, busy, problem };
  return (
    <div className="flex flex-col gap-6 rounded-2xl border border-line bg-surface p-6 shadow-lift sm:p-8">
      <p role="status" className="sr-only">
        {step === "code" && say("signIn.codeAsked")}
      </p>
      {step === "code" ? (
        <SignInCodeStep {...stepProps} onBack={() => backToPassword(null)} />
      ) : (
        <SignInPasswordStep {...stepProps} callbackUrl={callbackUrl} singleSignOn={singleSignOn} />
      )}
    </div>
  );
}
