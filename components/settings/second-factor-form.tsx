"use client";

import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import type { Viewer } from "@/lib/auth/schema";
import { setSecondFactorRuleAction } from "@/lib/domain/settings/actions";
import type { SecondFactorChoice } from "@/lib/ledger/settings/terms";
import { ChoiceForm } from "./choice-form";

type SecondFactorFormProps = { saved: SecondFactorChoice; yours: boolean; viewer: Viewer };

/** Whether publishing takes a second factor. Taking the rule away takes a proof with two factors. */
export function SecondFactorForm({ saved, yours, viewer }: SecondFactorFormProps) {
  const say = useTranslations("settings");
  const isRequired = saved === "required";
  return (
    <ChoiceForm<SecondFactorChoice>
      legend={say("secondFactor.legend")}
      saved={saved}
      choices={[
        { value: "required", label: say("secondFactor.required"), detail: say("secondFactor.requiredDetail") },
        {
          value: "optional",
          label: say("secondFactor.optional"),
          detail: say("secondFactor.optionalDetail"),
          disabled: isRequired && !yours,
        },
      ]}
      note={(choice) =>
        !yours &&
        choice === "required" && (
          <Alert tone="caution" title={say(isRequired ? "secondFactor.cannot" : "secondFactor.could")}>
            {say(isRequired ? "secondFactor.cannotMeaning" : "secondFactor.couldMeaning")}
          </Alert>
        )
      }
      saving={(choice) => ({
        viewer,
        action: choice === "optional" ? "weaken-second-factor" : "tighten",
        run: () => setSecondFactorRuleAction({ required: choice === "required" }),
        done: {
          title: say(choice === "required" ? "secondFactor.savedRequired" : "secondFactor.savedOptional"),
          description: say("beingTold"),
        },
        notifies: say("tellsAll"),
      })}
    />
  );
}
