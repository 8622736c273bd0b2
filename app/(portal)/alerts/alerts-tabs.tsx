import { SectionTabs } from "@/components/layout/section-tabs";
import { serverTranslator } from "@/lib/auth/language/server-translator";

const TABS = [
  { href: "/alerts", name: "people" },
  { href: "/alerts/sent", name: "sent" },
  { href: "/alerts/test", name: "test" },
] as const;

/** The pages of Alerts. */
export async function AlertsTabs({ here }: { here: (typeof TABS)[number]["href"] }) {
  const t = await serverTranslator("layout");
  const tabs = TABS.map(({ href, name }) => ({ href, name: t(`tabs.${name}`) }));
  return <SectionTabs label={t("nav.alerts")} tabs={tabs} here={here} />;
}
