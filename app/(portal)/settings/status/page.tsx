import { Suspense } from "react";
import { SettingsTabs } from "@/app/(portal)/settings/settings-tabs";
import { PageWords } from "@/app/page-words";
import { HealthReport } from "@/components/health/health-report";
import { countVerdicts, HealthSummary } from "@/components/health/health-summary";
import { PageTitle } from "@/components/layout/page-title";
import { ReadAgain } from "@/components/layout/read-again";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { CoreGapCard } from "@/components/settings/core-gap-card";
import { requestLanguage } from "@/lib/auth/language/request-language";
import { serverWords } from "@/lib/auth/language/words";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { readCoreGap } from "@/lib/reports/core-gap/queries";
import { readHealth } from "@/lib/reports/doctor/queries";
import { ExternalCheckPart } from "./external-check-part";
import { LandingPart } from "./landing-part";
import { OutsideLoading, OutsidePart } from "./outside-part";
import { statusWords } from "./status-words";

export async function generateMetadata() {
  const say = await serverWords("health");
  return { title: say("title") };
}

/** Whether what is needed is there. Opening it changes nothing (E25). */
export default async function StatusPage() {
  const language = await requestLanguage();
  const loaded = await loadForSuperUser("/settings/status", async () => ({
    health: await readHealth(language),
    gap: await readCoreGap(),
  }));
  const say = await serverWords("health");
  if (!loaded.ok) return <UnreadablePage title={say("title")} message={loaded.message} />;
  const { health, gap } = loaded.data;
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title={say("title")} aside={<ReadAgain readAt={health.checkedAt} />} />
      <SettingsTabs here="/settings/status" />
      <HealthSummary
        label={say("summary")}
        counts={countVerdicts(health.sections)}
        say={(verdict, count) => say(`counts.${verdict}`, { count })}
      />
      <PageWords rooms={["outside"]}>
        <Suspense fallback={null}>
          <ExternalCheckPart />
        </Suspense>
      </PageWords>
      <HealthReport sections={health.sections} words={await statusWords()} />
      <section aria-labelledby="network" className="flex flex-col gap-3">
        <h2 id="network" className="font-semibold text-lg">
          {say("network")}
        </h2>
        <Suspense fallback={<OutsideLoading />}>
          <OutsidePart />
        </Suspense>
      </section>
      <Suspense fallback={null}>
        <LandingPart />
      </Suspense>
      <CoreGapCard gap={gap} say={await serverWords("coreGap")} />
    </div>
  );
}
