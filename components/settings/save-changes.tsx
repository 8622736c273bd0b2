"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useTransition } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { ProofPrompt } from "@/components/auth/proof-prompt";
import { useProvenAction } from "@/components/auth/use-proven-action";
import { Button } from "@/components/ui/button";
import { settingNumbers } from "@/lib/ledger/settings/terms";
import { type SaveProps, save, takesStepUp } from "./rules";

/** The proof if one is weaker, and the button that saves them all. */
export function SaveChanges({ changes, viewer, onDiscard, onSaved }: SaveProps) {
  const t = useTranslations("settings");
  const tAuth = useTranslations("auth");
  const router = useRouter();
  const [reading, startReading] = useTransition();
  const isWeaker = takesStepUp(changes);
  const refresh = () => startReading(() => router.refresh());
  const proven = useProvenAction<unknown>({
    viewer,
    action: isWeaker ? "weaken-settings" : "tighten",
    siteIds: isWeaker ? settingNumbers(changes.map(({ rule }) => rule)) : [],
    // Done or refused: what is saved may be another one by now, and what is weaker, too.
    run: () => save(changes).finally(refresh),
    onDone: () => {
      toast.success(t("saved"));
      onSaved();
    },
  });
  const busy = proven.busy || reading;

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!busy) proven.submit(event.currentTarget);
  }

  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-4 border-line border-t bg-surface-sunken px-4 py-4 sm:px-6"
      onSubmit={onSubmit}
    >
      <ProofPrompt
        viewer={viewer}
        asks={proven.asks}
        problem={proven.problem}
        hint={isWeaker ? t("weakerHint") : tAuth("stepUp.recentHint")}
        focusOnAsk={!isWeaker}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? t("saving") : t("save")}
        </Button>
        <Button variant="quiet" onClick={onDiscard}>
          {t("discard")}
        </Button>
      </div>
    </form>
  );
}
