import { HealthSection } from "@/components/health/health-section";
import { serverWords } from "@/lib/auth/language/words";
import type { SaidSection } from "@/lib/reports/doctor/schema";

/** The parts of what was looked at, with the words around them. */
export async function HealthSections({ sections }: { sections: readonly SaidSection[] }) {
  const say = await serverWords("health");
  const verdict = await serverWords("doctor");
  const words = {
    good: verdict("verdict.good"),
    warning: verdict("verdict.warning"),
    bad: verdict("verdict.bad"),
    unknown: verdict("verdict.unknown"),
  };
  return sections.map((section) => (
    <HealthSection
      key={section.group}
      section={section}
      words={words}
      goodSettings={(count) => say("goodSettings", { count })}
    />
  ));
}
