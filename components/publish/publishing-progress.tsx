"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Progress } from "@/components/ui/progress";

/** All sites become public together or none does, so nobody can say how many are done; how long it takes is said. */
export function PublishingProgress({ count, busy }: { count: number; busy: boolean }) {
  const t = useTranslations("publish");
  const seconds = useElapsedSeconds(busy);
  return (
    <div className="flex flex-col gap-1">
      <p role="status" className="sr-only">
        {busy && t("busy", { count })}
      </p>
      {busy && (
        <>
          <Progress label={t("busy", { count })} />
          <p className="text-[0.8125rem] text-ink-soft">{t("elapsed", { seconds })}</p>
        </>
      )}
    </div>
  );
}

const SECOND_MS = 1_000;

/** For how many whole seconds something has been going on; 0 when it is not. */
function useElapsedSeconds(isGoingOn: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(0);
    if (!isGoingOn) return;
    const begun = performance.now();
    const tick = setInterval(() => setSeconds(Math.floor((performance.now() - begun) / SECOND_MS)), SECOND_MS);
    return () => clearInterval(tick);
  }, [isGoingOn]);
  return seconds;
}
