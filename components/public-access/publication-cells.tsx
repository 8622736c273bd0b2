"use client";

import { useState } from "react";
import { cn } from "@/components/ui/class-names";
import { shortDate } from "@/components/ui/date-words";
import { Ago, LastDay, Moment } from "@/components/ui/moment";
import type { SiteRow } from "@/lib/public-access/schema";
import { channelWords } from "./channel-words";
import { nearEndWords } from "./end-words";

type Publication = { publication: SiteRow["publication"] };
const SHORT_REASON = 110;

export function Since({ publication, asOf }: Publication & { asOf: string }) {
  if (!publication) return <span className="text-ink-soft">The watch has not recorded it yet</span>;
  return (
    <>
      <Moment iso={publication.since} />
      <span className="ml-2 text-[0.8125rem] text-ink-faint lg:ml-0 lg:block">
        <Ago iso={publication.since} asOf={asOf} />
      </span>
    </>
  );
}

export function ByWhom({ publication }: Publication) {
  if (!publication) return <span className="text-ink-soft">Not known</span>;
  return (
    <>
      {publication.grantedBy === null ? (
        <span className="text-ink-soft">Not known</span>
      ) : (
        <bdi>{publication.grantedBy}</bdi>
      )}
      <span className="block text-[0.8125rem] text-ink-faint">{channelWords[publication.channel]}</span>
    </>
  );
}

export function Why({ publication }: Publication) {
  const [open, setOpen] = useState(false);
  const reason = publication?.reason;
  if (!reason) return <span className="text-ink-soft">No reason known</span>;
  if (reason.length <= SHORT_REASON || open) return <bdi className="break-words">{reason}</bdi>;
  return (
    <>
      <bdi className="break-words">{reason.slice(0, SHORT_REASON).trimEnd()}… </bdi>
      <button type="button" className="min-h-6 text-accent underline" onClick={() => setOpen(true)}>
        Show all
      </button>
    </>
  );
}

/** Who said last that it is still meant to be public. */
export function Kept({ publication, asOf }: Publication & { asOf: string }) {
  if (!publication?.kept) return null;
  const { by, at, note } = publication.kept;
  return (
    <span className="mt-1 block text-[0.8125rem] text-ink-faint">
      Kept by <bdi>{by}</bdi>, <Ago iso={at} asOf={asOf} />
      {note && (
        <>
          : <bdi>{note}</bdi>
        </>
      )}
    </span>
  );
}

export function Until({ publication, timeZone, asOf }: Publication & { timeZone: string; asOf: string }) {
  const near = publication?.until ? nearEndWords(publication.until, asOf) : null;
  return (
    <>
      {publication?.until ? (
        <LastDay endsAt={publication.until} timeZone={timeZone} />
      ) : (
        <span className="text-ink-soft">No end date</span>
      )}
      {near && (
        <span className={cn("block text-[0.8125rem]", near.tone === "danger" ? "text-danger" : "text-caution")}>
          {near.words}
        </span>
      )}
      {publication?.lapsesAt && (
        <span className="block text-[0.8125rem] text-caution">
          Becomes private on {shortDate(publication.lapsesAt, timeZone)} unless somebody keeps it
        </span>
      )}
    </>
  );
}
