"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useTransition } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { ProofPrompt } from "@/components/auth/proof-prompt";
import { useProvenAction } from "@/components/auth/use-proven-action";
import { Button } from "@/components/ui/button";
import type { StepUpAction, Viewer } from "@/lib/auth/schema";
import type { Result } from "@/lib/platform/result";

export type SaveChangeProps = {
  viewer: Viewer;
  /** what the proof is for: `tighten`, or the name of the weaker action, which always takes one */
  action: StepUpAction;
  run: () => Promise<Result<unknown>>;
  /** what is said when it was done */
  done: { title: string; description?: string };
  /** it was done, and the page is about to show it */
  onSaved: () => void;
};

/** The end of a form with a change in it: the proof when it takes one, and the button that saves. */
export function SaveChange({ viewer, action, run, done, onSaved }: SaveChangeProps) {
  const say = useTranslations("settings");
  const router = useRouter();
  const [reading, startReading] = useTransition();
  const isWeaker = action !== "tighten";
  const proven = useProvenAction<unknown>({
    viewer,
    action,
    siteIds: [],
    alwaysAsk: isWeaker,
    run,
    onDone: () => {
      toast.success(done.title, { description: done.description });
      onSaved();
      startReading(() => router.refresh());
    },
    noAnswer: say("noAnswer"),
  });
  const busy = proven.busy || reading;

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!busy) proven.submit(event.currentTarget);
  }

  return (
    <form method="post" noValidate className="flex flex-col gap-4" onSubmit={onSubmit}>
      <ProofPrompt
        viewer={viewer}
        asks={proven.asks}
        problem={proven.problem}
        hint={say(isWeaker ? "weakerHint" : "recentHint")}
        focusOnAsk={!isWeaker}
      />
      <Button type="submit" variant="primary" busy={busy} className="self-start">
        {busy ? say("saving") : say("save")}
      </Button>
    </form>
  );
}
