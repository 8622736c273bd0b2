"use client";

import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import type { ProbeResult } from "@/lib/domain/probe/schema";
import { SiteNames } from "./site-names";

/** Sites that strangers read though they are private: the first by name, and the way to what to do. */
export function ExposedSites({ total, sites }: ProbeResult["unexpected"]) {
  const t = useTranslations("outside.exposed");
  return (
    <Alert tone="danger" title={t("title", { count: total })}>
      <SiteNames sites={sites} total={total} />
      <p className="mt-1">
        {t("meaning", { count: total })}{" "}
        <a href="/public-access#issues" className="font-medium underline">
          {t("finding")}
        </a>
      </p>
    </Alert>
  );
}
