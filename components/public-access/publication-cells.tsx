"use client";

import { useState } from "react";
import { Ago, LastDay, Moment } from "@/components/ui/moment";
import type { SiteRow } from "@/lib/public-access/schema";
import { channelWords } from "./channel-words";

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

export function Until({ publication, timeZone, asOf }: Publication & { timeZone: string; asOf: string }) {
  if (!publication?.until) return <span className="text-ink-soft">No end date</span>;
  const over = Date.parse(publication.until) <= Date.parse(asOf);
  return (
    <>
      <LastDay endsAt={publication.until} timeZone={timeZone} />
      {over && <span className="block text-[0.8125rem] text-danger">Over, yet still public</span>}
    </>
  );
}
