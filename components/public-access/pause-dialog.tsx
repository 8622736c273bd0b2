"use client";

import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { pauseAction } from "@/lib/public-access/actions";
import type { ChangeDialogProps } from "./dialog-props";
import { becomePrivateWords } from "./private-words";
import { ReasonedDialog } from "./reasoned-dialog";

/** All public sites become private; exactly these can be brought back. */
export function PauseDialog({ publicCount, onDone, ...rest }: ChangeDialogProps & { publicCount: number | null }) {
  const say = useTranslations("deeds");
  return (
    <ReasonedDialog
      {...rest}
      title={say("pause.title")}
      description={say("pause.meaning")}
      means={[becomePrivateWords(say, publicCount), say("pause.resume"), say("pause.until"), say("toldAll")]}
      button={{ label: say("pause.button"), busyLabel: say("pause.busy") }}
      run={pauseAction}
      noAnswer={say("pause.noAnswer")}
      onDone={async ({ pausedCount, mailCount }) => {
        onDone();
        toast.success(say("pause.done", { count: pausedCount }), { description: say("told", { count: mailCount }) });
        await rest.onChanged();
      }}
    />
  );
}
