"use client";

import { useEffect, useRef } from "react";
import { SignInAgain } from "@/components/auth/sign-in-again";
import { Alert } from "@/components/ui/alert";
import { Field } from "@/components/ui/field";
import { PasswordInput } from "@/components/ui/password-input";
import type { RevokeProblem } from "./use-revoke";

type RevokePasswordProps = { login: string; needsPassword: boolean; problem: RevokeProblem | null };

/** What stands in the way of making a site private: the password, or a refusal. Takes the focus when it appears. */
export function RevokePassword({ login, needsPassword, problem }: RevokePasswordProps) {
  const passwordRef = useRef<HTMLInputElement>(null);
  const problemRef = useRef<HTMLDivElement>(null);
  const atPassword = needsPassword && (problem === null || problem.at === "password");

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new problem takes the focus and empties the password
  useEffect(() => {
    if (passwordRef.current) passwordRef.current.value = "";
    (atPassword ? passwordRef : problemRef).current?.focus();
  }, [atPassword, problem]);

  return (
    <>
      {problem?.at === "form" && (
        <Alert tone="danger" role="alert" ref={problemRef} tabIndex={-1}>
          <p>{problem.message}</p>
          {problem.sessionEnded && <SignInAgain />}
        </Alert>
      )}
      {needsPassword && (
        <>
          <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
          <Field
            label="Your Matomo password"
            hint="You confirmed it more than 15 minutes ago."
            error={problem?.at === "password" ? problem.message : undefined}
          >
            {(control) => (
              <PasswordInput {...control} ref={passwordRef} name="password" autoComplete="current-password" />
            )}
          </Field>
        </>
      )}
    </>
  );
}
