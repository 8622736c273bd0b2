"use client";

import { useTranslations } from "use-intl";
import { FindingSites } from "./finding-sites";
import { seenWords } from "./findings-words";
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
  const say = useTranslations("findings");
  // Each site once: of all of them the same is so.
  const rows = findings.flatMap((finding) =>
    finding.site && finding.kind === kinds[0] ? [{ ...finding, site: finding.site }] : [],
  );
  const [only] = findings;
  const seen = rows.length === 0 && only ? seenWords(say, only) : "";
  return (
    <>
      {kinds.map((kind) => (
        <p key={kind} className="max-w-3xl text-sm">
          {say(`kinds.${kind}.meaning`)} <span className="font-medium">{say(`kinds.${kind}.remedy`)}</span>
        </p>
      ))}
      {rows.length > 0 && <FindingSites rows={rows} asOf={asOf} isChosen={isChosen} onChoose={onChoose} />}
      {seen !== "" && (
        <p className="text-[0.8125rem] text-ink-soft">
          {say.rich("seen.detail", { what: seen, detail: (detail) => <bdi>{detail}</bdi> })}
        </p>
      )}
    </>
  );
}
