"use client";

import { CircleAlert, CircleHelp, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import type { Finding } from "@/lib/domain/findings/schema";
import { FINDING_SEVERITY } from "@/lib/ledger/facts/finding-terms";
import { isAboutSites, type SayFindings, seenWords, siteWords } from "./findings-words";
import type { FindingGroup } from "./group-findings";

const STYLES = {
  critical: { tone: "alarm", icon: CircleAlert },
  danger: { tone: "danger", icon: TriangleAlert },
  caution: { tone: "caution", icon: CircleHelp },
} as const;

/** How urgent a kind is, and in one sentence what is so where: `3 sites are public and writable`. */
export function FindingTitle({ id, group }: { id: string; group: FindingGroup }) {
  const { kind, findings } = group;
  const say = useTranslations("findings");
  const severity = FINDING_SEVERITY[kind];
  const { tone, icon } = STYLES[severity];
  const [only, ...more] = findings;
  const seen = only && more.length === 0 ? seenShort(say, only) : "";
  return (
    <div className="flex min-w-0 flex-1 basis-64 flex-wrap items-center gap-x-3 gap-y-1">
      <Badge tone={tone} icon={icon}>
        {say(`severity.${severity}`)}
      </Badge>
      <h3 id={id} className="min-w-0 break-words font-medium text-sm">
        {isAboutSites(kind)
          ? say.rich(`line.${kind}`, {
              count: findings.length,
              site: siteWords(say, only?.site ?? null),
              name: (name) => <bdi>{name}</bdi>,
            })
          : say(`kinds.${kind}.title`)}
      </h3>
      {seen !== "" && (
        <p
          className={
            kind === "writable" ? "font-medium text-[0.8125rem] text-danger" : "text-[0.8125rem] text-ink-soft"
          }
        >
          <bdi>{seen}</bdi>
        </p>
      )}
    </div>
  );
}

/** The sentence says already that it is public and writable: then the levels alone. */
function seenShort(say: SayFindings, finding: Finding): string {
  return finding.kind === "writable" && finding.seen?.type === "texts" ? finding.seen.texts : seenWords(say, finding);
}
