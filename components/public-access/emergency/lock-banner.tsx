"use client";

import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Ago } from "@/components/ui/moment";
import { Typed } from "@/components/ui/typed";
import type { LockState } from "@/lib/domain/public-access/schema";

type LockBannerProps = { lock: LockState; asOf: string; onUnlock: () => void };

/** Nothing may be public, who said so, and the way out. */
export function LockBanner({ lock, asOf, onUnlock }: LockBannerProps) {
  const say = useTranslations("publicAccess.locked");
  return (
    <Alert tone="danger" title={say("title")}>
      <p>
        {say.rich("by", {
          login: () => <bdi>{lock.by}</bdi>,
          ago: () => <Ago iso={lock.at} asOf={asOf} />,
          reason: () => <Typed className="italic">{lock.reason}</Typed>,
        })}
      </p>
      <p className="mt-1">{say("meaning")}</p>
      <Button size="sm" className="mt-3" onClick={onUnlock}>
        {say("lift")}
      </Button>
    </Alert>
  );
}
