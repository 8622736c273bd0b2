"use client";

import { Check, CircleHelp } from "lucide-react";
import { channelWords } from "@/components/public-access/channel-words";
import { nearEndWords } from "@/components/public-access/end-words";
import { SiteName } from "@/components/public-access/site-name";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/class-names";
import { shortDate } from "@/components/ui/date-words";
import { Ago, LastDay, Moment } from "@/components/ui/moment";
import { Cell, TableRow } from "@/components/ui/table";
import type { ReviewRow as Row } from "@/lib/review/schema";

type ReviewRowProps = {
  row: Row;
  asOf: string;
  timeZone: string;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
  onKeep: () => void;
  onMakePrivate: () => void;
};

/** One public site: who, why, since and until when, who confirmed it, and the two answers. */
export function ReviewRow({ row, asOf, timeZone, chosen, onChoose, onKeep, onMakePrivate }: ReviewRowProps) {
  const near = row.until ? nearEndWords(row.until, asOf) : null;
  return (
    <TableRow className="relative flex flex-col gap-2 p-4 hover:bg-surface-sunken/60">
      <Cell className="absolute top-2.5 right-2 lg:static lg:w-12 lg:pr-0 lg:pl-3">
        <Checkbox
          label={`Choose ${row.name}`}
          className="lg:-my-2"
          checked={chosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
      </Cell>
      <Cell className="pr-10 lg:pr-3">
        <SiteName site={{ ...row, group: "" }} />
      </Cell>
      <Cell label="Confirmed">
        <Confirmed row={row} asOf={asOf} timeZone={timeZone} />
      </Cell>
      <Cell label="Since">
        <Moment iso={row.since} />
        <span className="block text-[0.8125rem] text-ink-faint">
          {row.by === null ? "by somebody unknown" : <bdi>by {row.by}</bdi>}
          <br />
          {channelWords[row.channel]}
        </span>
      </Cell>
      <Cell label="Why">
        {row.reason ? (
          <bdi className="break-words">{row.reason}</bdi>
        ) : (
          <span className="text-ink-soft">No reason known</span>
        )}
      </Cell>
      <Cell label="Until">
        {row.until ? (
          <LastDay endsAt={row.until} timeZone={timeZone} />
        ) : (
          <span className="text-ink-soft">No end date</span>
        )}
        {near && (
          <span className={cn("block text-[0.8125rem]", near.tone === "danger" ? "text-danger" : "text-caution")}>
            {near.words}
          </span>
        )}
      </Cell>
      <Cell className="pt-1 lg:pt-2.5">
        <div className="flex flex-wrap gap-2 lg:flex-nowrap lg:justify-end">
          <Button size="sm" onClick={onKeep}>
            Keep<span className="sr-only"> {row.name}</span>
          </Button>
          <Button size="sm" onClick={onMakePrivate}>
            Make private<span className="sr-only"> {row.name}</span>
          </Button>
        </div>
      </Cell>
    </TableRow>
  );
}

function Confirmed({ row, asOf, timeZone }: Pick<ReviewRowProps, "row" | "asOf" | "timeZone">) {
  return (
    <div className="flex flex-col items-start gap-1">
      {row.isConfirmed ? (
        <Badge icon={Check}>{row.kept ? "Confirmed" : "New"}</Badge>
      ) : (
        <Badge tone="caution" icon={CircleHelp}>
          Not yet
        </Badge>
      )}
      {row.kept && (
        <span className="text-[0.8125rem] text-ink-faint">
          by <bdi>{row.kept.by}</bdi>, <Ago iso={row.kept.at} asOf={asOf} />
          {row.kept.note && (
            <>
              : <bdi>{row.kept.note}</bdi>
            </>
          )}
        </span>
      )}
      {row.lapsesAt && (
        <span className="text-[0.8125rem] text-caution">
          Becomes private on {shortDate(row.lapsesAt, timeZone)} unless somebody keeps it
        </span>
      )}
    </div>
  );
}
