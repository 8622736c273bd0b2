import { SectionTabs } from "@/components/layout/section-tabs";
import { serverWords } from "@/lib/auth/language/words";

const TABS = [
  { href: "/settings", name: "rules" },
  { href: "/settings/status", name: "status" },
] as const;

/** The pages of Settings. */
export async function SettingsTabs({ here }: { here: (typeof TABS)[number]["href"] }) {
  const say = await serverWords("layout");
  const tabs = TABS.map(({ href, name }) => ({ href, name: say(`tabs.${name}`) }));
  return <SectionTabs label={say("nav.settings")} tabs={tabs} here={here} />;
}
