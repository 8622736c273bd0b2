"use client";

import { useTranslations } from "use-intl";
import { seenLabel } from "./finding-labels";
import { FindingSites } from "./finding-sites";
import type { FindingGroup } from "./group-findings";

type FindingDetailsProps = {
  group: FindingGroup;
  asOf: string;
  isChosen: (siteId: number) => boolean;
  onChoose: (siteId: number, chosen: boolean) => void;
};

/** An issue in full: what it means, what to do, where it is so. */
export function FindingDetails({ group, asOf, isChosen, onChoose }: FindingDetailsProps) {
  const { kinds, findings } = group;
  const t = useTranslations("findings");
  // Each site once: of all of them the same is so.
  const rows = findings.flatMap((finding) =>
    finding.site && finding.kind === kinds[0] ? [{ ...finding, site: finding.site }] : [],
  );
  const [only] = findings;
  const seen = rows.length === 0 && only ? seenLabel(t, only) : "";
  return (
    <>
      {kinds.map((kind) => (
        <p key={kind} className="max-w-3xl text-sm">
          {t(`kinds.${kind}.meaning`)} <span className="font-medium">{t(`kinds.${kind}.remedy`)}</span>
        </p>
      ))}
      {rows.length > 0 && <FindingSites rows={rows} asOf={asOf} isChosen={isChosen} onChoose={onChoose} />}
      {seen !== "" && (
        <p className="text-[0.8125rem] text-ink-soft">
          {t.rich("seen.detail", { what: seen, detail: (detail) => <bdi>{detail}</bdi> })}
        </p>
      )}
    </>
  );
}
