"use client";

import { type ReactNode, useId, useRef } from "react";
import { RadioCard } from "@/components/ui/radio-card";
import { type Change, SavePart } from "./save-part";
import { useChoice } from "./use-choice";

type Choice<V> = { value: V; label: string; detail: string; disabled?: boolean };

type ChoiceFormProps<V extends string> = {
  legend: string;
  saved: V;
  choices: readonly Choice<V>[];
  /** what saving this choice takes, does and says */
  saving: (chosen: V) => Omit<Change, "id" | "onSaved">;
  /** what this choice means for the viewer */
  note?: (chosen: V) => ReactNode;
};

/** A setting with a few choices, each always in view. */
export function ChoiceForm<V extends string>({ legend, saved, choices, saving, note }: ChoiceFormProps<V>) {
  const name = useId();
  const [chosen, choose] = useChoice(saved);
  const choicesRef = useRef<HTMLFieldSetElement>(null);
  // The button that had the focus goes away with the change.
  const onSaved = () => choicesRef.current?.querySelector<HTMLElement>("input:checked")?.focus();
  return (
    <div className="flex flex-col gap-4">
      <fieldset ref={choicesRef} className="flex flex-col gap-1.5">
        <legend className="sr-only">{legend}</legend>
        {choices.map(({ value, ...card }) => (
          <RadioCard
            key={value}
            name={name}
            value={value}
            checked={chosen === value}
            onChange={() => choose(value)}
            {...card}
          />
        ))}
      </fieldset>
      {note?.(chosen)}
      <SavePart change={chosen === saved ? null : { id: chosen, onSaved, ...saving(chosen) }} />
    </div>
  );
}
