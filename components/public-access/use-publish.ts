"use client";

import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { confirmPassword } from "@/components/auth/step-up";
import { useOnceAtATime } from "@/components/ui/use-once-at-a-time";
import { grantPublicAccessAction } from "@/lib/public-access/actions";
import type { ChosenSite } from "./chosen-site";
import { endsOnFrom, type PublishForm, typedNumber } from "./publish-form-schema";
import { toastGrant } from "./publish-outcome-toast";
import { type Placed, placeRefusal } from "./publish-refusal";

export type FormProblem = Extract<Placed, { at: "form" }>;

type UsePublish = {
  form: UseFormReturn<PublishForm>;
  sites: readonly ChosenSite[];
  today: string;
  onDone: () => void;
  onChanged: () => Promise<void>;
};

const NO_ANSWER =
  "The portal did not answer, so it is not known whether the sites are public now. Look at the list before you try again.";

/** One submit: prove the password for exactly these sites, then publish them. Keeps all that was typed but the password. */
export function usePublish({ form, sites, today, onDone, onChanged }: UsePublish) {
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const siteIds = sites.map((site) => site.id);

  function refuse(placed: Placed) {
    form.setValue("password", "");
    if (placed.at === "form") setProblem(placed);
    else form.setError(placed.field, { message: placed.message }, { shouldFocus: true });
  }

  async function publish(values: PublishForm) {
    setProblem(null);
    const confirmed = await confirmPassword({ password: values.password, action: "grant", siteIds });
    if (!confirmed.ok) {
      const { message, sessionEnded } = confirmed;
      return refuse(
        sessionEnded
          ? { at: "form", message, goneSiteIds: [], sessionEnded }
          : { at: "field", field: "password", message },
      );
    }
    const result = await grantPublicAccessAction({
      siteIds,
      reason: values.reason,
      endsOn: endsOnFrom(values, today),
      typedCount: siteIds.length === 1 ? null : typedNumber(values.typedCount),
    }).catch(() => null);
    if (result === null) {
      refuse({ at: "form", message: NO_ANSWER, goneSiteIds: [], sessionEnded: false });
      await onChanged();
    } else if (result.ok) {
      onDone();
      toastGrant(result.data);
      await onChanged();
    } else {
      refuse(placeRefusal(result, values.end));
    }
  }

  const [submit, busy] = useOnceAtATime(form.handleSubmit(publish));
  return { submit, busy, problem };
}
