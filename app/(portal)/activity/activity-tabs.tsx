import { SectionTabs } from "@/components/layout/section-tabs";
import { serverWords } from "@/lib/auth/language/words";

const TABS = [
  { href: "/activity", name: "events" },
  { href: "/activity/history", name: "history" },
  { href: "/activity/reports", name: "reports" },
] as const;

/** The pages of Activity. */
export async function ActivityTabs({ here }: { here: (typeof TABS)[number]["href"] }) {
  const say = await serverWords("layout");
  const tabs = TABS.map(({ href, name }) => ({ href, name: say(`tabs.${name}`) }));
  return <SectionTabs label={say("nav.activity")} tabs={tabs} here={here} />;
}
