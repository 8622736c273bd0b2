import { UnreadablePage } from "@/components/layout/unreadable-page";
import { EngineNotice } from "@/components/public-access/status/engine-notice";
import { PublishView } from "@/components/publish/publish-view";
import { requestLanguage } from "@/lib/auth/language/request-language";
import { titled } from "@/lib/auth/language/server-translator";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { isBlocked } from "@/lib/domain/public-access/block-view";
import { readEngineTrouble } from "@/lib/reports/doctor/queries";

export const generateMetadata = titled("publish", (t) => t("title"));

/** Publishing, step by step. Opening it changes nothing; what was chosen is kept by the browser's tab. */
export default async function PublishPage({ searchParams }: PageProps<"/public-access/publish">) {
  const { step } = await searchParams;
  const here = `/public-access/publish?${new URLSearchParams({ step: typeof step === "string" ? step : "sites" })}`;
  const loaded = await loadForSuperUser(here, async () => ({
    engine: await readEngineTrouble(await requestLanguage()),
    isBlocked: await isBlocked(),
  }));
  if (!loaded.ok) return <UnreadablePage message={loaded.message} />;
  return (
    <>
      <EngineNotice lines={loaded.data.engine} />
      <PublishView viewer={loaded.viewer} isBlocked={loaded.data.isBlocked} />
    </>
  );
}
