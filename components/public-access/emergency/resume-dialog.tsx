"use client";

import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { PlainList } from "@/components/access-change/plain-list";
import { ConfirmDialog } from "@/components/auth/confirm-dialog";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { useProvenAction } from "@/components/auth/use-proven-action";
import { resumeAction } from "@/lib/domain/public-access/actions";
import type { PauseState, ResumeOutcome } from "@/lib/domain/public-access/schema";

/** Brings back exactly the sites that the pause put aside. */
export function ResumeDialog({ pause, viewer, onDone, onChanged, ...rest }: ChangeDialogProps & { pause: PauseState }) {
  const say = useTranslations("deeds");
  const count = pause.siteCount;
  const proven = useProvenAction<ResumeOutcome>({
    viewer,
    action: "resume",
    siteIds: [pause.id],
    alwaysAsk: true,
    run: () => resumeAction({ pauseId: pause.id }),
    onDone: async ({ resumedCount, leftCount, mailCount }) => {
      onDone();
      toast.success(say("resume.done", { count: resumedCount }), {
        description: (
          <>
            {leftCount > 0 && say("resume.left", { count: leftCount })} {say("told", { count: mailCount })}
          </>
        ),
      });
      await onChanged();
    },
    onRefused: onChanged,
    noAnswer: say("resume.noAnswer"),
  });
  return (
    <ConfirmDialog
      {...rest}
      title={say("resume.title", { count })}
      description={say("resume.meaning")}
      viewer={viewer}
      proven={proven}
      proofHint={say("resume.hint")}
      focusProof={false}
      onSubmit={(event) => {
        event.preventDefault();
        proven.submit(event.currentTarget);
      }}
      button={{ label: say("resume.button", { count }), busyLabel: say("resume.busy"), variant: "danger" }}
    >
      <PlainList
        sentences={[
          say.rich("resume.exactly", { login: pause.by, name: (login) => <bdi key="login">{login}</bdi> }),
          say("resume.stays"),
          say("toldAll"),
        ]}
      />
    </ConfirmDialog>
  );
}
