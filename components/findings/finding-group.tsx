"use client";

import { CircleAlert, TriangleAlert } from "lucide-react";
import { useId, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { FINDING_SEVERITY, type FindingKind } from "@/lib/findings/terms";
import type { NamedSite } from "@/lib/public-access/schema";
import { deedLabels, findingDeeds, type MendDeed } from "./finding-deeds";
import { FindingSites } from "./finding-sites";
import { findingWords, seenWords } from "./findings-words";
import { type FindingGroup as Group, siteWords } from "./group-findings";

const LOOKS = {
  critical: { border: "border-l-danger-fill", text: "text-danger", icon: CircleAlert, badge: "alarm", word: "Urgent" },
  danger: { border: "border-l-danger-fill", text: "text-danger", icon: CircleAlert, badge: null, word: null },
  caution: { border: "border-l-caution", text: "text-caution", icon: TriangleAlert, badge: null, word: null },
} as const;

type FindingGroupProps = {
  group: Group;
  asOf: string;
  onMend: (deed: MendDeed, sites: readonly NamedSite[]) => void;
  onRevoke: (sites: readonly NamedSite[]) => void;
  onAcknowledge: (kind: FindingKind, sites: readonly NamedSite[]) => void;
};

/** Findings of one kind: what it is, what it means, what to do, where, and the deeds for the sites chosen of them. */
export function FindingGroup({ group, asOf, onMend, onRevoke, onAcknowledge }: FindingGroupProps) {
  const { kind, findings } = group;
  const { title, meaning, remedy } = findingWords[kind];
  const { border, text, icon: Icon, badge, word } = LOOKS[FINDING_SEVERITY[kind]];
  const headingId = useId();
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const rows = findings.flatMap((finding) => (finding.site ? [{ ...finding, site: finding.site }] : []));
  const chosen = rows
    .filter((row) => !leftOut.has(row.site.id))
    .map((row) => ({ id: row.site.id, name: siteWords(row.site) }));
  const [only] = findings;
  const seen = rows.length === 1 && only ? seenWords(kind, only.detail) : "";
  const nothing = rows.length > 0 && chosen.length === 0;
  return (
    <section
      aria-labelledby={headingId}
      className={cn("flex flex-col gap-3 rounded-xl border border-line border-l-4 bg-surface p-4 shadow-lift", border)}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 id={headingId} className={cn("flex items-start gap-2 font-semibold text-sm", text)}>
          <Icon className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
          {kind === "writable" && seen ? seen : title}
        </h3>
        {badge && <Badge tone={badge}>{word}</Badge>}
      </div>
      <p className="max-w-3xl text-sm">
        {meaning} <span className="font-medium">{remedy}</span>
      </p>
      {rows.length > 0 && (
        <FindingSites
          kind={kind}
          rows={rows}
          asOf={asOf}
          isChosen={(siteId) => !leftOut.has(siteId)}
          onChoose={(siteId, choose) => {
            const next = new Set(leftOut);
            if (choose) next.delete(siteId);
            else next.add(siteId);
            setLeftOut(next);
          }}
        />
      )}
      {rows.length === 0 && only && only.detail !== "" && (
        <p className="text-[0.8125rem] text-ink-soft">
          Seen: <bdi>{only.detail}</bdi>
        </p>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for the controls of a form */}
      <div role="group" aria-labelledby={headingId} className="flex flex-wrap gap-2">
        {findingDeeds[kind].map((deed, at) => (
          <Button
            key={deed}
            size="sm"
            variant={at === 0 ? "primary" : "secondary"}
            disabled={nothing}
            onClick={() => (deed === "revoke" ? onRevoke(chosen) : onMend(deed, chosen))}
          >
            {deedLabels[deed]}
          </Button>
        ))}
        <Button size="sm" variant="quiet" disabled={nothing} onClick={() => onAcknowledge(kind, chosen)}>
          This is intended…
        </Button>
      </div>
    </section>
  );
}
