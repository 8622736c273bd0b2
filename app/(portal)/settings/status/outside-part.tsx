import { HealthReport } from "@/components/health/health-report";
import { SkeletonRows } from "@/components/layout/page-skeleton";
import { UnreadablePart } from "@/components/layout/unreadable-part";
import { requestLanguage } from "@/lib/auth/language/request-language";
import { serverWords } from "@/lib/auth/language/words";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { readOutside } from "@/lib/reports/doctor/queries";
import { statusWords } from "./status-words";

/** What others answer over the network, read apart from the rest of the page: whoever is slow holds up nothing else. */
export async function OutsidePart() {
  const language = await requestLanguage();
  const loaded = await loadForSuperUser("/settings/status", () => readOutside(language));
  if (!loaded.ok) return <UnreadablePart>{loaded.message}</UnreadablePart>;
  return <HealthReport sections={loaded.data} words={await statusWords()} />;
}

/** In its place until they have answered. */
export async function OutsideLoading() {
  const say = await serverWords("health");
  return (
    <div aria-busy="true">
      <p role="status" className="sr-only">
        {say("asking")}
      </p>
      <SkeletonRows rows={2} />
    </div>
  );
}
