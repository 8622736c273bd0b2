import { SectionTabs } from "@/components/layout/section-tabs";
import { serverTranslator } from "@/lib/auth/language/server-translator";

const TABS = [
  { href: "/settings", name: "rules" },
  { href: "/settings/status", name: "status" },
] as const;

/** The pages of Settings. */
export async function SettingsTabs({ here }: { here: (typeof TABS)[number]["href"] }) {
  const t = await serverTranslator("layout");
  const tabs = TABS.map(({ href, name }) => ({ href, name: t(`tabs.${name}`) }));
  return <SectionTabs label={t("nav.settings")} tabs={tabs} here={here} />;
}
