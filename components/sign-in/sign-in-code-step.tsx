"use client";

import { useTranslations } from "use-intl";
import { CodeInput } from "@/components/auth/code-input";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { SignInProblem } from "./sign-in-problem";
import type { SignInStep } from "./sign-in-step";

/** The second step, for accounts with two-factor authentication. */
export function SignInCodeStep(props: SignInStep & { onBack: () => void }) {
  const { form, identifier, errors, busy, problem, onBack } = props;
  const t = useTranslations("auth");
  return (
    <>
      <div>
        <h1 className="font-semibold text-xl">{t("signIn.codeTitle")}</h1>
        <p className="mt-2 text-ink-soft text-sm">
          {t.rich("signIn.codeMeaning", {
            login: identifier,
            name: (words) => <bdi className="font-medium text-ink">{words}</bdi>,
          })}
        </p>
      </div>
      <SignInProblem problem={problem} />
      <form method="post" noValidate {...form} className="flex flex-col gap-5">
        <Field label={t("code")} hint={t("codeHint")} error={errors.code}>
          {(control) => <CodeInput {...control} name="code" />}
        </Field>
        <div className="flex flex-col gap-2">
          <Button type="submit" variant="primary" busy={busy} className="w-full">
            {t(busy ? "signIn.submitting" : "signIn.submit")}
          </Button>
          <Button variant="quiet" disabled={busy} className="w-full" onClick={onBack}>
            {t("signIn.back")}
          </Button>
        </div>
      </form>
    </>
  );
}
