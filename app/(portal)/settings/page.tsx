import type { Metadata } from "next";
import { PageTitle } from "@/components/layout/page-title";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { SettingsView } from "@/components/settings/settings-view";
import { loadForSuperUser } from "@/lib/auth/page-guard";
import { singleSignOnName } from "@/lib/auth/single-sign-on/configured";
import { readSettings } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const loaded = await loadForSuperUser("/settings", readSettings);
  if (!loaded.ok) return <UnreadablePage message={loaded.message} />;
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title="Settings" />
      <SettingsView settings={loaded.data} viewer={loaded.viewer} singleSignOn={singleSignOnName()} />
    </div>
  );
}
