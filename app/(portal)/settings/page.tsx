import { PageWords } from "@/app/page-words";
import { PageTitle } from "@/components/layout/page-title";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { listedRecipients } from "@/components/settings/listed-recipients";
import { SettingsView } from "@/components/settings/settings-view";
import { loadForSuperUser } from "@/lib/auth/page-guard";
import { singleSignOnName } from "@/lib/auth/single-sign-on/configured";
import { serverWords } from "@/lib/languages/words";
import { readSettings } from "@/lib/settings/queries";

export async function generateMetadata() {
  const say = await serverWords("settings");
  return { title: say("title") };
}

/** Who hears, how often, and what may be done. Opening it changes nothing (E25). */
export default async function SettingsPage({ searchParams }: PageProps<"/settings">) {
  const all = (await searchParams).recipients === "all";
  const loaded = await loadForSuperUser(all ? "/settings?recipients=all" : "/settings", readSettings);
  if (!loaded.ok) return <UnreadablePage message={loaded.message} />;
  const say = await serverWords("settings");
  const settings = { ...loaded.data, recipients: listedRecipients(loaded.data.recipients, all) };
  return (
    <PageWords rooms={["settings", "deeds"]}>
      <div className="flex flex-col gap-5">
        <PageTitle title={say("title")} />
        <SettingsView settings={settings} viewer={loaded.viewer} singleSignOn={singleSignOnName()} />
      </div>
    </PageWords>
  );
}
