"use client";

import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import type { ProbeResult } from "@/lib/domain/probe/schema";
import { byReason } from "./by-reason";
import { SiteNames } from "./site-names";

/** Sites that are public and yet could not be read, by the likely reason, each with what to do. */
export function UnreadableSites({ total, sites }: ProbeResult["unreadable"]) {
  const t = useTranslations("outside");
  const groups = byReason(sites, total);
  return (
    <Alert tone="caution" title={t("unreadable.title", { count: total })}>
      <p>{t("unreadable.meaning", { count: total })}</p>
      <ul className="mt-1.5 flex flex-col gap-2">
        {groups.map(({ reason, sites: named, total: count }) => (
          <li key={reason}>
            <SiteNames sites={named} total={count} />
            <p>
              {reason !== "unknown" && <span className="text-ink-soft">{t("unreadable.probably")} </span>}
              {t(`reason.${reason}.why`)} {t(`reason.${reason}.remedy`)}
            </p>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
