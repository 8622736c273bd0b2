"use client";

import { Lock, LockOpen } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { ExactMoment } from "@/components/ui/moment";
import { Typed } from "@/components/ui/typed";
import type { LockState } from "@/lib/domain/public-access/schema";
import { SettingsCard } from "./settings-card";
import type { OpenSettingsDialog } from "./settings-dialogs";

type LockCardProps = {
  lock: LockState | null;
  onShow: (dialog: OpenSettingsDialog, fallback: HTMLElement | null) => void;
};

/** Whether anything may be public at all. */
export function LockCard({ lock, onShow }: LockCardProps) {
  const say = useTranslations("settings.lock");
  const stateRef = useRef<HTMLDivElement>(null);
  const Icon = lock ? Lock : LockOpen;
  return (
    <SettingsCard
      title={say("title")}
      description={
        <>
          <p>{say("meaning")}</p>
          <p>{say("told")}</p>
        </>
      }
    >
      <div className="flex flex-col items-start gap-4">
        <div ref={stateRef} tabIndex={-1} className="flex gap-3 text-sm">
          <Icon
            className={lock ? "mt-0.5 size-4 shrink-0 text-danger" : "mt-0.5 size-4 shrink-0 text-ink-faint"}
            aria-hidden="true"
          />
          {lock ? <Locked lock={lock} /> : <p>{say("open")}</p>}
        </div>
        <Button onClick={() => onShow({ dialog: lock ? "unlock" : "lock" }, stateRef.current)}>
          {say(lock ? "lift" : "lock")}
        </Button>
      </div>
    </SettingsCard>
  );
}

function Locked({ lock }: { lock: LockState }) {
  const say = useTranslations("settings.lock");
  return (
    <div className="min-w-0">
      <p className="font-medium text-danger">{say("locked")}</p>
      <p className="break-words text-ink-soft">
        {say.rich("by", {
          login: lock.by,
          name: (words: ReactNode) => <bdi>{words}</bdi>,
          at: () => <ExactMoment iso={lock.at} />,
          reason: () => <Typed className="italic">{lock.reason}</Typed>,
        })}
      </p>
    </div>
  );
}
