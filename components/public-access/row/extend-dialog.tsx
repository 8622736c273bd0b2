"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { type ReactNode, useMemo } from "react";
import { useForm, useWatch } from "react-hook-form";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { z } from "zod";
import { EndFields } from "@/components/access-change/end-fields";
import {
  type EndForm,
  endFieldFor,
  endShape,
  endsOnFrom,
  requireEnd,
} from "@/components/access-change/end-form-schema";
import { ConfirmDialog } from "@/components/auth/confirm-dialog";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { useProvenForm } from "@/components/auth/use-proven-form";
import { useDates } from "@/components/ui/use-dates";
import { extendPublicAccessAction } from "@/lib/domain/public-access/actions";
import type { Consequences, ExtendOutcome, SiteRow } from "@/lib/domain/public-access/schema";

type ExtendDialogProps = ChangeDialogProps & { site: SiteRow } & Pick<Consequences, "today" | "timeZone">;

const NOTHING_CHOSEN: EndForm = { end: "90", date: "" };

/** Another end date for one public site. Always with a fresh proof, since it can mean: public for longer. */
export function ExtendDialog({ site, today, timeZone, viewer, onDone, onChanged, ...rest }: ExtendDialogProps) {
  const t = useTranslations("commands");
  const dates = useDates();
  const resolver = useMemo(() => zodResolver(requireEnd(z.object(endShape), today)), [today]);
  const form = useForm<EndForm>({ resolver, defaultValues: NOTHING_CHOSEN });
  const end = useWatch({ control: form.control, name: "end" });
  const named = {
    site: site.name || t("site.unnamed", { id: String(site.id) }),
    name: (name: ReactNode) => <bdi>{name}</bdi>,
  };

  function toastExtend({ extendedCount, mailCount }: ExtendOutcome): void {
    if (extendedCount === 0) {
      toast.info(t.rich("extend.notPublic", named), { description: t("nothingChanged") });
      return;
    }
    toast.success(t("extend.done"), { description: t("told", { count: mailCount }) });
  }

  const { onSubmit, proven } = useProvenForm<EndForm, EndForm, ExtendOutcome>({
    form,
    viewer,
    action: "extend",
    siteIds: [site.id],
    run: (values) => extendPublicAccessAction({ siteIds: [site.id], endsOn: endsOnFrom(values, today) }),
    fieldOf: (name) => (name === "endsOn" ? endFieldFor(form.getValues("end")) : null),
    onDone: async (outcome) => {
      onDone();
      toastExtend(outcome);
      await onChanged();
    },
    onRefused: onChanged,
  });
  const until = site.publication?.until ?? null;
  const { errors } = form.formState;
  return (
    <ConfirmDialog
      {...rest}
      title={t.rich("extend.title", named)}
      description={until === null ? t("extend.open") : t("extend.until", { day: dates.lastDay(until, timeZone) })}
      viewer={viewer}
      proven={proven}
      proofHint={t("alwaysHint")}
      focusProof={false}
      onSubmit={onSubmit}
      button={{ label: t("extend.button"), busyLabel: t("extend.busy"), variant: "primary" }}
    >
      <EndFields
        chosen={end}
        inputs={{ end: form.register("end"), date: form.register("date") }}
        errors={{ end: errors.end?.message, date: errors.date?.message }}
        today={today}
      />
    </ConfirmDialog>
  );
}
