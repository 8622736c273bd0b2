"use client";

import { Plus, X } from "lucide-react";
import { useRef } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { SettingsView } from "@/lib/domain/settings/schema";
import { EXTRA_RECIPIENTS_MAX } from "@/lib/ledger/settings/terms";
import { languageName } from "./language-name";
import { SettingsCard } from "./settings-card";
import type { OpenSettingsDialog } from "./settings-dialogs";

type ExtraRecipientsCardProps = Pick<SettingsView, "extraRecipients"> & {
  onShow: (dialog: OpenSettingsDialog, fallback: HTMLElement | null) => void;
};

/** Who is notified besides the Super Users. */
export function ExtraRecipientsCard({ extraRecipients: list, onShow }: ExtraRecipientsCardProps) {
  const t = useTranslations("settings.extra");
  const tSetting = useTranslations("setting.of.extra-recipients");
  const locale = useLocale();
  const listRef = useRef<HTMLDivElement>(null);
  const show = (dialog: OpenSettingsDialog) => onShow(dialog, listRef.current);
  return (
    <SettingsCard title={tSetting("name")} description={tSetting("hint")}>
      <div ref={listRef} tabIndex={-1} className="flex flex-col items-start gap-4 text-sm">
        {list.length === 0 ? (
          <p>{t("none")}</p>
        ) : (
          <ul aria-label={tSetting("name")} className="w-full divide-y divide-line">
            {list.map(({ address, language }) => (
              <li key={address} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5">
                <div className="min-w-0">
                  <p className="break-all font-medium">
                    <bdi>{address}</bdi>
                  </p>
                  <p className="text-ink-soft" suppressHydrationWarning>
                    {t("mailsIn", { language: languageName(language, locale) })}
                  </p>
                </div>
                <Button size="sm" onClick={() => show({ dialog: "remove-extra", address })}>
                  <X aria-hidden="true" />
                  <span>
                    {t.rich("remove", { address, rest: (words) => <span className="sr-only">{words}</span> })}
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        )}
        {list.length >= EXTRA_RECIPIENTS_MAX ? (
          <p className="text-ink-soft">{t("full", { max: EXTRA_RECIPIENTS_MAX })}</p>
        ) : (
          <Button onClick={() => show({ dialog: "add-extra" })}>
            <Plus aria-hidden="true" />
            {t("add")}
          </Button>
        )}
      </div>
    </SettingsCard>
  );
}
