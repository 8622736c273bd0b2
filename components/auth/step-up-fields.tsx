import type { ComponentProps } from "react";
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
  if (viewer.provesBy === "single-sign-on") {
    return (
      <div
        role="status"
        className="flex flex-col gap-1 rounded-lg border border-line bg-surface-sunken px-3 py-2.5 text-sm"
      >
        <p className="font-medium">You confirm this with single sign-on.</p>
        <p className="text-ink-soft">
          A window of your sign-in provider opens and asks you to sign in again. {hint} Nothing is changed before that.
        </p>
      </div>
    );
  }
  return (
    <>
      <input type="text" name="username" autoComplete="username" value={viewer.login} readOnly hidden />
      <Field className="scroll-mb-5" label="Your Matomo password" hint={hint} error={errors?.password}>
        {(control) => (
          <PasswordInput {...control} {...inputs?.password} name="password" autoComplete="current-password" />
        )}
      </Field>
      {viewer.provesBy === "password-and-code" && (
        <Field
          className="scroll-mb-5"
          label="Your code"
          hint="6 digits from your authenticator app, or a recovery code"
          error={errors?.code}
        >
          {(control) => <CodeInput {...control} {...inputs?.code} name="code" />}
        </Field>
      )}
    </>
  );
}
