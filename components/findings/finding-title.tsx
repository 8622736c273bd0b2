"use client";

import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import type { Finding } from "@/lib/domain/findings/schema";
import { FINDING_SEVERITY, type FindingKind } from "@/lib/ledger/facts/finding-terms";
import { type FindingsTranslator, isAboutSites, seenLabel, siteLabel } from "./finding-labels";
import { countIssues, type FindingGroup } from "./group-findings";

/** In one line what is so where: `Shop is public and writable`; of several things the worst first. */
export function FindingTitle({ id, group }: { id: string; group: FindingGroup }) {
  const { kinds, findings } = group;
  const [kind, ...others] = kinds;
  const t = useTranslations("findings");
  const count = countIssues([group]);
  const only = count === 1 ? findings.find((one) => one.kind === kind) : undefined;
  const seen = only ? seenShort(t, only) : "";
  return (
    <div className="flex min-w-0 flex-1 basis-64 flex-wrap items-baseline gap-x-3 text-sm">
      {FINDING_SEVERITY[kind] === "critical" && <Badge tone="alarm">{t("severity.critical")}</Badge>}
      <h3 id={id} className="min-w-0 break-words font-medium">
        {titleLabel(t, kind, { count, site: findings[0]?.site ?? null })}
      </h3>
      {(seen !== "" || others.length > 0) && (
        <p className={kind === "writable" ? "font-medium text-danger" : "text-ink-soft"}>
          <bdi>{[seen, ...others.map((other) => t(`kinds.${other}.title`))].filter(Boolean).join(" · ")}</bdi>
        </p>
      )}
    </div>
  );
}

function titleLabel(
  t: FindingsTranslator,
  kind: FindingKind,
  { count, site }: { count: number; site: Finding["site"] },
) {
  if (!isAboutSites(kind)) return t(`kinds.${kind}.title`);
  return t.rich(`line.${kind}`, { count, site: siteLabel(t, site), name: (name) => <bdi>{name}</bdi> });
}

/** The sentence says already that it is public and writable: then the levels alone. */
function seenShort(t: FindingsTranslator, finding: Finding): string {
  return finding.kind === "writable" && finding.seen?.type === "texts" ? finding.seen.texts : seenLabel(t, finding);
}
