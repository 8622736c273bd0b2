"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Link } from "@/components/ui/link";
import { Ago } from "@/components/ui/moment";
import type { Finding } from "@/lib/domain/findings/schema";
import { seenLabel, siteLabel } from "./finding-labels";

const SHOWN = 5;

type Row = Finding & { site: NonNullable<Finding["site"]> };
type FindingSitesProps = {
  rows: readonly Row[];
  asOf: string;
  isChosen: (siteId: number) => boolean;
  onChoose: (siteId: number, chosen: boolean) => void;
};

/** The sites of one kind of finding, each with what was seen; all are chosen at first. Many are folded. */
export function FindingSites({ rows, asOf, isChosen, onChoose }: FindingSitesProps) {
  const t = useTranslations("findings");
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
                label={t("choose", { site: siteLabel(t, row.site) })}
                checked={isChosen(row.site.id)}
                onChange={(event) => onChoose(row.site.id, event.target.checked)}
              />
            )}
            <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5">
              <SiteLink site={row.site} />
              <Seen row={row} />
              <SeenSince row={row} asOf={asOf} />
            </div>
          </li>
        ))}
      </ul>
      {rows.length > 1 && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 pt-2 text-[0.8125rem] text-ink-soft">
          <p role="status">{t("chosen", { chosen: chosenCount, count: rows.length })}</p>
          {rows.length > SHOWN && (
            <Button size="sm" variant="quiet" aria-expanded={unfolded} onClick={() => setUnfolded((was) => !was)}>
              {unfolded ? t("showFewer") : t("showAll", { count: rows.length })}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** To its row in the list; a deleted site has none. */
function SiteLink({ site }: { site: Row["site"] }) {
  const t = useTranslations("findings");
  const name = <bdi>{siteLabel(t, site)}</bdi>;
  return (
    <span className="flex min-w-0 flex-wrap items-baseline gap-x-1.5">
      {site.name === null ? (
        <span className="font-medium">{name}</span>
      ) : (
        <Link href={`/public-access?site=${site.id}`} className="font-medium hover:underline">
          {name}
        </Link>
      )}
      <span className="whitespace-nowrap text-[0.8125rem] text-ink-faint tabular-nums">
        {t("site.id", { id: String(site.id) })}
      </span>
    </span>
  );
}

function Seen({ row }: { row: Row }) {
  const t = useTranslations("findings");
  const seen = seenLabel(t, row);
  if (seen === "") return null;
  if (row.kind === "writable") return <Badge tone="alarm">{seen}</Badge>;
  return <bdi className="text-ink-soft">{seen}</bdi>;
}

function SeenSince({ row, asOf }: { row: Row; asOf: string }) {
  const t = useTranslations("findings");
  const ago = () => <Ago iso={row.since} asOf={asOf} />;
  return (
    <span className="text-[0.8125rem] text-ink-faint">
      {row.acknowledged
        ? t.rich("seen.again", { ago, login: row.acknowledged.by, by: (login) => <bdi>{login}</bdi> })
        : t.rich("seen.ago", { ago })}
    </span>
  );
}
