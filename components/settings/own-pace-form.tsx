"use client";

import { ProofPrompt } from "@/components/auth/proof-prompt";
import { Button } from "@/components/ui/button";
import { RadioCard } from "@/components/ui/radio-card";
import type { Viewer } from "@/lib/auth/schema";
import type { Cadence, OwnPace } from "@/lib/settings/schema";
import { useOwnPace } from "./use-own-pace";

type OwnPaceFormProps = { saved: OwnPace; cadence: Cadence; viewer: Viewer };

/** How often the viewer is reminded. Never is no choice. */
export function OwnPaceForm({ saved, cadence, viewer }: OwnPaceFormProps) {
  const { pace, choose, asks, problem, busy, submit } = useOwnPace(saved, viewer);
  const choices: readonly { value: OwnPace; label: string; detail: string }[] = [
    {
      value: "as-everybody",
      label: "As everybody",
      detail: cadence === "weekly" ? "every week now" : "every month now",
    },
    { value: "monthly", label: "Every month", detail: "also when everybody else is reminded every week" },
  ];
  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (pace !== saved) submit(event.currentTarget);
      }}
    >
      <fieldset className="flex flex-col gap-1.5">
        <legend className="sr-only">How often you are reminded</legend>
        {choices.map(({ value, label, detail }) => (
          <RadioCard
            key={value}
            name="own-pace"
            value={value}
            label={label}
            detail={detail}
            checked={pace === value}
            onChange={() => choose(value)}
          />
        ))}
      </fieldset>
      <ProofPrompt viewer={viewer} asks={asks} problem={problem} hint="You confirmed it more than 15 minutes ago." />
      <Button type="submit" variant="primary" busy={busy} disabled={pace === saved} className="self-start">
        {busy ? "Saving…" : "Save"}
      </Button>
    </form>
  );
}
