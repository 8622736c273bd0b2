"use client";

import { useRouter } from "next/navigation";
import { lazy, useRef, useTransition } from "react";
import { useTranslations } from "use-intl";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { usePageDialog } from "@/components/ui/use-page-dialog";
import type { Viewer } from "@/lib/auth/schema";
import type { SettingsView as Settings } from "@/lib/domain/settings/schema";
import { ExtraRecipientsCard } from "./extra-recipients-card";
import { ReminderCards } from "./reminder-cards";
import { SecondFactorCard } from "./second-factor-card";
import { SettingsCard } from "./settings-card";
import type { OpenSettingsDialog } from "./settings-dialogs";

const loadDialogs = () => import("./settings-dialogs");
const SettingsDialogs = lazy(() => loadDialogs().then((file) => ({ default: file.SettingsDialogs })));

type SettingsViewProps = {
  settings: Omit<Settings, "recipients" | "mailReach">;
  viewer: Viewer;
};

/** Who else hears, how often, and what may be done at all. */
export function SettingsView({ settings, viewer }: SettingsViewProps) {
  const say = useTranslations("settings.zone");
  const router = useRouter();
  const [, startReading] = useTransition();
  const fallback = useRef<HTMLElement | null>(null);
  const dialog = usePageDialog<OpenSettingsDialog>(fallback);
  function show(open: OpenSettingsDialog, whenGone: HTMLElement | null) {
    fallback.current = whenGone;
    dialog.show(open);
  }
  return (
    <>
      <ExtraRecipientsCard extraRecipients={settings.extraRecipients} onShow={show} />
      <ReminderCards settings={settings} viewer={viewer} />
      <SecondFactorCard rule={settings.secondFactor} viewer={viewer} />
      <SettingsCard title={say("title")} description={say("meaning")}>
        <p className="font-medium text-sm">
          <bdi>{settings.timeZone}</bdi>
        </p>
      </SettingsCard>
      <LazyDialog early={loadDialogs}>
        {dialog.open && (
          <SettingsDialogs
            open={dialog.open}
            list={settings.extraRecipients}
            languages={settings.mailLanguages}
            viewer={viewer}
            onClose={dialog.close}
            onDone={dialog.closeDone}
            onChanged={() => startReading(() => router.refresh())}
            returnFocus={dialog.returnFocus}
          />
        )}
      </LazyDialog>
    </>
  );
}
