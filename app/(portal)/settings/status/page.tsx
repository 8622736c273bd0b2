import { Suspense } from "react";
import { SettingsTabs } from "@/app/(portal)/settings/settings-tabs";
import { ExternalCheck } from "@/components/health/external-check";
import { countVerdicts, HealthReport, HealthSummary } from "@/components/health/health-report";
import { LandingCard } from "@/components/health/landing-card";
import { SkeletonRows } from "@/components/layout/page-skeleton";
import { PageTitle } from "@/components/layout/page-title";
import { ReadAgain } from "@/components/layout/read-again";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { UnreadablePart } from "@/components/layout/unreadable-part";
import { CoreGapCard } from "@/components/settings/core-gap-card";
import { requestLanguage } from "@/lib/auth/language/request-language";
import { serverTranslator, titled } from "@/lib/auth/language/server-translator";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { readOutside as readExternalCheck } from "@/lib/domain/probe/queries";
import { readLanding } from "@/lib/domain/public-access/landing";
import { readCoreGap } from "@/lib/reports/core-gap/queries";
import { readHealth, readOutside } from "@/lib/reports/doctor/queries";
import { statusIntl } from "./status-intl";

export const generateMetadata = titled("health", (t) => t("title"));

/** Whether what is needed is there. Opening it changes nothing (E25). */
export default async function StatusPage() {
  const language = await requestLanguage();
  const loaded = await loadForSuperUser("/settings/status", async () => ({
    health: await readHealth(language),
    gap: await readCoreGap(),
  }));
  const t = await serverTranslator("health");
  if (!loaded.ok) return <UnreadablePage title={t("title")} message={loaded.message} />;
  const { health, gap } = loaded.data;
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title={t("title")} aside={<ReadAgain readAt={health.checkedAt} />} />
      <SettingsTabs here="/settings/status" />
      <HealthSummary
        label={t("summary")}
        counts={countVerdicts(health.sections)}
        t={(verdict, count) => t(`counts.${verdict}`, { count })}
      />
      <Suspense fallback={null}>
        <ExternalCheckPart />
      </Suspense>
      <HealthReport sections={health.sections} words={await statusIntl()} />
      <section aria-labelledby="network" className="flex flex-col gap-3">
        <h2 id="network" className="font-semibold text-lg">
          {t("network")}
        </h2>
        <Suspense fallback={<OutsideLoading />}>
          <OutsidePart />
        </Suspense>
      </section>
      <Suspense fallback={null}>
        <LandingPart />
      </Suspense>
      <CoreGapCard gap={gap} t={await serverTranslator("coreGap")} />
    </div>
  );
}

/** What Matomo itself shows anonymous visitors first. */
async function LandingPart() {
  const loaded = await loadForSuperUser("/settings/status", readLanding);
  if (!loaded.ok) return <UnreadablePart>{loaded.message}</UnreadablePart>;
  return <LandingCard landing={loaded.data} t={await serverTranslator("landing")} />;
}

/** What anonymous visitors can really read, and the way to check now; read again while the page is open. */
async function ExternalCheckPart() {
  const loaded = await loadForSuperUser("/settings/status", readExternalCheck);
  return (
    <div id="external-check" className="scroll-mt-4">
      {loaded.ok ? (
        <ExternalCheck outside={loaded.data} viewer={loaded.viewer} />
      ) : (
        <UnreadablePart>{loaded.message}</UnreadablePart>
      )}
    </div>
  );
}

/** What others answer over the network, read apart from the rest of the page: whoever is slow holds up nothing else. */
async function OutsidePart() {
  const language = await requestLanguage();
  const loaded = await loadForSuperUser("/settings/status", () => readOutside(language));
  if (!loaded.ok) return <UnreadablePart>{loaded.message}</UnreadablePart>;
  return <HealthReport sections={loaded.data} words={await statusIntl()} />;
}

/** In its place until they have answered. */
async function OutsideLoading() {
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
