import { SectionTabs } from "@/components/layout/section-tabs";
import { serverWords } from "@/lib/auth/language/words";

const TABS = [
  { href: "/alerts", name: "people" },
  { href: "/alerts/sent", name: "sent" },
  { href: "/alerts/test", name: "test" },
] as const;

/** The pages of Alerts. */
export async function AlertsTabs({ here }: { here: (typeof TABS)[number]["href"] }) {
  const say = await serverWords("layout");
  const tabs = TABS.map(({ href, name }) => ({ href, name: say(`tabs.${name}`) }));
  return <SectionTabs label={say("nav.alerts")} tabs={tabs} here={here} />;
}
