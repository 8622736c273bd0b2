"use client";

import { useTranslations } from "use-intl";
import { Progress } from "@/components/ui/progress";
import { useElapsedSeconds } from "./use-elapsed-seconds";

/** All sites become public together or none does, so nobody can say how many are done; how long it takes is said. */
export function PublishingProgress({ count, busy }: { count: number; busy: boolean }) {
  const say = useTranslations("publish");
  const seconds = useElapsedSeconds(busy);
  return (
    <div className="flex flex-col gap-1">
      <p role="status" className="sr-only">
        {busy && say("busy", { count })}
      </p>
      {busy && (
        <>
          <Progress label={say("busy", { count })} />
          <p className="text-[0.8125rem] text-ink-soft">{say("elapsed", { seconds })}</p>
        </>
      )}
    </div>
  );
}
