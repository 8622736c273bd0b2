"use client";

import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { lockAction } from "@/lib/public-access/actions";
import type { ChangeDialogProps } from "./dialog-props";
import { becomePrivateWords } from "./private-words";
import { ReasonedDialog } from "./reasoned-dialog";

type LockDialogProps = ChangeDialogProps & {
  /** sites that are public now; null where that is not known */
  publicCount: number | null;
};

/** Nothing may be public from now on. */
export function LockDialog({ publicCount, onDone, ...rest }: LockDialogProps) {
  const say = useTranslations("deeds");
  return (
    <ReasonedDialog
      {...rest}
      title={say("lock.title")}
      description={say("lock.meaning")}
      means={[becomePrivateWords(say, publicCount), say("lock.outside"), say("lock.later"), say("toldAll")]}
      button={{ label: say("lock.button"), busyLabel: say("lock.busy") }}
      run={lockAction}
      noAnswer={say("lock.noAnswer")}
      onDone={async ({ madePrivateCount, mailCount }) => {
        onDone();
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
