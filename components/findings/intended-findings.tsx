import { lastDayWords } from "@/components/public-access/end-words";
import { ExactMoment } from "@/components/ui/moment";
import { counted } from "@/components/ui/plural";
import type { Finding } from "@/lib/findings/schema";
import { findingWords, seenWords } from "./findings-words";
import { siteWords } from "./group-findings";

type IntendedFindingsProps = { findings: readonly Finding[]; timeZone: string };

/** What Super Users have called intended: quiet, but never hidden. */
export function IntendedFindings({ findings, timeZone }: IntendedFindingsProps) {
  if (findings.length === 0) return null;
  return (
    <details className="rounded-xl border border-line bg-surface text-sm">
      <summary className="px-4 py-2.5 text-ink-soft">{counted(findings.length, "finding")} noted as intended</summary>
      <ul className="divide-y divide-line border-line border-t">
        {findings.map((finding) => (
          <li key={`${finding.kind} ${finding.site?.id ?? ""}`} className="px-4 py-2.5">
            <p>
              <bdi className="font-medium">{siteWords(finding.site)}</bdi>
              {finding.site && <span className="text-ink-faint tabular-nums"> id {finding.site.id}</span>}
              {": "}
              {finding.kind === "writable" ? (
                <span className="font-medium text-danger">{seenWords(finding.kind, finding.detail)}</span>
              ) : (
                findingWords[finding.kind].title
              )}
            </p>
            {finding.acknowledged && (
              <p className="text-[0.8125rem] text-ink-soft">
                Intended, says <bdi>{finding.acknowledged.by}</bdi> (<ExactMoment iso={finding.acknowledged.at} />
                {finding.acknowledged.until === null
                  ? ", until it changes"
                  : `, until ${lastDayWords(finding.acknowledged.until, timeZone)}`}
                ): <bdi>{finding.acknowledged.reason}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
