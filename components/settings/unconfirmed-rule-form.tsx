"use client";

import { ProofPrompt } from "@/components/auth/proof-prompt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Viewer } from "@/lib/auth/schema";
import { type UnconfirmedRule, unconfirmedRules } from "@/lib/review/schema";
import type { Cadence } from "@/lib/settings/schema";
import { ruleLabel, ruleMeaning } from "./rule-words";
import { useUnconfirmedRule } from "./use-unconfirmed-rule";

type UnconfirmedRuleFormProps = { saved: UnconfirmedRule; cadence: Cadence; viewer: Viewer };

/** When a site that nobody confirms becomes private. Saving a weaker rule takes a proof. */
export function UnconfirmedRuleForm({ saved, cadence, viewer }: UnconfirmedRuleFormProps) {
  const { rule, choose, weaker, asks, problem, busy, submit } = useUnconfirmedRule(saved, viewer);
  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (rule !== saved) submit(event.currentTarget);
      }}
    >
      <Field label="Sites that nobody confirms become private" hint={ruleMeaning(rule, cadence)}>
        {(control) => (
          <Select
            {...control}
            value={rule}
            className="sm:w-64"
            onChange={(event) => {
              const next = unconfirmedRules.find((one) => one === event.target.value);
              if (next) choose(next);
            }}
          >
            {unconfirmedRules.map((one) => (
              <option key={one} value={one}>
                {ruleLabel(one, cadence)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <ProofPrompt
        viewer={viewer}
        asks={asks}
        problem={problem}
        hint={
          weaker ? "This is weaker than now, so you confirm it again." : "You confirmed it more than 15 minutes ago."
        }
        focusOnAsk={!weaker}
      />
      <Button type="submit" variant="primary" busy={busy} disabled={rule === saved} className="self-start">
        {busy ? "Saving…" : "Save"}
      </Button>
    </form>
  );
}
