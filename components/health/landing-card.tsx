import { ExternalLink } from "lucide-react";
import { type ReactNode, useId } from "react";
import type { useTranslations } from "use-intl";
import { buttonStyles } from "@/components/ui/button-styles";
import { DetailList } from "@/components/ui/detail-list";
import type { Landing } from "@/lib/domain/public-access/reading-schema";

/** Says a message of the room `landing`, in the language of whoever reads. */
type SayLanding = ReturnType<typeof useTranslations<"landing">>;

/** What anonymous visitors see first, and that this hides nothing. Matomo's settings, changed in Matomo only (decision 12). */
export function LandingCard({ landing, say }: { landing: Landing; say: SayLanding }) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="rounded-xl border border-line bg-surface px-4 py-4 shadow-lift">
      <h2 id={headingId} className="font-semibold">
        {say("title")}
      </h2>
      <p className="mt-1 max-w-3xl text-ink-soft text-sm">{say("meaning")}</p>
      <div className="mt-3 flex max-w-3xl flex-col items-start gap-3">
        <DetailList
          facts={[
            { label: say("report"), value: reportWords(landing.report, say) },
            { label: say("date"), value: say(`dateIs.${landing.date}`) },
          ]}
        />
        {landing.report.kind === "login-page" && <p className="text-caution text-sm">{say("hidesNothing")}</p>}
        {landing.matomoLink === null ? (
          <p className="text-ink-soft text-sm">{say("whereInMatomo")}</p>
        ) : (
          <a
            href={landing.matomoLink}
            target="_blank"
            rel="noopener noreferrer"
            className={buttonStyles({ size: "sm" })}
          >
            {say("change")} <ExternalLink className="rtl:-scale-x-100" aria-hidden="true" />
            <span className="sr-only">{say("newTab")}</span>
          </a>
        )}
      </div>
    </section>
  );
}

function reportWords(report: Landing["report"], say: SayLanding): ReactNode {
  switch (report.kind) {
    case "site":
      if (report.name === null) return say("reportIs.siteGone", { id: String(report.id) });
      return say.rich(report.isPublic ? "reportIs.site" : "reportIs.privateSite", {
        name: () => <bdi>{report.name}</bdi>,
      });
    case "unknown":
      return say.rich("reportIs.unknown", { value: () => <bdi dir="ltr">{report.value}</bdi> });
    default:
      return say(`reportIs.${report.kind}`);
  }
}
