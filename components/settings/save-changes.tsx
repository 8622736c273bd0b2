"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useTransition } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { ProofPrompt } from "@/components/auth/proof-prompt";
import { useProvenAction } from "@/components/auth/use-proven-action";
import { Button } from "@/components/ui/button";
import type { Result } from "@/lib/platform/result";
import type { RuleChange, SaveProps } from "./rules";

/** The proof where a change takes one, and the button that saves them all. */
export function SaveChanges({ changes, viewer, onDiscard, onSaved }: SaveProps) {
  const t = useTranslations("settings");
  const tAuth = useTranslations("auth");
  const router = useRouter();
  const [reading, startReading] = useTransition();
  // A proof is for one weaker change; whatever is no weaker goes with it. A second weaker one stays, and asks again.
  const [first] = changes;
  const together = changes.filter((change) => change === first || change.stepUp === null);
  const isWeaker = first?.stepUp != null;
  const refresh = () => startReading(() => router.refresh());
  const proven = useProvenAction<unknown>({
    viewer,
    action: first?.stepUp ?? "tighten",
    run: () => runAll(together),
    onDone: () => {
      toast.success(t("saved"));
      if (together.length === changes.length) onSaved();
      refresh();
    },
    onRefused: refresh,
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

/** One after another, each with its own event and mail; ends with the first that is refused. */
async function runAll(changes: readonly RuleChange[]): Promise<Result<unknown>> {
  let result: Result<unknown> = { ok: true, data: null };
  for (const { run } of changes) {
    result = await run();
    if (!result.ok) break;
  }
  return result;
}
