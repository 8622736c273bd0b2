"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { getProviders, signIn } from "next-auth/react";
import { useEffect, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";
import { useOnceAtATime } from "@/components/ui/use-once-at-a-time";
import { signInSchema } from "@/lib/auth/schema";
import { NO_ANSWER, signInWords } from "./next-auth-words";

/** What went wrong, or null. A page full of typed words is never left because of a failure. */
async function trySignIn(credentials: { identifier: string; password: string }): Promise<string | null> {
  try {
    if (!(await getProviders())) return NO_ANSWER;
    const answer = await signIn("matomo", { ...credentials, redirect: false });
    return answer?.ok && !answer.error ? null : signInWords(answer?.error ?? "unexpected");
  } catch {
    return NO_ANSWER;
  }
}

type SignInFormProps = { callbackUrl: string; initialError: string | null };

export function SignInForm({ callbackUrl, initialError }: SignInFormProps) {
  const [problem, setProblem] = useState(initialError);
  const problemRef = useRef<HTMLDivElement>(null);
  // No default values: what was typed or filled in before the script was ready is taken over.
  const form = useForm({ resolver: zodResolver(signInSchema) });
  const { errors } = form.formState;

  useEffect(() => {
    if (problem) problemRef.current?.focus();
  }, [problem]);

  const [submit, busy] = useOnceAtATime(
    form.handleSubmit(async (credentials) => {
      setProblem(null);
      const refused = await trySignIn(credentials);
      // A full load, so that nothing of the page before the sign-in is kept.
      if (refused === null) {
        window.location.assign(callbackUrl);
        return new Promise<never>(() => {});
      }
      form.setValue("password", "");
      setProblem(refused);
    }),
  );

  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-5">
      {problem && (
        <Alert tone="danger" role="alert" ref={problemRef} tabIndex={-1}>
          {problem}
        </Alert>
      )}
      <Field label="Login or e-mail address" error={errors.identifier?.message}>
        {(control) => (
          <Input
            {...control}
            {...form.register("identifier")}
            autoComplete="username"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
          />
        )}
      </Field>
      <Field label="Password" error={errors.password?.message}>
        {(control) => <PasswordInput {...control} {...form.register("password")} autoComplete="current-password" />}
      </Field>
      <Button type="submit" variant="primary" busy={busy} className="w-full">
        {busy ? "Signing in…" : "Sign in"}
      </Button>
    </form>
  );
}
