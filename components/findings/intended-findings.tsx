"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ExactMoment, Through } from "@/components/ui/moment";
import { Typed } from "@/components/ui/typed";
import type { Finding } from "@/lib/domain/findings/schema";
import { seenLabel, siteLabel } from "./finding-labels";

type IntendedFindingsProps = { findings: readonly Finding[]; timeZone: string };

/** What Super Users have called intended: quiet, but never hidden. */
export function IntendedFindings({ findings, timeZone }: IntendedFindingsProps) {
  const t = useTranslations("findings");
  if (findings.length === 0) return null;
  return (
    <details className="rounded-xl border border-line bg-surface text-sm">
      <summary className="px-4 py-2 text-ink-soft">{t("intended.count", { count: findings.length })}</summary>
      <ul className="divide-y divide-line border-line border-t">
        {findings.map((finding) => (
          <li key={`${finding.kind} ${finding.site?.id ?? ""}`} className="px-4 py-2.5">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <bdi className="font-medium">{siteLabel(t, finding.site)}</bdi>
              {finding.site && (
                <span className="text-ink-faint tabular-nums">{t("site.id", { id: String(finding.site.id) })}</span>
              )}
              <span className={finding.kind === "writable" ? "font-medium text-danger" : undefined}>
                {(finding.kind === "writable" && seenLabel(t, finding)) || t(`kinds.${finding.kind}.title`)}
              </span>
            </p>
            {finding.acknowledged && <Intention {...finding.acknowledged} timeZone={timeZone} />}
          </li>
        ))}
      </ul>
    </details>
  );
}

type IntentionProps = NonNullable<Finding["acknowledged"]> & { timeZone: string };

/** Who said why, when, and until when it holds. */
function Intention({ by, at, reason, until, timeZone }: IntentionProps) {
  const t = useTranslations("findings");
  const facts = {
    login: by,
    by: (login: ReactNode) => <bdi>{login}</bdi>,
    at: () => <ExactMoment iso={at} />,
    reason: () => <Typed>{reason}</Typed>,
  };
  return (
    <p className="text-[0.8125rem] text-ink-soft">
      {until === null
        ? t.rich("intended.open", facts)
        : t.rich("intended.until", { ...facts, day: () => <Through endsAt={until} timeZone={timeZone} /> })}
    </p>
  );
}
