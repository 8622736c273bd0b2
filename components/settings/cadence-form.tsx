"use client";

import { ProofPrompt } from "@/components/auth/proof-prompt";
import { Button } from "@/components/ui/button";
import { RadioCard } from "@/components/ui/radio-card";
import type { Viewer } from "@/lib/auth/schema";
import type { Cadence } from "@/lib/settings/schema";
import { useCadence } from "./use-cadence";

const CHOICES: readonly { value: Cadence; label: string; detail: string }[] = [
  { value: "weekly", label: "Every week", detail: "Monday at 8:00" },
  {
    value: "monthly",
    label: "Every month",
    detail: "the 1st at 8:00; weaker, so you confirm it again",
  },
];

/** How often every Super User is reminded. Saving the weaker choice takes a proof. */
export function CadenceForm({ saved, viewer }: { saved: Cadence; viewer: Viewer }) {
  const { cadence, choose, asks, problem, busy, submit } = useCadence(saved, viewer);
  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (cadence !== saved) submit(event.currentTarget);
      }}
    >
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
      <ProofPrompt
        viewer={viewer}
        asks={asks}
        problem={problem}
        hint={cadence === "weekly" ? "You confirmed it more than 15 minutes ago." : undefined}
        focusOnAsk={cadence === "weekly"}
      />
      <Button type="submit" variant="primary" busy={busy} disabled={cadence === saved} className="self-start">
        {busy ? "Saving…" : "Save"}
      </Button>
    </form>
  );
}
