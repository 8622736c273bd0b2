"use client";

import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { useConfirmDeed } from "@/components/auth/use-confirm-deed";
import { useOnceAtATime } from "@/components/ui/use-once-at-a-time";
import type { Viewer } from "@/lib/auth/schema";
import { grantPublicAccessAction } from "@/lib/public-access/actions";
import type { ChosenSite } from "./chosen-site";
import { endsOnFrom } from "./end-form-schema";
import { type PublishForm, typedNumber } from "./publish-form-schema";
import { toastGrant } from "./publish-outcome-toast";
import { type Placed, placeRefusal } from "./publish-refusal";

export type FormProblem = Extract<Placed, { at: "form" }>;

type UsePublish = {
  form: UseFormReturn<PublishForm>;
  sites: readonly ChosenSite[];
  viewer: Viewer;
  today: string;
  onDone: () => void;
  onChanged: () => void | Promise<void>;
};

const NO_ANSWER =
  "The portal did not answer, so it is not known whether the sites are public now. Look at the list before you try again.";

/** One submit: prove who you are for exactly these sites, then publish them. Keeps all that was typed but the proof. */
export function usePublish({ form, sites, viewer, today, onDone, onChanged }: UsePublish) {
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const confirmDeed = useConfirmDeed();
  const siteIds = sites.map((site) => site.id);

  function refuse(placed: Placed) {
    form.setValue("password", "");
    form.setValue("code", "");
    if (placed.at === "form") setProblem(placed);
    else form.setError(placed.field, { message: placed.message }, { shouldFocus: true });
  }

  async function publish(values: PublishForm) {
    setProblem(null);
    const { password, code } = values;
    const confirmed = await confirmDeed(viewer, { password, code, action: "grant", siteIds });
    if (!confirmed.ok) {
      const { at, message, sessionEnded } = confirmed;
      return refuse(
        at === "form" ? { at, message, goneSiteIds: [], sessionEnded } : { at: "field", field: at, message },
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
      refuse(placeRefusal(result, values.end, viewer.provesBy));
    }
  }

  const [submit, busy] = useOnceAtATime(form.handleSubmit(publish));
  return { submit, busy, problem };
}
