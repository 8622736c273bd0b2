"use client";

import { toast } from "sonner";
import { DeedDialog } from "@/components/auth/deed-dialog";
import { useProvenAction } from "@/components/auth/use-proven-action";
import { counted } from "@/components/ui/plural";
import { resumeAction } from "@/lib/public-access/actions";
import type { PauseState, ResumeOutcome } from "@/lib/public-access/schema";
import type { ChangeDialogProps } from "./dialog-props";
import { PlainList } from "./plain-list";
import { toldWords } from "./told-words";

/** Brings back exactly the sites that the pause put aside. */
export function ResumeDialog({ pause, viewer, onDone, onChanged, ...rest }: ChangeDialogProps & { pause: PauseState }) {
  const sites = counted(pause.siteCount, "site");
  const proven = useProvenAction<ResumeOutcome>({
    viewer,
    action: "resume",
    siteIds: [pause.id],
    alwaysAsk: true,
    run: () => resumeAction({ pauseId: pause.id }),
    onDone: async (outcome) => {
      onDone();
      toastResume(outcome);
      await onChanged();
    },
    onRefused: onChanged,
    noAnswer:
      "The portal did not answer, so it is not known whether the sites are public now. Look at the list before you try again.",
  });
  return (
    <DeedDialog
      {...rest}
      title={`Make ${sites} public again`}
      description="Anyone on the internet can then read the reports again, without a login."
      viewer={viewer}
      proven={proven}
      proofHint="Publishing always takes this, however long ago you signed in."
      focusProof={false}
      onSubmit={(event) => {
        event.preventDefault();
        proven.submit(event.currentTarget);
      }}
      button={{ label: `Resume ${sites}`, busyLabel: "Resuming…", variant: "danger" }}
    >
      <PlainList
        sentences={[
          `Exactly the sites that ${pause.by} put aside come back.`,
          "A site that was deleted meanwhile, or whose end date has passed, stays private.",
          "Every Super User is told.",
        ]}
      />
    </DeedDialog>
  );
}

function toastResume({ resumedCount, leftCount, mailCount }: ResumeOutcome): void {
  const left =
    leftCount === 0
      ? ""
      : `${counted(leftCount, "site")} put aside did not come back: deleted, over, or public already. `;
  toast.success(`${counted(resumedCount, "site")} ${resumedCount === 1 ? "is" : "are"} public again.`, {
    description: left + toldWords(mailCount),
  });
}
