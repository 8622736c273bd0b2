"use client";

import { type FormEvent, type ReactNode, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import type { Viewer } from "@/lib/auth/schema";
import { ProofPrompt } from "./proof-prompt";
import type { useProvenAction } from "./use-proven-action";

export type ConfirmDialogProps = {
  title: ReactNode;
  description?: ReactNode;
  viewer: Viewer;
  proven: Pick<ReturnType<typeof useProvenAction>, "busy" | "problem" | "asks">;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  button: { label: string; busyLabel: string; variant: "primary" | "danger" };
  /** why the proof is asked for; without it, that the last one is too old */
  proofHint?: string;
  /** whether the password takes the focus when it appears; not where it stands there from the start */
  focusProof?: boolean;
  /** whether the button has the focus first: the second click of two */
  focusButton?: boolean;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
  /** what has to be read or filled in before the proof */
  children?: ReactNode;
};

/** One action in a dialog: what it means, what has to be filled in, the proof when one is asked for, two buttons. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { viewer, proven, button, focusProof = true, focusButton = false, onClose, children } = props;
  const { busy, problem, asks } = proven;
  const t = useTranslations("ui");
  const tAuth = useTranslations("auth");
  const submitRef = useRef<HTMLButtonElement>(null);
  const hasFields = Boolean(children);
  return (
    <Dialog
      title={props.title}
      description={props.description}
      onClose={onClose}
      locked={busy}
      keepOnOutsideClick={hasFields}
      firstFocus={focusButton ? submitRef : undefined}
      returnFocus={props.returnFocus}
    >
      <form method="post" noValidate className="flex min-h-0 flex-col" onSubmit={props.onSubmit}>
        {(hasFields || asks || problem) && (
          <DialogBody className="flex flex-col gap-5">
            {children}
            <ProofPrompt
              viewer={viewer}
              asks={asks}
              problem={problem}
              hint={props.proofHint ?? tAuth("stepUp.recentHint")}
              focusOnAsk={focusProof}
            />
          </DialogBody>
        )}
        <DialogFooter>
          <Button onClick={onClose} disabled={busy}>
            {t("cancel")}
          </Button>
          <Button ref={submitRef} type="submit" variant={button.variant} busy={busy}>
            {busy ? button.busyLabel : button.label}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
