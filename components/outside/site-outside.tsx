"use client";

import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { SessionEndedNotice } from "@/components/auth/session-ended";
import { Alert } from "@/components/ui/alert";
import { Ago } from "@/components/ui/moment";
import { Skeleton } from "@/components/ui/skeleton";
import { outsideOfSiteQueryOptions } from "@/lib/domain/probe/query-options";
import type { OutsideOfSite } from "@/lib/domain/probe/schema";
import { isSessionOver } from "@/lib/platform/web/read-json-query-options";
import { ProbeFacts } from "./probe-facts";

/** While a check is awaited that began with a change. */
const REFETCH_MS = 2_000;

/** What anyone can open of one site, as the newest probe found it; nothing that was seen before the site changed. */
export function SiteOutside({ siteId }: { siteId: number }) {
  const t = useTranslations("outside");
  const headingId = useId();
  const { data, error, isError } = useQuery({
    ...outsideOfSiteQueryOptions(siteId),
    refetchInterval: ({ state }) => (state.data?.isChecking ? REFETCH_MS : false),
  });
  return (
    <section aria-labelledby={headingId} aria-busy={!data && !isError}>
      <h3 id={headingId} className="mb-2 font-semibold text-sm">
        {t("site.title")}
      </h3>
      {isError &&
        (isSessionOver(error) ? <SessionEndedNotice /> : <p className="text-caution text-sm">{t("unread")}</p>)}
      {!data && !isError && <Skeleton className="w-2/3" />}
      {data && !isError && <Seen site={data} />}
    </section>
  );
}

function Seen({ site }: { site: OutsideOfSite }) {
  const t = useTranslations("outside");
  const { asOf, confirmedAt, unreadableReason: reason } = site;
  // What was seen before the site changed is not shown.
  const probe = site.isStale ? null : site.probe;
  const unseen = unseenOf(site);
  return (
    <div className="flex flex-col items-start gap-3 text-sm">
      {site.isCanary && <p>{t("site.canary")}</p>}
      {site.isUnexpected && <Alert tone="danger">{t("site.unexpected")}</Alert>}
      {reason !== null && (
        <Alert tone="caution">
          {t("site.unreadable", { why: t(`cause.${reason}.what`), remedy: t(`cause.${reason}.remedy`) })}
        </Alert>
      )}
      {!probe && confirmedAt === null && (
        <p className="text-ink-soft" role="status">
          {t(unseen)}
          {(unseen === "never" || unseen === "changed") && <span className="block">{t("unknown")}</span>}
        </p>
      )}
      {!probe && confirmedAt !== null && (
        <p>
          {t("site.confirmed")}{" "}
          <span className="text-ink-faint">
            (<Ago iso={confirmedAt} asOf={asOf} />)
          </span>
        </p>
      )}
      {probe && <ProbeFacts probe={probe} />}
      {probe && (
        <p className="text-[0.8125rem] text-ink-faint">
          {t.rich("checked", { ago: () => <Ago iso={probe.lookedAt} asOf={asOf} /> })}
        </p>
      )}
    </div>
  );
}

/** Why there is nothing to show of a site. */
function unseenOf({ isConfigured, isChecking, isStale }: OutsideOfSite) {
  if (!isConfigured) return "notConfigured";
  if (isChecking) return "checking";
  return isStale ? "changed" : "never";
}
