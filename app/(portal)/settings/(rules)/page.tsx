import { SettingsTabs } from "@/app/(portal)/settings/settings-tabs";
import { PageWords } from "@/app/page-words";
import { PageTitle } from "@/components/layout/page-title";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { listedRecipients } from "@/components/settings/listed-recipients";
import { RecipientsCard } from "@/components/settings/recipients-card";
import { SettingsView } from "@/components/settings/settings-view";
import { serverWords } from "@/lib/auth/language/words";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { singleSignOnName } from "@/lib/auth/single-sign-on/configured";
import { readSettings } from "@/lib/domain/settings/queries";

export async function generateMetadata() {
  const say = await serverWords("settings");
  return { title: say("title") };
}

/** Who hears, how often, and what may be done. Opening it changes nothing (E25). */
export default async function SettingsPage({ searchParams }: PageProps<"/settings">) {
  const all = (await searchParams).recipients === "all";
  const loaded = await loadForSuperUser(all ? "/settings?recipients=all" : "/settings", readSettings);
  const say = await serverWords("settings");
  if (!loaded.ok) return <UnreadablePage title={say("title")} message={loaded.message} />;
  const { recipients, mailReach, ...settings } = loaded.data;
  return (
    <PageWords rooms={["settings", "deeds"]}>
      <div className="flex flex-col gap-5">
        <PageTitle title={say("title")} readAt={loaded.readAt} byItself={false} />
        <SettingsTabs here="/settings" />
        <RecipientsCard
          recipients={listedRecipients(recipients, all)}
          reach={(await serverWords("mailReach"))(mailReach.is, mailReach)}
          singleSignOn={singleSignOnName()}
          say={say}
        />
        <SettingsView settings={settings} viewer={loaded.viewer} />
      </div>
    </PageWords>
  );
}
