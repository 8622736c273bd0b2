import type { HealthWords } from "@/components/health/health-report";
import { serverWords } from "@/lib/auth/language/words";

/** What the checks are told with, in the language of the request. */
export async function statusWords(): Promise<HealthWords> {
  const say = await serverWords("health");
  const doctor = await serverWords("doctor");
  return {
    verdicts: {
      good: doctor("verdict.good"),
      warning: doctor("verdict.warning"),
      bad: doctor("verdict.bad"),
      unknown: doctor("verdict.unknown"),
    },
    passed: (count) => say("counts.good", { count }),
    todo: say("todo"),
    variable: say("variable"),
  };
}
