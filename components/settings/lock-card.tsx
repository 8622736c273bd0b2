"use client";

import { Lock, LockOpen } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import type { ChangeDialogProps } from "@/components/public-access/dialog-props";
import { LockDialog } from "@/components/public-access/lock-dialog";
import { UnlockDialog } from "@/components/public-access/unlock-dialog";
import { Button } from "@/components/ui/button";
import { ExactMoment } from "@/components/ui/moment";
import { usePageDialog } from "@/components/ui/use-page-dialog";
import type { Viewer } from "@/lib/auth/schema";
import type { LockState } from "@/lib/public-access/schema";
import { SettingsCard } from "./settings-card";

/** Whether anything may be public at all. */
export function LockCard({ lock, viewer }: { lock: LockState | null; viewer: Viewer }) {
  const router = useRouter();
  const stateRef = useRef<HTMLDivElement>(null);
  const dialog = usePageDialog<"lock" | "unlock">(stateRef);
  const dialogProps: ChangeDialogProps = {
    viewer,
    onClose: dialog.close,
    onDone: dialog.closeDone,
    onChanged: () => router.refresh(),
    returnFocus: dialog.returnFocus,
  };
  const Icon = lock ? Lock : LockOpen;
  return (
    <SettingsCard
      title="Lock"
      description={
        <>
          <p>
            While the lock is on, nothing may be public: all sites are private, none can be made public in the portal,
            and what becomes public elsewhere is made private by the watch.
          </p>
          <p>Locking and lifting are told to every Super User.</p>
        </>
      }
    >
      <div className="flex flex-col items-start gap-4">
        <div ref={stateRef} tabIndex={-1} className="flex gap-3 text-sm">
          <Icon
            className={lock ? "mt-0.5 size-4 shrink-0 text-danger" : "mt-0.5 size-4 shrink-0 text-ink-faint"}
            aria-hidden="true"
          />
          {lock ? (
            <div>
              <p className="font-medium text-danger">Locked: nothing may be public</p>
              <p className="text-ink-soft">
                By <bdi>{lock.by}</bdi>, <ExactMoment iso={lock.at} />: <bdi className="italic">{lock.reason}</bdi>
              </p>
            </div>
          ) : (
            <p>Not locked: Super Users can make sites public.</p>
          )}
        </div>
        <Button onClick={() => dialog.show(lock ? "unlock" : "lock")}>{lock ? "Lift the lock…" : "Lock…"}</Button>
      </div>
      {dialog.open === "lock" && <LockDialog {...dialogProps} publicCount={null} />}
      {dialog.open === "unlock" && <UnlockDialog {...dialogProps} />}
    </SettingsCard>
  );
}
