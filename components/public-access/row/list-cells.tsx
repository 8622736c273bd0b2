"use client";

import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/class-names";
import { LastDay, Moment, Through } from "@/components/ui/moment";
import { Typed } from "@/components/ui/typed";
import type { SiteRow } from "@/lib/domain/public-access/schema";
import { charactersOf } from "@/lib/platform/typed-text-terms";
import { nearEnd } from "./near-end";

type Publication = { publication: SiteRow["publication"] };

/** Since when it is public; of a private site that it is. Never by colour alone. */
export function StateSince({ site: { isPublic, isChecking, publication } }: { site: SiteRow }) {
  const t = useTranslations("publicAccess");
  if (!isPublic) return t("state.private");
  if (isChecking) return <span className="text-caution">{t("state.checking")}</span>;
  if (!publication) return <span className="text-caution">{t("publication.notRecorded")}</span>;
  if (publication.channel === "before-portal") return t("channel.before-portal");
  return (
    <span className="text-ink">
      <Moment iso={publication.since} />
    </span>
  );
}

/** Whoever kept it last, for that is the newer word; else who published it here. */
export function Owner({ publication }: Publication) {
  const t = useTranslations("publicAccess.publication");
  const owner = publication?.kept?.by ?? (publication?.channel === "portal" ? publication.grantedBy : null);
  return owner ? <bdi className="text-ink">{owner}</bdi> : t("unknown");
}

/** Why it is public, as far as it fits; all of it in its title. */
export function Reason({ site: { isPublic, isUnclear, publication } }: { site: SiteRow }) {
  const t = useTranslations("publicAccess");
  if (!isPublic) return isUnclear ? t("row.unclear") : null;
  const reason = publication?.reason ?? publication?.earlier?.reason ?? null;
  if (reason !== null) {
    return (
      <span dir="auto" title={charactersOf(reason)} className="block truncate [text-align:match-parent]">
        <Typed>{reason}</Typed>
      </span>
    );
  }
  return t(publication?.channel === "outside" ? "channel.outside" : "publication.noReason");
}

/** Until when, and how near that is. */
export function Ends({ publication, timeZone, asOf }: Publication & { timeZone: string; asOf: string }) {
  const t = useTranslations("publicAccess.publication");
  const { until = null, lapsesAt = null } = publication ?? {};
  const near = until === null ? null : nearEnd(until, asOf);
  return (
    <>
      {until !== null && (
        <span className={cn(near ? "text-caution" : "text-ink", near?.is === "over" && "text-danger")}>
          {near?.is === "over" ? t("over") : <Through endsAt={until} timeZone={timeZone} />}
        </span>
      )}
      {until === null && lapsesAt === null && t("noEnd")}
      {lapsesAt !== null && (
        <span className={cn("text-caution", until !== null && "ms-1")}>
          {t.rich("lapsesOn", { day: () => <LastDay endsAt={lapsesAt} timeZone={timeZone} /> })}
        </span>
      )}
    </>
  );
}
