"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { nearEnd } from "@/components/public-access/row/near-end";
import { cn } from "@/components/ui/class-names";
import { Ago, LastDay, Moment } from "@/components/ui/moment";
import { Typed } from "@/components/ui/typed";
import type { SiteRow } from "@/lib/domain/public-access/schema";
import { charactersOf } from "@/lib/platform/typed-text-terms";

type Publication = { publication: SiteRow["publication"] };
const SHORT_REASON = 110;
const HALF_A_CHARACTER = /[\uD800-\uDBFF]$/;

export function Since({ publication, asOf }: Publication & { asOf: string }) {
  const t = useTranslations("publicAccess.publication");
  if (!publication) return <span className="text-ink-soft">{t("notRecorded")}</span>;
  return (
    <>
      <Moment iso={publication.since} />
      <span className="ms-2 text-[0.8125rem] text-ink-faint lg:ms-0 lg:block">
        <Ago iso={publication.since} asOf={asOf} />
      </span>
    </>
  );
}

export function ByWhom({ publication }: Publication) {
  const t = useTranslations("publicAccess");
  if (!publication) return <span className="text-ink-soft">{t("publication.unknown")}</span>;
  return (
    <>
      {publication.grantedBy === null ? (
        <span className="text-ink-soft">{t("publication.unknown")}</span>
      ) : (
        <bdi>{publication.grantedBy}</bdi>
      )}
      <span className="block text-[0.8125rem] text-ink-faint">{t(`channel.${publication.channel}`)}</span>
    </>
  );
}

export function Why({ publication }: Publication) {
  const t = useTranslations("publicAccess.publication");
  const [open, setOpen] = useState(false);
  const { reason, earlier } = publication ?? {};
  if (earlier?.by) {
    return t.rich("previously", {
      login: () => <bdi>{earlier.by}</bdi>,
      reason: () => <Typed>{earlier.reason}</Typed>,
    });
  }
  if (!reason) return <span className="text-ink-soft">{t("noReason")}</span>;
  const characters = charactersOf(reason);
  if (characters.length <= SHORT_REASON || open) return <Typed className="break-words">{reason}</Typed>;
  return (
    <>
      <bdi className="break-words">{characters.slice(0, SHORT_REASON).replace(HALF_A_CHARACTER, "").trimEnd()}… </bdi>
      <button type="button" className="min-h-6 text-accent underline" onClick={() => setOpen(true)}>
        {t("showAll")}
      </button>
    </>
  );
}

/** Who said last that it is still meant to be public. */
export function Kept({ publication, asOf }: Publication & { asOf: string }) {
  const t = useTranslations("publicAccess.publication");
  if (!publication?.kept) return null;
  const { by, at, note } = publication.kept;
  return (
    <span className="mt-1 block text-[0.8125rem] text-ink-faint">
      {t.rich(note ? "keptWithNote" : "kept", {
        login: () => <bdi>{by}</bdi>,
        ago: () => <Ago iso={at} asOf={asOf} />,
        note: () => <Typed>{note}</Typed>,
      })}
    </span>
  );
}

export function Until({ publication, timeZone, asOf }: Publication & { timeZone: string; asOf: string }) {
  const t = useTranslations("publicAccess.publication");
  const until = publication?.until ?? null;
  const near = until === null ? null : nearEnd(until, asOf);
  const lapsesAt = publication?.lapsesAt ?? null;
  return (
    <>
      {until === null ? (
        <span className="text-ink-soft">{t("noEnd")}</span>
      ) : (
        <LastDay endsAt={until} timeZone={timeZone} />
      )}
      {publication?.earlier?.endHolds && (
        <span className="block text-[0.8125rem] text-ink-faint">{t("earlierEnd")}</span>
      )}
      {near && (
        <span className={cn("block text-[0.8125rem]", near.tone === "danger" ? "text-danger" : "text-caution")}>
          {near.is === "over" ? t("over") : t("daysLeft", { days: near.days })}
        </span>
      )}
      {lapsesAt !== null && (
        <span className="block text-[0.8125rem] text-caution">
          {t.rich("lapsesOn", { day: () => <LastDay endsAt={lapsesAt} timeZone={timeZone} /> })}
        </span>
      )}
    </>
  );
}
