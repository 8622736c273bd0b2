import { ExternalLink } from "lucide-react";
import { type ReactNode, useId } from "react";
import type { useTranslations } from "use-intl";
import { buttonStyles } from "@/components/ui/button-styles";
import { DetailList } from "@/components/ui/detail-list";
import type { Landing } from "@/lib/domain/public-access/reading-schema";

/** Says a message of the room `landing`, in the language of whoever reads. */
type LandingTranslator = ReturnType<typeof useTranslations<"landing">>;

/** What anonymous visitors see first, and that this hides nothing. Matomo's settings, changed in Matomo only (decision 12). */
export function LandingCard({ landing, t }: { landing: Landing; t: LandingTranslator }) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="rounded-xl border border-line bg-surface px-4 py-4 shadow-lift">
      <h2 id={headingId} className="font-semibold">
        {t("title")}
      </h2>
      <p className="mt-1 max-w-3xl text-ink-soft text-sm">{t("meaning")}</p>
      <div className="mt-3 flex max-w-3xl flex-col items-start gap-3">
        <DetailList
          facts={[
            { label: t("report"), value: reportLabel(landing.report, t) },
            { label: t("date"), value: t(`dateIs.${landing.date}`) },
          ]}
        />
        {landing.matomoLink === null ? (
          <p className="text-ink-soft text-sm">{t("whereInMatomo")}</p>
        ) : (
          <a
            href={landing.matomoLink}
            target="_blank"
            rel="noopener noreferrer"
            className={buttonStyles({ size: "sm" })}
          >
            {t("change")} <ExternalLink className="rtl:-scale-x-100" aria-hidden="true" />
            <span className="sr-only">{t("newTab")}</span>
          </a>
        )}
      </div>
    </section>
  );
}

function reportLabel(report: Landing["report"], t: LandingTranslator): ReactNode {
  switch (report.kind) {
    case "site":
      if (report.name === null) return t("reportIs.siteGone", { id: String(report.id) });
      return t.rich(report.isPublic ? "reportIs.site" : "reportIs.privateSite", {
        name: () => <bdi>{report.name}</bdi>,
      });
    case "unknown":
      return t.rich("reportIs.unknown", { value: () => <bdi dir="ltr">{report.value}</bdi> });
    default:
      return t(`reportIs.${report.kind}`);
  }
}
