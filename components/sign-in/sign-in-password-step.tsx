"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";
import { SignInProblem } from "./sign-in-problem";
import type { SignInStep } from "./sign-in-step";
import { SingleSignOnButton } from "./single-sign-on-button";

type SignInPasswordStepProps = SignInStep & {
  callbackUrl: string;
  /** the provider's name, if single sign-on is set up */
  singleSignOn: string | null;
};

/** The first step: single sign-on where there is one, else login and password of Matomo. */
export function SignInPasswordStep(props: SignInPasswordStepProps) {
  const { form, identifier, errors, busy, problem, callbackUrl, singleSignOn } = props;
  const t = useTranslations("auth");
  return (
    <>
      <div>
        <h1 className="font-semibold text-xl">{t("signIn.title")}</h1>
        <p className="mt-2 text-ink-soft text-sm">{t("signIn.intro")}</p>
      </div>
      <SignInProblem problem={problem} />
      {singleSignOn && (
        <>
          <SingleSignOnButton name={singleSignOn} callbackUrl={callbackUrl} />
          <p className="flex items-center gap-3 text-ink-soft text-sm before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
            {t("signIn.orWithPassword")}
          </p>
        </>
      )}
      <form method="post" noValidate {...form} className="flex flex-col gap-5">
        <Field label={t("signIn.identifier")} error={errors.identifier}>
          {(control) => (
            <Input
              {...control}
              name="identifier"
              // Nothing is said at first: what was typed or filled in before the script was ready stays.
              defaultValue={identifier || undefined}
              autoComplete="username"
              autoCapitalize="none"
              autoCorrect="off"
              spellCheck={false}
            />
          )}
        </Field>
        <Field label={t("signIn.password")} error={errors.password}>
          {(control) => <PasswordInput {...control} name="password" autoComplete="current-password" />}
        </Field>
        <Button type="submit" variant="primary" busy={busy} className="w-full">
          {t(busy ? "signIn.submitting" : "signIn.submit")}
        </Button>
      </form>
      <p className="text-[0.8125rem] text-ink-soft">
        {singleSignOn ? t("signIn.noPasswordWithProvider", { name: singleSignOn }) : t("signIn.noPassword")}
      </p>
    </>
  );
}
