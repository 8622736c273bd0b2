"use client";

import { Lock, Pause } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { SitesPage } from "@/lib/domain/public-access/schema";

type EmergencyActionsProps = {
  page: Pick<SitesPage, "lock" | "pause" | "reach">;
  onPause: () => void;
  onLock: () => void;
};

/** Everything private, at once. What is in force already is not offered again; its banner has the way out. */
export function EmergencyActions({ page, onPause, onLock }: EmergencyActionsProps) {
  const say = useTranslations("publicAccess.emergency");
  if (page.lock) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the controls of a form
    <div role="group" aria-label={say("label")} className="flex flex-wrap gap-2">
      {!page.pause && page.reach.granted > 0 && (
        <Button size="sm" onClick={onPause}>
          <Pause aria-hidden="true" /> {say("pause")}
        </Button>
      )}
      <Button size="sm" onClick={onLock}>
        <Lock aria-hidden="true" /> {say("lock")}
      </Button>
    </div>
  );
}
