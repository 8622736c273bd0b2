"use client";

import { useRef } from "react";
import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Viewer } from "@/lib/auth/schema";
import { setUnconfirmedRuleAction } from "@/lib/domain/settings/actions";
import { type Cadence, type UnconfirmedRule, unconfirmedRules } from "@/lib/ledger/settings/terms";
import { SavePart } from "./save-part";
import { isWeaker, ruleLabel, ruleMeaning } from "./unconfirmed-words";
import { useChoice } from "./use-choice";

type UnconfirmedRuleFormProps = { saved: UnconfirmedRule; cadence: Cadence; viewer: Viewer };

/** When a site that nobody confirms becomes private. Saving a weaker rule takes a proof. */
export function UnconfirmedRuleForm({ saved, cadence, viewer }: UnconfirmedRuleFormProps) {
  const say = useTranslations("settings");
  const [rule, choose] = useChoice(saved);
  const selectRef = useRef<HTMLSelectElement>(null);
  const change = {
    id: rule,
    viewer,
    action: isWeaker(rule, saved) ? ("weaken-review" as const) : ("tighten" as const),
    run: () => setUnconfirmedRuleAction({ periods: rule }),
    done: {
      title: say(rule === "off" ? "unconfirmed.savedOff" : "unconfirmed.savedOn"),
      description: say("beingTold"),
    },
    notifies: say("tellsAll"),
    onSaved: () => selectRef.current?.focus(),
  };
  return (
    <div className="flex flex-col gap-4">
      <Field label={say("unconfirmed.label")} hint={ruleMeaning(say, rule, cadence)}>
        {(control) => (
          <Select
            {...control}
            ref={selectRef}
            value={rule}
            onChange={(event) => {
              const next = unconfirmedRules.find((one) => one === event.target.value);
              if (next) choose(next);
            }}
          >
            {unconfirmedRules.map((one) => (
              <option key={one} value={one}>
                {ruleLabel(say, one, cadence)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <SavePart change={rule === saved ? null : change} />
    </div>
  );
}
