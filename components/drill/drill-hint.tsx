"use client";

import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { DRILL_STALE_DAYS } from "@/lib/domain/drill/terms";

const DAY_MS = 24 * 3_600_000;

/** That nobody knows whether alerts still arrive. @param newest when the last drill began, ISO 8601 */
export function DrillHint({ newest, asOf }: { newest: string | undefined; asOf: string }) {
  const say = useTranslations("drill");
  if (newest !== undefined && Date.parse(asOf) - Date.parse(newest) <= DRILL_STALE_DAYS * DAY_MS) return null;
  return (
    <div className="px-4 pb-4 sm:px-6">
      <Alert tone="caution">{newest === undefined ? say("never") : say("stale", { days: DRILL_STALE_DAYS })}</Alert>
    </div>
  );
}
