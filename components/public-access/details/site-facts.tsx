"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { useFilterWords } from "@/components/public-access/filters/use-filter-words";
import { DetailList } from "@/components/ui/detail-list";
import { Moment } from "@/components/ui/moment";
import type { SiteDetails } from "@/lib/domain/public-access/reading-schema";
import type { SiteRow } from "@/lib/domain/public-access/schema";

type SiteFactsProps = { site: SiteRow; details: Pick<SiteDetails, "timeZone" | "aliasUrls" | "visitsLog"> };

/** What Matomo says of the site, and what of it strangers see or would see. */
export function SiteFacts({ site, details: { timeZone, aliasUrls, visitsLog } }: SiteFactsProps) {
  const say = useTranslations("publicAccess");
  const words = useFilterWords();
  const headingId = useId();
  return (
    <section aria-labelledby={headingId}>
      <h3 id={headingId} className="mb-2 font-semibold text-sm">
        {say("details.facts")}
      </h3>
      <DetailList
        facts={[
          { label: say("details.address"), value: site.url ? <bdi dir="ltr">{site.url}</bdi> : say("details.none") },
          { label: say("details.aliases"), value: <Aliases aliasUrls={aliasUrls} /> },
          { label: say("filter.group"), value: <bdi>{words.value("group", site.group)}</bdi> },
          { label: say("filter.type"), value: <bdi>{words.value("type", site.type)}</bdi> },
          { label: say("details.timeZone"), value: <bdi dir="ltr">{timeZone ?? say("details.none")}</bdi> },
          {
            label: say("details.created"),
            value: site.createdAt === null ? say("details.unknown") : <Moment iso={site.createdAt} />,
          },
          { label: say("details.visitsLog"), value: say(`details.visitsLogIs.${visitsLog}`) },
          { label: say("details.visitorProfile"), value: say("details.visitorProfileIs") },
        ]}
      />
    </section>
  );
}

function Aliases({ aliasUrls: { count, first } }: Pick<SiteDetails, "aliasUrls">) {
  const say = useTranslations("publicAccess.details");
  if (count === 0) return say("none");
  return (
    <ul>
      {first.map((url) => (
        <li key={url}>
          <bdi dir="ltr">{url}</bdi>
        </li>
      ))}
      {count > first.length && <li>{say("moreAliases", { count: count - first.length })}</li>}
    </ul>
  );
}
