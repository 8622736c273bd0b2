"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { EventList } from "@/components/events/event-list";
import { Link } from "@/components/ui/link";
import type { SiteDetails } from "@/lib/domain/public-access/reading-schema";

type SiteHistoryProps = Pick<SiteDetails, "history"> & { siteId: number };

/** What happened to a site, newest first, and how far back was looked: an unseen past is never called empty. */
export function SiteHistory({ siteId, history }: SiteHistoryProps) {
  const t = useTranslations("publicAccess.history");
  const headingId = useId();
  const { entries, total, unsure, isComplete, lookedAt } = history;
  return (
    <section aria-labelledby={headingId}>
      <h3 id={headingId} className="mb-2 font-semibold text-sm">
        {t("title")}
      </h3>
      {entries.length === 0 && isComplete && <p className="text-ink-soft text-sm">{t("nothing")}</p>}
      {entries.length > 0 && (
        <div className="rounded-xl border border-line">
          <EventList entries={entries} label={t("title")} />
        </div>
      )}
      <div className="mt-2 flex flex-col gap-1 text-[0.8125rem] text-ink-soft empty:hidden">
        {total > entries.length && <p>{t("more", { shown: entries.length, total })}</p>}
        {unsure > 0 && <p>{t("unsure", { count: unsure })}</p>}
        {!isComplete && <p>{t("incomplete", { lookedAt })}</p>}
        {(total > entries.length || !isComplete) && (
          <p>
            <Link href={`/activity?site=${siteId}`} className="text-accent underline">
              {t("activity")}
            </Link>
          </p>
        )}
      </div>
    </section>
  );
}
