"use client";

import type { ComponentProps } from "react";
import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { PasswordInput } from "@/components/ui/password-input";
import type { Viewer } from "@/lib/auth/schema";
import { CodeInput } from "./code-input";

type InputProps = Omit<ComponentProps<"input">, "type" | "name">;

type StepUpFieldsProps = {
  viewer: Viewer;
  /** why it is asked for */
  hint?: string;
  errors?: { password?: string; code?: string };
  /** ref, or what react-hook-form registers */
  inputs?: { password?: InputProps; code?: InputProps };
};

/** Asks the viewer to prove who they are: password, and the code if they have one; `password` and `code` in FormData. */
export function StepUpFields({ viewer, hint, errors, inputs }: StepUpFieldsProps) {
  const t = useTranslations("auth");
  if (viewer.provesBy === "single-sign-on") {
    return (
      <div
        role="status"
        className="flex flex-col gap-1 rounded-lg border border-line bg-surface-sunken px-3 py-2.5 text-sm"
      >
        <p className="font-medium">{t("stepUp.singleSignOn")}</p>
        <p className="text-ink-soft">
          {t("stepUp.singleSignOnMeaning")} {hint}
        </p>
      </div>
    );
  }
  return (
    <>
      <input type="text" name="username" autoComplete="username" value={viewer.login} readOnly hidden />
      <Field className="scroll-mb-5" label={t("stepUp.password")} hint={hint} error={errors?.password}>
        {(control) => (
          <PasswordInput {...control} {...inputs?.password} name="password" autoComplete="current-password" />
        )}
      </Field>
      {viewer.provesBy === "password-and-code" && (
        <Field className="scroll-mb-5" label={t("code")} hint={t("codeHint")} error={errors?.code}>
          {(control) => <CodeInput {...control} {...inputs?.code} name="code" />}
        </Field>
      )}
    </>
  );
}
