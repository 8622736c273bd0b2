"use client";

import { useRouter } from "next/navigation";
import { lazy, useRef, useTransition } from "react";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { usePageDialog } from "@/components/ui/use-page-dialog";
import type { Viewer } from "@/lib/auth/schema";
import type { SettingsView as Settings } from "@/lib/domain/settings/schema";
import { ExtraRecipientsCard } from "./extra-recipients-card";
import { RulesForm } from "./rules-form";
import type { OpenSettingsDialog } from "./settings-dialogs";

const loadDialogs = () => import("./settings-dialogs");
const SettingsDialogs = lazy(() => loadDialogs().then((file) => ({ default: file.SettingsDialogs })));

/** The rules, and who is notified besides the Super Users. */
export function SettingsView({ settings, viewer }: { settings: Settings; viewer: Viewer }) {
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
      <RulesForm settings={settings} viewer={viewer} />
      <ExtraRecipientsCard extraRecipients={settings.extraRecipients} onShow={show} />
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
