"use client";

import { useQuery } from "@tanstack/react-query";
import { DoorOpen, ExternalLink } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { buttonStyles } from "@/components/ui/button-styles";
import { DetailList } from "@/components/ui/detail-list";
import { landingQueryOptions } from "@/lib/domain/public-access/query-options";
import type { Landing } from "@/lib/domain/public-access/reading-schema";

/** What strangers see first, and that this hides nothing. Matomo's settings, changed in Matomo only (decision 12). */
export function LandingPanel() {
  const say = useTranslations("publicAccess.landing");
  const headingId = useId();
  const { data, isError } = useQuery(landingQueryOptions());
  return (
    <section aria-labelledby={headingId} className="rounded-xl border border-line bg-surface px-4 py-4 shadow-lift">
      <h2 id={headingId} className="flex items-center gap-2 font-semibold">
        <DoorOpen className="size-4 text-ink-faint" aria-hidden="true" /> {say("title")}
      </h2>
      <p className="mt-1 max-w-3xl text-ink-soft text-sm">{say("meaning")}</p>
      {isError && <p className="mt-3 text-danger text-sm">{say("unreadable")}</p>}
      {data && !isError && (
        <div className="mt-3 flex max-w-3xl flex-col items-start gap-3">
          <DetailList
            facts={[
              { label: say("report"), value: <Report report={data.report} /> },
              { label: say("date"), value: say(`dateIs.${data.date}`) },
            ]}
          />
          {data.report.kind === "login-page" && <p className="text-caution text-sm">{say("hidesNothing")}</p>}
          {data.matomoLink === null ? (
            <p className="text-ink-soft text-sm">{say("whereInMatomo")}</p>
          ) : (
            <a
              href={data.matomoLink}
              target="_blank"
              rel="noopener noreferrer"
              className={buttonStyles({ size: "sm" })}
            >
              {say("change")} <ExternalLink className="rtl:-scale-x-100" aria-hidden="true" />
              <span className="sr-only">{say("newTab")}</span>
            </a>
          )}
        </div>
      )}
    </section>
  );
}

function Report({ report }: Pick<Landing, "report">) {
  const say = useTranslations("publicAccess.landing.reportIs");
  switch (report.kind) {
    case "site": {
      const name = () => <bdi>{report.name}</bdi>;
      if (report.name === null) return say("siteGone", { id: String(report.id) });
      return say.rich(report.isPublic ? "site" : "privateSite", { name });
    }
    case "unknown":
      return say.rich("unknown", { value: () => <bdi dir="ltr">{report.value}</bdi> });
    default:
      return say(report.kind);
  }
}
