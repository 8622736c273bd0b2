import { SectionTabs } from "@/components/layout/section-tabs";
import { serverTranslator } from "@/lib/auth/language/server-translator";

const TABS = [
  { href: "/activity", name: "events" },
  { href: "/activity/history", name: "history" },
  { href: "/activity/reports", name: "reports" },
] as const;

/** The pages of Activity. */
export async function ActivityTabs({ here }: { here: (typeof TABS)[number]["href"] }) {
  const t = await serverTranslator("layout");
  const tabs = TABS.map(({ href, name }) => ({ href, name: t(`tabs.${name}`) }));
  return <SectionTabs label={t("nav.activity")} tabs={tabs} here={here} />;
}
