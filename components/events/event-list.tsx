"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { AuditEntry } from "@/lib/ledger/audit/schema";
import { EVENT_LIST, EventItem, EventSigns } from "./event-item";

/** Events in the browser, such as the history of a site in a side panel. */
export function EventList({ entries, label }: { entries: readonly AuditEntry[]; label: string }) {
  const t = useTranslations("activity");
  const tFindings = useTranslations("findings");
  const tSetting = useTranslations("setting");
  const format = useFormatter();
  return (
    <>
      <EventSigns />
      <ol aria-label={label} className={EVENT_LIST}>
        {entries.map((entry) => (
          <EventItem key={entry.seq} entry={entry} intl={{ t, tFindings, tSetting, format }} />
        ))}
      </ol>
    </>
  );
}
