"use client";

import Link from "next/link";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Ago } from "@/components/ui/moment";
import { grouped } from "@/components/ui/plural";
import type { Finding } from "@/lib/findings/schema";
import type { FindingKind } from "@/lib/findings/terms";
import { seenWords } from "./findings-words";
import { siteWords } from "./group-findings";

const SHOWN = 5;

type Row = Finding & { site: NonNullable<Finding["site"]> };
type FindingSitesProps = {
  kind: FindingKind;
  rows: readonly Row[];
  asOf: string;
  isChosen: (siteId: number) => boolean;
  onChoose: (siteId: number, chosen: boolean) => void;
};

/** The sites of one kind of finding, each with what was seen; all are chosen at first. Many are folded. */
export function FindingSites({ kind, rows, asOf, isChosen, onChoose }: FindingSitesProps) {
  const [unfolded, setUnfolded] = useState(false);
  const shown = unfolded ? rows : rows.slice(0, SHOWN);
  const chosenCount = rows.filter((row) => isChosen(row.site.id)).length;
  return (
    <div>
      <ul className="divide-y divide-line border-line border-y text-sm">
        {shown.map((row) => (
          <li key={row.site.id} className="flex min-h-10 items-center gap-2 py-1">
            {rows.length > 1 && (
              <Checkbox
                label={`Choose ${siteWords(row.site)}`}
                checked={isChosen(row.site.id)}
                onChange={(event) => onChoose(row.site.id, event.target.checked)}
              />
            )}
            <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5">
              <SiteLink kind={kind} row={row} />
              <Seen kind={kind} detail={row.detail} />
              <span className="text-[0.8125rem] text-ink-faint">
                seen <Ago iso={row.since} asOf={asOf} />
                {row.acknowledged && (
                  <>
                    ; the time for which <bdi>{row.acknowledged.by}</bdi> called it intended is over
                  </>
                )}
              </span>
            </div>
          </li>
        ))}
      </ul>
      {rows.length > 1 && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 pt-2 text-[0.8125rem] text-ink-soft">
          <p role="status">
            {chosenCount === rows.length
              ? `All ${grouped(rows.length)} are chosen.`
              : `${grouped(chosenCount)} of ${grouped(rows.length)} are chosen.`}
          </p>
          {rows.length > SHOWN && (
            <Button size="sm" variant="quiet" aria-expanded={unfolded} onClick={() => setUnfolded((was) => !was)}>
              {unfolded ? "Show fewer" : `Show all ${grouped(rows.length)}`}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** To its row in the list; a deleted site has none. */
function SiteLink({ kind, row }: { kind: FindingKind; row: Row }) {
  const name = <bdi>{siteWords(row.site)}</bdi>;
  return (
    <span className="min-w-0 font-medium">
      {kind === "orphan-rows" ? (
        name
      ) : (
        <Link href={`/public-access?site=${row.site.id}`} className="hover:underline">
          {name}
        </Link>
      )}{" "}
      <span className="whitespace-nowrap font-normal text-[0.8125rem] text-ink-faint tabular-nums">
        id {row.site.id}
      </span>
    </span>
  );
}

function Seen({ kind, detail }: Pick<Finding, "kind" | "detail">) {
  const seen = seenWords(kind, detail);
  if (seen === "") return null;
  if (kind === "writable") return <Badge tone="alarm">{seen}</Badge>;
  return <bdi className="text-ink-soft">{seen}</bdi>;
}
