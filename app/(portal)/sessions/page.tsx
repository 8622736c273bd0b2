import type { Metadata } from "next";
import { PageTitle } from "@/components/layout/page-title";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { SessionsView } from "@/components/sessions/sessions-view";
import { loadForSuperUser } from "@/lib/auth/page-guard";
import { listOwnSessions } from "@/lib/sessions/queries";

export const metadata: Metadata = { title: "Your sessions" };

export default async function SessionsPage() {
  const loaded = await loadForSuperUser("/sessions", listOwnSessions);
  if (!loaded.ok) return <UnreadablePage message={loaded.message} />;
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title="Your sessions">
        Where you are signed in to this portal. A session ends by itself after 30 minutes without a request, after 12
        hours at the latest, and when your password or second factor changes in Matomo.
      </PageTitle>
      <SessionsView viewer={loaded.viewer} open={loaded.data} />
    </div>
  );
}
