"use client";

import { useTranslations } from "use-intl";
import { StrangerLink } from "@/components/access-change/stranger-link";
import { DetailList } from "@/components/ui/detail-list";
import { ExactMoment } from "@/components/ui/moment";
import type { SiteDetails } from "@/lib/domain/public-access/reading-schema";
import type { SiteRow } from "@/lib/domain/public-access/schema";
import { ByWhom, Kept, Since, Until, Why } from "./publication-facts";
import { StateBadge } from "./state-badge";

type SiteStatusProps = { site: SiteRow; details: SiteDetails; timeZone: string };

/** Whether the site is public, since when, by whom, why and until when, who answers for it, and how anyone sees it. */
export function SiteStatus({ site, details: { answersFor, asOf }, timeZone }: SiteStatusProps) {
  const t = useTranslations("publicAccess");
  const { publication } = site;
  return (
    <section aria-label={t("details.standing")} className="flex flex-col items-start gap-3">
      <StateBadge site={site} />
      {!site.isPublic && <p className="text-sm">{t(site.isUnclear ? "row.unclear" : "details.private")}</p>}
      {site.isPublic && (
        <>
          <DetailList
            facts={[
              { label: t("row.since"), value: <Since publication={publication} asOf={asOf} /> },
              { label: t("row.by"), value: <ByWhom publication={publication} /> },
              {
                label: t("row.why"),
                value: (
                  <>
                    <Why publication={publication} />
                    <Kept publication={publication} asOf={asOf} />
                  </>
                ),
              },
              {
                label: t("order.column.until"),
                value: <Until publication={publication} timeZone={timeZone} asOf={asOf} />,
              },
              { label: t("row.owner"), value: <AnswersFor answersFor={answersFor} /> },
            ]}
          />
          {site.strangerUrl !== null && <StrangerLink url={site.strangerUrl} />}
        </>
      )}
    </section>
  );
}

function AnswersFor({ answersFor }: Pick<SiteDetails, "answersFor">) {
  const t = useTranslations("publicAccess.details");
  if (answersFor === null || answersFor.how === "nobody") {
    return <span className="text-caution">{t("nobodyAnswers")}</span>;
  }
  const { how, login, at } = answersFor;
  return t.rich(how === "granted" ? "answersGranted" : "answersKept", {
    login: () => <bdi>{login}</bdi>,
    moment: () => <ExactMoment iso={at} />,
  });
}
