"use client";

import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { SessionEndedNotice } from "@/components/auth/session-ended";
import { Ago } from "@/components/ui/moment";
import { Skeleton } from "@/components/ui/skeleton";
import { outsidePreviewQueryOptions } from "@/lib/domain/probe/query-options";
import type { OutsidePreview } from "@/lib/domain/probe/schema";
import { isSessionOver } from "@/lib/platform/web/read-json-query-options";
import type { OutsideTranslator } from "./verdict-label";

/** What anyone was seen to get on the sites that are public already. */
export function PreviewNote() {
  const t = useTranslations("outside");
  const headingId = useId();
  const { data, error, isError } = useQuery(outsidePreviewQueryOptions());
  const newestAt = data?.newestAt ?? null;
  return (
    <section aria-labelledby={headingId} aria-busy={!data && !isError} className="flex flex-col gap-2 text-sm">
      <h3 id={headingId} className="font-semibold">
        {t("preview.title")}
      </h3>
      {isError && (isSessionOver(error) ? <SessionEndedNotice /> : <p className="text-caution">{t("unread")}</p>)}
      {!data && !isError && <Skeleton className="w-3/4" />}
      {data && !isError && previewLabel(t, data).map((words) => <p key={words}>{words}</p>)}
      {data && !isError && newestAt !== null && (
        <p className="text-[0.8125rem] text-ink-faint">
          {t.rich("checked", { ago: () => <Ago iso={newestAt} asOf={data.asOf} /> })}
        </p>
      )}
    </section>
  );
}

/** What anyone can open on the sites that are public already, sentence by sentence; what is not known is said last. */
export function previewLabel(t: OutsideTranslator, preview: OutsidePreview): string[] {
  if (!preview.isConfigured) return [t("notConfigured")];
  const { lookedAtCount: count, dashboardShownCount, visitsLogOpenCount, userIdsOpenCount } = preview;
  if (count === 0) return [t("never")];
  const counts = { dashboard: dashboardShownCount, visitsLog: visitsLogOpenCount, userIds: userIdsOpenCount };
  const { personalCount, personalUnknownCount } = preview;
  return [
    t("preview.seen", { count, ...counts }),
    ...(personalUnknownCount < count ? [t("preview.personal", { count: personalCount })] : []),
    ...(personalUnknownCount > 0 ? [t("preview.personalUnknown", { count: personalUnknownCount })] : []),
  ];
}
