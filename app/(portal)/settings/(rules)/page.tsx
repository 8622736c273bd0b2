import { SettingsTabs } from "@/app/(portal)/settings/settings-tabs";
import { PageTitle } from "@/components/layout/page-title";
import { ReadAgain } from "@/components/layout/read-again";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { SettingsView } from "@/components/settings/settings-view";
import { serverTranslator, titled } from "@/lib/auth/language/server-translator";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { readSettings } from "@/lib/domain/settings/queries";

export const generateMetadata = titled("settings", (t) => t("title"));

/** The rules, and who is notified besides the Super Users. Opening it changes nothing (E25). */
export default async function SettingsPage() {
  const loaded = await loadForSuperUser("/settings", readSettings);
  const t = await serverTranslator("settings");
  if (!loaded.ok) return <UnreadablePage title={t("title")} message={loaded.message} />;
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title={t("title")} aside={<ReadAgain readAt={loaded.readAt} />} />
      <SettingsTabs here="/settings" />
      <SettingsView settings={loaded.data} viewer={loaded.viewer} />
    </div>
  );
}
