"use client";

import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { FINDING_SEVERITY } from "@/lib/ledger/facts/finding-terms";
import { seenLabel, siteLabel } from "./finding-labels";
import { countIssues, type FindingGroup } from "./group-findings";

/** In one line what is so where: `Shop: public and writable`; of several things the worst first. */
export function FindingTitle({ id, group }: { id: string; group: FindingGroup }) {
  const { kinds, findings } = group;
  const [kind, ...others] = kinds;
  const t = useTranslations("findings");
  const count = countIssues([group]);
  const only = count === 1 ? findings.find((one) => one.kind === kind) : undefined;
  // The line says already that it is public and writable: then the levels alone.
  const seen = only ? seenLabel(t, { seen: only.seen }) : "";
  const site = findings[0]?.site ?? null;
  return (
    <div className="flex min-w-0 flex-1 basis-64 flex-wrap items-baseline gap-x-3 text-sm">
      {FINDING_SEVERITY[kind] === "critical" && <Badge tone="alarm">{t("severity.critical")}</Badge>}
      <h3 id={id} className="min-w-0 break-words font-medium">
        {site === null
          ? t(`kinds.${kind}.title`)
          : t.rich("line", {
              ...{ count, site: siteLabel(t, site), what: t(`kinds.${kind}.title`) },
              name: (name) => <bdi>{name}</bdi>,
            })}
      </h3>
      {(seen !== "" || others.length > 0) && (
        <p className={kind === "writable" ? "font-medium text-danger" : "text-ink-soft"}>
          <bdi>{[seen, ...others.map((other) => t(`kinds.${other}.title`))].filter(Boolean).join(" · ")}</bdi>
        </p>
      )}
    </div>
  );
}
