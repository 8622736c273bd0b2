"use client";

import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { ReasonedDialog } from "@/components/access-change/reasoned-dialog";
import { permissionsWords, stillPublicWords, takeAllWords } from "@/components/access-change/still-public-words";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { pauseAction } from "@/lib/domain/public-access/actions";
import type { Reach } from "@/lib/domain/public-access/schema";

/** All public sites become private; exactly these can be brought back. */
export function PauseDialog({ reach, onDone, ...rest }: ChangeDialogProps & { reach: Reach | null }) {
  const say = useTranslations("deeds");
  return (
    <ReasonedDialog
      {...rest}
      title={say("pause.title")}
      description={say("pause.meaning")}
      means={[...takeAllWords(say, reach), say("pause.resume"), say("pause.until"), say("toldAll")]}
      button={{ label: say("pause.button"), busyLabel: say("pause.busy") }}
      run={pauseAction}
      noAnswer={say("pause.noAnswer")}
      onDone={async ({ pausedCount, mailCount, stillPublic }) => {
        onDone();
        if (stillPublic) {
          toast.error(permissionsWords(say, pausedCount), { description: stillPublicWords(say, stillPublic) });
          return rest.onChanged();
        }
        toast.success(say("pause.done", { count: pausedCount }), { description: say("told", { count: mailCount }) });
        await rest.onChanged();
      }}
    />
  );
}
