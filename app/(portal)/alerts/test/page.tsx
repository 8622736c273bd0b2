import { AlertsTabs } from "@/app/(portal)/alerts/alerts-tabs";
import { DrillCard } from "@/components/drill/drill-card";
import { PageTitle } from "@/components/layout/page-title";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { serverTranslator, titled } from "@/lib/auth/language/server-translator";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { readDrills } from "@/lib/domain/drill/queries";

export const generateMetadata = titled("layout", (t) => t("tabs.test"));

/** The rehearsal of the alerts. */
export default async function TestAlertPage() {
  const loaded = await loadForSuperUser("/alerts/test", readDrills);
  const title = (await serverTranslator("layout"))("tabs.test");
  if (!loaded.ok) return <UnreadablePage title={title} message={loaded.message} />;
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title={title} />
      <AlertsTabs here="/alerts/test" />
      <DrillCard viewer={loaded.viewer} drills={loaded.data} />
    </div>
  );
}
