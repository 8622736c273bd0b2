"use client";

import { useEffect, useRef } from "react";
import { SignInAgain } from "@/components/auth/sign-in-again";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { PasswordInput } from "@/components/ui/password-input";
import { RadioCard } from "@/components/ui/radio-card";
import type { Cadence } from "@/lib/settings/schema";
import { useCadence } from "./use-cadence";

const CHOICES: readonly { value: Cadence; label: string; detail: string }[] = [
  { value: "weekly", label: "Every week", detail: "Monday at 8:00" },
  {
    value: "monthly",
    label: "Every month",
    detail: "the 1st at 8:00; weaker, so it takes your password",
  },
];

/** How often every Super User is reminded. Saving the weaker choice takes the password. */
export function CadenceForm({ saved, login }: { saved: Cadence; login: string }) {
  const { cadence, choose, needsPassword, problem, busy, submit } = useCadence(saved);
  const problemRef = useRef<HTMLDivElement>(null);
  const passwordRef = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (!problem) return;
    if (passwordRef.current) passwordRef.current.value = "";
    (problem.at === "password" ? passwordRef : problemRef).current?.focus();
  }, [problem]);

  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget).get("password");
        submit(typeof typed === "string" ? typed : null);
      }}
    >
      {problem?.at === "form" && (
        <Alert tone="danger" role="alert" ref={problemRef} tabIndex={-1}>
          <p>{problem.message}</p>
          {problem.sessionEnded && <SignInAgain />}
        </Alert>
      )}
      <fieldset className="flex flex-col gap-1.5">
        <legend className="sr-only">How often</legend>
        {CHOICES.map(({ value, label, detail }) => (
          <RadioCard
            key={value}
            name="cadence"
            value={value}
            label={label}
            detail={detail}
            checked={cadence === value}
            onChange={() => choose(value)}
          />
        ))}
      </fieldset>
      {needsPassword && (
        <>
          <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
          <Field label="Your Matomo password" error={problem?.at === "password" ? problem.message : undefined}>
            {(control) => (
              <PasswordInput {...control} ref={passwordRef} name="password" autoComplete="current-password" />
            )}
          </Field>
        </>
      )}
      <Button type="submit" variant="primary" busy={busy} disabled={cadence === saved} className="self-start">
        {busy ? "Saving…" : "Save"}
      </Button>
    </form>
  );
}
