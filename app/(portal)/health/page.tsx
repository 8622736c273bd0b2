import { Suspense } from "react";
import { PageWords } from "@/app/page-words";
import { CheckAgain } from "@/components/health/check-again";
import { countVerdicts, HealthSummary, worstIn } from "@/components/health/health-summary";
import { PageTitle } from "@/components/layout/page-title";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { requestLanguage } from "@/lib/auth/language/request-language";
import { serverWords } from "@/lib/auth/language/words";
import { loadForSuperUser } from "@/lib/auth/page-guard";
import { readHealth } from "@/lib/reports/doctor/queries";
import { DrillLoading, DrillPart } from "./drill-part";
import { HealthSections } from "./health-sections";
import { OutsideLoading, OutsidePart } from "./outside-part";

export async function generateMetadata() {
  const say = await serverWords("health");
  return { title: say("title") };
}

const HEADLINES = {
  bad: "somethingBad",
  unknown: "somethingUnknown",
  warning: "warningsOnly",
  good: "allGood",
} as const;

/** What the portal needs and whether it has it. Opening it changes nothing (E25). */
export default async function HealthPage() {
  const language = await requestLanguage();
  const loaded = await loadForSuperUser("/health", () => readHealth(language));
  const say = await serverWords("health");
  if (!loaded.ok) return <UnreadablePage title={say("title")} message={loaded.message} />;
  const { sections, checkedAt } = loaded.data;
  const counts = countVerdicts(sections);
  const worst = worstIn(counts);
  return (
    <PageWords rooms={["health", "drill"]}>
      <div className="flex flex-col gap-5">
        <PageTitle title={say("title")}>{say("lead")}</PageTitle>
        <HealthSummary
          label={say("summary")}
          worst={worst}
          headline={say(HEADLINES[worst])}
          counts={say("counts", counts)}
          notCounted={say("notCounted")}
        />
        <CheckAgain checkedAt={checkedAt} />
        <HealthSections sections={sections} />
        <Suspense fallback={<OutsideLoading />}>
          <OutsidePart />
        </Suspense>
        <Suspense fallback={<DrillLoading />}>
          <DrillPart />
        </Suspense>
      </div>
    </PageWords>
  );
}
