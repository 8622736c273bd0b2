"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMemo } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { counted } from "@/components/ui/plural";
import type { Consequences } from "@/lib/public-access/schema";
import { AudienceNote } from "./audience-note";
import type { ChosenSite } from "./chosen-site";
import { ChosenSites } from "./chosen-sites";
import type { ChangeDialogProps } from "./dialog-props";
import { ExposureList } from "./exposure-list";
import { PublishFields } from "./publish-fields";
import { emptyPublishForm, type PublishForm, publishFormSchema } from "./publish-form-schema";
import { PublishProblem } from "./publish-problem";
import { SecondFactorNote } from "./second-factor-note";
import { usePublish } from "./use-publish";

type PublishDialogProps = ChangeDialogProps & {
  sites: readonly ChosenSite[];
  consequences: Consequences;
  onLeaveOut: (siteIds: readonly number[]) => void;
};

/** Read what it means, say why and until when, prove who you are. Nothing is public before the last click. */
export function PublishDialog({
  sites,
  consequences,
  viewer,
  onClose,
  onDone,
  onChanged,
  onLeaveOut,
  returnFocus,
}: PublishDialogProps) {
  const { today } = consequences;
  const { provesBy } = viewer;
  const resolver = useMemo(
    () => zodResolver(publishFormSchema(sites.length, today, provesBy)),
    [sites.length, today, provesBy],
  );
  const form = useForm<PublishForm>({ resolver, defaultValues: emptyPublishForm });
  const { submit, busy, problem } = usePublish({ form, sites, viewer, today, onDone, onChanged });
  const what = counted(sites.length, "site");

  return (
    <Dialog
      size="lg"
      title={`Make ${what} public`}
      description="Anyone on the internet can then read the reports, without a login."
      onClose={onClose}
      locked={busy}
      keepOnOutsideClick
      returnFocus={returnFocus}
    >
      <form method="post" noValidate onSubmit={submit} className="flex min-h-0 flex-col">
        <DialogBody className="flex flex-col gap-6">
          {problem && <PublishProblem problem={problem} sites={sites} onLeaveOut={onLeaveOut} />}
          <SecondFactorNote secondFactor={consequences.secondFactor} />
          <ChosenSites sites={sites} />
          <ExposureList sites={sites} consequences={consequences} />
          <AudienceNote login={viewer.login} consequences={consequences} />
          <PublishFields form={form} siteCount={sites.length} viewer={viewer} consequences={consequences} />
        </DialogBody>
        <DialogFooter>
          <Button onClick={onClose} disabled={busy}>
            Cancel
          </Button>
          <Button type="submit" variant="danger" busy={busy}>
            {busy ? `Making ${what} public…` : `Make ${what} public`}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
