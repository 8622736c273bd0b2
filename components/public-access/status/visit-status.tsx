"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useLastVisit } from "@/components/public-access/page-state/use-last-visit";
import { StatusPart } from "@/components/ui/status-part";
import { siteChangesQueryOptions } from "@/lib/domain/public-access/query-options";

type VisitStatusProps = {
  login: string;
  asOf: string;
  /** the instance's, in which the activity counts days */
  timeZone: string;
};

/** What became public since this person last looked. */
export function VisitStatus({ login, asOf, timeZone }: VisitStatusProps) {
  const since = useLastVisit(login, asOf);
  return since === null ? null : <MadePublicSince since={since} timeZone={timeZone} />;
}

/** Nothing while nothing did. */
export function MadePublicSince({ since, timeZone }: { since: string; timeZone: string }) {
  const t = useTranslations("publicAccess.status");
  const { data } = useQuery(siteChangesQueryOptions(since));
  if (!data || data.madePublic === 0) return null;
  return (
    <StatusPart tone="caution" href={`/activity?kind=public-access&from=${dayOf(since, timeZone)}`}>
      {t("sinceVisit", { count: data.madePublic })}
    </StatusPart>
  );
}

/** `2026-11-24`: the day of a moment, as the address of the activity says it. */
function dayOf(iso: string, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(new Date(iso));
}
