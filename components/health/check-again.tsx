"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { ExactMoment } from "@/components/ui/moment";

/** When it was looked, and the way to look again. @param checkedAt ISO 8601 */
export function CheckAgain({ checkedAt }: { checkedAt: string }) {
  const say = useTranslations("health");
  const router = useRouter();
  const [busy, startChecking] = useTransition();
  const [pressed, setPressed] = useState(false);
  function checkAgain() {
    setPressed(true);
    startChecking(() => router.refresh());
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button busy={busy} onClick={checkAgain}>
        {say("checkAgain")}
      </Button>
      <p className="text-ink-soft text-sm">{say.rich("checkedAt", { at: () => <ExactMoment iso={checkedAt} /> })}</p>
      <p role="status" className="sr-only">
        {pressed && say(busy ? "checking" : "checkedAgain")}
      </p>
    </div>
  );
}
