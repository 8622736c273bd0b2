"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { AuditEntry } from "@/lib/audit/schema";
import { EventView } from "./event-view";

/** One event, for lists in the browser such as the history of a site. The page gives the room `activity`. */
export function EventItem({ entry }: { entry: AuditEntry }) {
  const say = useTranslations("activity");
  const format = useFormatter();
  return <EventView entry={entry} words={{ say, format }} />;
}
