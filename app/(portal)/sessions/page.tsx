import { PageTitle } from "@/components/layout/page-title";
import { ReadAgain } from "@/components/layout/read-again";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { SessionsView } from "@/components/sessions/sessions-view";
import { serverTranslator, titled } from "@/lib/auth/language/server-translator";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { listOwnSessions } from "@/lib/domain/sessions/queries";

export const generateMetadata = titled("sessions", (t) => t("title"));

export default async function SessionsPage() {
  const loaded = await loadForSuperUser("/sessions", listOwnSessions);
  const t = await serverTranslator("sessions");
  if (!loaded.ok) return <UnreadablePage title={t("title")} message={loaded.message} />;
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title={t("title")} aside={<ReadAgain readAt={loaded.readAt} byItself />}>
        {t("lead")}
      </PageTitle>
      <SessionsView viewer={loaded.viewer} open={loaded.data} />
    </div>
  );
}
