"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { useFilterLabel } from "@/components/public-access/filters/use-filter-label";
import { DetailList } from "@/components/ui/detail-list";
import { Moment } from "@/components/ui/moment";
import type { SiteDetails } from "@/lib/domain/public-access/reading-schema";
import type { SiteRow } from "@/lib/domain/public-access/schema";

type SiteFactsProps = { site: SiteRow; details: Pick<SiteDetails, "timeZone" | "aliasUrls" | "visitsLog"> };

/** What Matomo says of the site, and what of it anyone sees or would see. */
export function SiteFacts({ site, details: { timeZone, aliasUrls, visitsLog } }: SiteFactsProps) {
  const t = useTranslations("publicAccess");
  const label = useFilterLabel();
  const headingId = useId();
  return (
    <section aria-labelledby={headingId}>
      <h3 id={headingId} className="mb-2 font-semibold text-sm">
        {t("details.facts")}
      </h3>
      <DetailList
        facts={[
          { label: t("details.address"), value: site.url ? <bdi dir="ltr">{site.url}</bdi> : t("details.none") },
          { label: t("details.aliases"), value: <Aliases aliasUrls={aliasUrls} /> },
          { label: t("filter.group"), value: <bdi>{label("group", site.group)}</bdi> },
          { label: t("filter.type"), value: <bdi>{label("type", site.type)}</bdi> },
          { label: t("details.timeZone"), value: <bdi dir="ltr">{timeZone ?? t("details.none")}</bdi> },
          {
            label: t("details.created"),
            value: site.createdAt === null ? t("publication.unknown") : <Moment iso={site.createdAt} />,
          },
          { label: t("details.visitsLog"), value: t(`details.visitsLogIs.${visitsLog}`) },
        ]}
      />
    </section>
  );
}

function Aliases({ aliasUrls: { count, first } }: Pick<SiteDetails, "aliasUrls">) {
  const t = useTranslations("publicAccess.details");
  if (count === 0) return t("none");
  return (
    <ul>
      {first.map((url) => (
        <li key={url}>
          <bdi dir="ltr">{url}</bdi>
        </li>
      ))}
      {count > first.length && <li>{t("moreAliases", { count: count - first.length })}</li>}
    </ul>
  );
}
