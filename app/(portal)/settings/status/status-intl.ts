import type { HealthIntl } from "@/components/health/health-report";
import { serverTranslator } from "@/lib/auth/language/server-translator";

/** What the checks are told with, in the language of the request. */
export async function statusIntl(): Promise<HealthIntl> {
  const t = await serverTranslator("health");
  const doctor = await serverTranslator("doctor");
  return {
    verdicts: {
      good: doctor("verdict.good"),
      warning: doctor("verdict.warning"),
      bad: doctor("verdict.bad"),
      unknown: doctor("verdict.unknown"),
    },
    passed: (count) => t("counts.good", { count }),
    todo: t("todo"),
    variable: t("variable"),
  };
}
