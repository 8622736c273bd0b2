"use client";

import { toast } from "sonner";
import { useTranslations } from "use-intl";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { lockAction } from "@/lib/domain/public-access/actions";
import type { Reach } from "@/lib/domain/public-access/schema";
import { ReasonedDialog } from "./reasoned-dialog";
import { permissionsWords, stillPublicWords, takeAllWords } from "./still-public-words";

type LockDialogProps = ChangeDialogProps & {
  /** what is public now; null where that is not known */
  reach: Reach | null;
};

/** Nothing may be public from now on. */
export function LockDialog({ reach, onDone, ...rest }: LockDialogProps) {
  const say = useTranslations("deeds");
  return (
    <ReasonedDialog
      {...rest}
      title={say("lock.title")}
      description={say("lock.meaning")}
      means={[...takeAllWords(say, reach), say("lock.outside"), say("lock.later"), say("toldAll")]}
      button={{ label: say("lock.button"), busyLabel: say("lock.busy") }}
      run={lockAction}
      noAnswer={say("lock.noAnswer")}
      onDone={async ({ madePrivateCount, mailCount, stillPublic }) => {
        onDone();
        if (stillPublic) {
          toast.error(`${say("lock.done")} ${permissionsWords(say, madePrivateCount)}`, {
            description: stillPublicWords(say, stillPublic),
          });
          return rest.onChanged();
        }
        toast.success(say("lock.done"), {
          description: (
            <>
              {say("lock.made", { count: madePrivateCount })} {say("told", { count: mailCount })}
            </>
          ),
        });
        await rest.onChanged();
      }}
    />
  );
}
