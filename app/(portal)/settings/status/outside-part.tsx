import { HealthReport } from "@/components/health/health-report";
import { SkeletonRows } from "@/components/layout/page-skeleton";
import { UnreadablePart } from "@/components/layout/unreadable-part";
import { requestLanguage } from "@/lib/auth/language/request-language";
import { serverTranslator } from "@/lib/auth/language/server-translator";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { readOutside } from "@/lib/reports/doctor/queries";
import { statusIntl } from "./status-intl";

/** What others answer over the network, read apart from the rest of the page: whoever is slow holds up nothing else. */
export async function OutsidePart() {
  const language = await requestLanguage();
  const loaded = await loadForSuperUser("/settings/status", () => readOutside(language));
  if (!loaded.ok) return <UnreadablePart>{loaded.message}</UnreadablePart>;
  return <HealthReport sections={loaded.data} words={await statusIntl()} />;
}

/** In its place until they have answered. */
export async function OutsideLoading() {
  const t = await serverTranslator("health");
  return (
    <div aria-busy="true">
      <p role="status" className="sr-only">
        {t("asking")}
      </p>
      <SkeletonRows rows={2} />
    </div>
  );
}
