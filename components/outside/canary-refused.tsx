"use client";

import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { useSiteName } from "./use-site-name";

type CanaryRefusedProps = { site: NamedSite; onLeaveOut: () => void };

/** The site that must never be public is among the chosen ones, and the way on without it. */
export function CanaryRefused({ site, onLeaveOut }: CanaryRefusedProps) {
  const t = useTranslations("outside.canary");
  const tPublish = useTranslations("publish");
  const nameOf = useSiteName();
  return (
    <Alert tone="danger" title={t.rich("refusedTitle", { site: nameOf(site), name: (name) => <bdi>{name}</bdi> })}>
      <p>{t("refusedMeaning")}</p>
      <Button size="sm" className="mt-2" onClick={onLeaveOut}>
        {tPublish("sites.remove")}
      </Button>
    </Alert>
  );
}
