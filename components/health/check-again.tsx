"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useReportReading } from "@/components/layout/connection";
import { useReadAgain } from "@/components/layout/use-read-again";
import { Button } from "@/components/ui/button";
import { ExactMoment } from "@/components/ui/moment";

/** When it was looked, and the way to look again. @param checkedAt ISO 8601 */
export function CheckAgain({ checkedAt }: { checkedAt: string }) {
  const say = useTranslations("health");
  const { busy, failed, readAgain } = useReadAgain();
  useReportReading({ readAt: Date.parse(checkedAt), unreachable: failed });
  const [pressed, setPressed] = useState(false);
  function checkAgain() {
    setPressed(true);
    readAgain();
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button busy={busy} onClick={checkAgain}>
        {say("checkAgain")}
      </Button>
      <p className="text-ink-soft text-sm">{say.rich("checkedAt", { at: () => <ExactMoment iso={checkedAt} /> })}</p>
      <p role="status" className="sr-only">
        {pressed && (busy ? say("checking") : !failed && say("checkedAgain"))}
      </p>
    </div>
  );
}
