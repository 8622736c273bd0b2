"use client";

import { useRouter } from "next/navigation";
import { useRef, useTransition } from "react";
import { useTranslations } from "use-intl";
import { usePageDialog } from "@/components/ui/use-page-dialog";
import type { Viewer } from "@/lib/auth/schema";
import type { SettingsView as Settings } from "@/lib/settings/schema";
import { ExtraRecipientsCard } from "./extra-recipients-card";
import { LazySettingsDialogs } from "./lazy-settings-dialogs";
import type { ListedRecipients } from "./listed-recipients";
import { LockCard } from "./lock-card";
import { RecipientsCard } from "./recipients-card";
import { ReminderCards } from "./reminder-cards";
import { SecondFactorCard } from "./second-factor-card";
import { SettingsCard } from "./settings-card";
import type { OpenSettingsDialog } from "./settings-dialogs";

type SettingsViewProps = {
  settings: Omit<Settings, "recipients"> & { recipients: ListedRecipients };
  viewer: Viewer;
  /** how single sign-on is called here; null when there is none */
  singleSignOn: string | null;
};

/** Who hears, how often, and what may be done at all. */
export function SettingsView({ settings, viewer, singleSignOn }: SettingsViewProps) {
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
      <RecipientsCard recipients={settings.recipients} transport={settings.transport} singleSignOn={singleSignOn} />
      <ExtraRecipientsCard extraRecipients={settings.extraRecipients} onShow={show} />
      <ReminderCards settings={settings} viewer={viewer} />
      <LockCard lock={settings.lock} onShow={show} />
      <SecondFactorCard rule={settings.secondFactor} viewer={viewer} />
      <SettingsCard title={say("title")} description={say("meaning")}>
        <p className="font-medium text-sm">
          <bdi>{settings.timeZone}</bdi>
        </p>
      </SettingsCard>
      <LazySettingsDialogs
        open={dialog.open}
        list={settings.extraRecipients}
        languages={settings.mailLanguages}
        viewer={viewer}
        onClose={dialog.close}
        onDone={dialog.closeDone}
        onChanged={() => startReading(() => router.refresh())}
        returnFocus={dialog.returnFocus}
      />
    </>
  );
}
