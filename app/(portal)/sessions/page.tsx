import { PageWords } from "@/app/page-words";
import { PageTitle } from "@/components/layout/page-title";
import { ReadAgain } from "@/components/layout/read-again";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { SessionsView } from "@/components/sessions/sessions-view";
import { serverWords } from "@/lib/auth/language/words";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { listOwnSessions } from "@/lib/domain/sessions/queries";

export async function generateMetadata() {
  const say = await serverWords("sessions");
  return { title: say("title") };
}

export default async function SessionsPage() {
  const loaded = await loadForSuperUser("/sessions", listOwnSessions);
  const say = await serverWords("sessions");
  if (!loaded.ok) return <UnreadablePage title={say("title")} message={loaded.message} />;
  return (
    <PageWords rooms={["sessions"]}>
      <div className="flex flex-col gap-5">
        <PageTitle title={say("title")} aside={<ReadAgain readAt={loaded.readAt} byItself />}>
          {say("lead")}
        </PageTitle>
        <SessionsView viewer={loaded.viewer} open={loaded.data} />
      </div>
    </PageWords>
  );
}
