"use client";

import { ProofPrompt } from "@/components/auth/proof-prompt";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { RadioCard } from "@/components/ui/radio-card";
import type { Viewer } from "@/lib/auth/schema";
import type { SecondFactorChoice } from "@/lib/settings/schema";
import { useSecondFactorRule } from "./use-second-factor-rule";

const CHOICES: readonly { value: SecondFactorChoice; label: string; detail: string }[] = [
  { value: "required", label: "Required", detail: "nobody publishes with a password alone" },
  { value: "optional", label: "Optional", detail: "weaker, so it takes your own second factor" },
];

type SecondFactorFormProps = { saved: SecondFactorChoice; yours: boolean; viewer: Viewer };

/** Whether publishing takes a second factor. Taking the rule away takes a proof with two factors. */
export function SecondFactorForm({ saved, yours, viewer }: SecondFactorFormProps) {
  const { choice, choose, asks, problem, busy, submit } = useSecondFactorRule(saved, viewer);
  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (choice !== saved) submit(event.currentTarget);
      }}
    >
      <fieldset className="flex flex-col gap-1.5">
        <legend className="sr-only">Second factor for publishing</legend>
        {CHOICES.map(({ value, label, detail }) => (
          <RadioCard
            key={value}
            name="second-factor"
            value={value}
            label={label}
            detail={detail}
            checked={choice === value}
            disabled={value === "optional" && saved === "required" && !yours}
            onChange={() => choose(value)}
          />
        ))}
      </fieldset>
      {!yours && choice === "required" && (
        <Alert tone="caution" title={saved === "required" ? "You cannot publish" : "You could not publish yourself"}>
          You have no second factor.{" "}
          {saved === "required" ? "Until you have one" : "With this rule, until you have one"}, you can make sites
          private but not public, and you cannot take the rule away. Set one up in Matomo, under Personal, Security.
        </Alert>
      )}
      <ProofPrompt viewer={viewer} asks={asks} problem={problem} focusOnAsk={choice === "required"} />
      <Button type="submit" variant="primary" busy={busy} disabled={choice === saved} className="self-start">
        {busy ? "Saving…" : "Save"}
      </Button>
    </form>
  );
}
