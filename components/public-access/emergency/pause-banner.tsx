"use client";

import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Ago } from "@/components/ui/moment";
import { Typed } from "@/components/ui/typed";
import type { PauseState } from "@/lib/domain/public-access/schema";

type PauseBannerProps = {
  pause: PauseState;
  asOf: string;
  /** nothing can be resumed while nothing may be public */
  locked: boolean;
  onResume: () => void;
  onDrop: () => void;
};

/** What a pause put aside, and the two ways out. */
export function PauseBanner({ pause, asOf, locked, onResume, onDrop }: PauseBannerProps) {
  const say = useTranslations("publicAccess.paused");
  return (
    <Alert tone="caution" title={say("title", { count: pause.siteCount })}>
      <p>
        {say.rich("by", {
          login: () => <bdi>{pause.by}</bdi>,
          ago: () => <Ago iso={pause.at} asOf={asOf} />,
          reason: () => <Typed className="italic">{pause.reason}</Typed>,
        })}
      </p>
      <p className="mt-1">{say(locked ? "meaningLocked" : "meaning")}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        {!locked && (
          <Button size="sm" onClick={onResume}>
            {say("resume")}
          </Button>
        )}
        <Button size="sm" onClick={onDrop}>
          {say("drop")}
        </Button>
      </div>
    </Alert>
  );
}
