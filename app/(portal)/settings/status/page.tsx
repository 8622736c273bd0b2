import { Suspense } from "react";
import { SettingsTabs } from "@/app/(portal)/settings/settings-tabs";
import { HealthReport } from "@/components/health/health-report";
import { countVerdicts, HealthSummary } from "@/components/health/health-summary";
import { PageTitle } from "@/components/layout/page-title";
import { ReadAgain } from "@/components/layout/read-again";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { CoreGapCard } from "@/components/settings/core-gap-card";
import { requestLanguage } from "@/lib/auth/language/request-language";
import { serverTranslator } from "@/lib/auth/language/server-translator";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { readCoreGap } from "@/lib/reports/core-gap/queries";
import { readHealth } from "@/lib/reports/doctor/queries";
import { ExternalCheckPart } from "./external-check-part";
import { LandingPart } from "./landing-part";
import { OutsideLoading, OutsidePart } from "./outside-part";
import { statusIntl } from "./status-intl";

export async function generateMetadata() {
  const t = await serverTranslator("health");
  return { title: t("title") };
}

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
